"""
The side that somebody speaks for: ukraine, russia, other-party, international, media, expert,
civilian or unknown.

From the table of actors, the noun that heads the phrase, the places in it, and last the country
that the document's places lie in. Never a judgement of what is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.core.document import Document
from dateline.core.mentions import Name, NameKind, PlaceRole
from dateline.core.span import Span
from dateline.core.values import Located
from dateline.lang.rules import lists
from dateline.lang.words import cut
from dateline.world.actors import Actor, actors_at, side_of_country

_FEWEST_MENTIONS = 2
"""A report of one side's attack names that side alone, and its officials are the other's."""


class Sides:
    """Tells sides for the names of one document."""

    def __init__(self, doc: Document, located: Sequence[Located]) -> None:
        self.doc = doc
        self._located = {item.span: item for item in located}
        names = lists(doc.lang, "names")
        heads = names.get("heads", {})
        self._by_head = {word: side for side, words in heads.items() for word in words}
        state = names.get("state", ())
        self._state = frozenset(state)
        self._state_stems = tuple(word[:-1] for word in state if word.endswith("*"))
        self._stems = tuple(word[:-1] for word in self._by_head if word.endswith("*"))
        self._home = names.get("home") or _home(located) or _mentioned(doc)

    def of(self, name: Name, phrases: Iterable[str], actor: Actor | None) -> str:
        """The side of one who is no person by name, `unknown` where nothing tells it."""
        told = self._told(phrases, actor)
        if name.type is NameKind.OUTLET:
            return "media"
        if told:
            return told
        place = self._by_place(name)
        if place:
            return place
        official = name.type in (NameKind.ORGANISATION, NameKind.UNIT, NameKind.OFFICE)
        return self._home_side(official, phrases)

    def of_person(self, names: Sequence[Name], phrases: Sequence[str], actor: Actor | None) -> str:
        """The side of a person, from all mentions together."""
        if actor and actor.kind == "person":
            return actor.side
        told = self._told(phrases, actor)
        if told:
            return told
        titled = [name for name in names if name.title is not None]
        if not titled:
            return self._private(phrases)
        places = (self._by_place(name, name.title) for name in titled)
        return next(filter(None, places), None) or self._home_side(True, phrases)

    def _private(self, phrases: Sequence[str]) -> str:
        """One without any office: a civilian, where an age or the setting of a war tells so."""
        aged = any(character.isdigit() for phrase in phrases for character in phrase)
        full = any(len(phrase.split()) > 1 for phrase in phrases)
        at_war = self._home in ("ukraine", "russia", "other-party")
        return "civilian" if aged or (full and at_war) else "unknown"

    def _told(self, phrases: Iterable[str], actor: Actor | None) -> str | None:
        """By the noun that heads the phrase, or by an actor or a national adjective in it."""
        words = [word for phrase in phrases for word in cut(phrase)]
        told = self._told_by_actor([word.text for word in words])
        head = self._head_class([word.low for word in words])
        if head in ("expert", "media"):
            return head
        if actor and actor.kind in ("outlet", "channel"):
            return "media"
        if head == "civilian":
            return head
        return told

    def _told_by_actor(self, words: Sequence[str]) -> str | None:
        """The side of the first actor or national adjective in the words."""
        for at in range(len(words)):
            found = actors_at(self.doc.lang, words, at)
            if found:
                return found[0].side
        return None

    def _head_class(self, words: Sequence[str]) -> str | None:
        for word in words:
            found = self._by_head.get(word) or self._by_stem(word)
            if found and found != "soldier":
                return found
        return None

    def _by_stem(self, word: str) -> str | None:
        stem = next((stem for stem in self._stems if word.startswith(stem)), None)
        return self._by_head[f"{stem}*"] if stem else None

    def _by_place(self, name: Name, within: Span | None = None) -> str | None:
        """The country of a place inside the phrase (`the mayor of Kharkiv`)."""
        where = within or name.span
        for span, item in self._located.items():
            if where.covers(span) and item.country:
                return side_of_country(item.country)
        return None

    def _home_side(self, official: bool, phrases: Iterable[str]) -> str:
        """An official without a flag speaks for the country that the report is set in."""
        if not official or not self._home:
            return "unknown"
        if self._home == "international" and not self._is_state(phrases):
            return "unknown"
        return self._home

    def _is_state(self, phrases: Iterable[str]) -> bool:
        """Whether an office or body of a state is named, and no firm or club."""
        return any(
            word.low in self._state or word.low.startswith(self._state_stems)
            for phrase in phrases
            for word in cut(phrase)
        )


def _home(located: Sequence[Located]) -> str | None:
    """The side of the country that most locations of the document lie in; None where none does."""
    seen = Counter(
        item.country for item in located if item.country and item.role is PlaceRole.LOCATION
    )
    if not seen:
        return None
    country, count = min(seen.items(), key=lambda entry: (-entry[1], entry[0]))
    return side_of_country(country) if 2 * count >= seen.total() else None


def _mentioned(doc: Document) -> str | None:
    """The party that the words name most, where no place tells; a few mentions tell nothing."""
    texts = [word.text for word in cut(doc.text)]
    seen: Counter[str] = Counter()
    for at in range(len(texts)):
        found = actors_at(doc.lang, texts, at)
        if found and found[0].side in ("ukraine", "russia", "other-party"):
            seen[found[0].side] += 1
    most = min(seen, key=lambda side: (-seen[side], side), default=None)
    return most if most and seen[most] >= _FEWEST_MENTIONS else None
