"""
The side that somebody speaks for: ukraine, russia, other-party, international, media, expert,
civilian or unknown.

From the table of actors, the noun that heads the phrase, the places in it, and last the country
that the document's places lie in. Never a judgement of what is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

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
        self._home = self._set_in(located, names)

    def _set_in(self, located: Sequence[Located], names: Mapping[str, Any]) -> str | None:
        """
        The side whose officials need no flag here; None where nothing tells it.

        Words of hostility ("the occupiers") tell whose report it is. A language that one party
        alone writes in (`own`) tells it where the report names that party or a place of it.
        """
        words = [word.low for word in cut(self.doc.text)]
        for side, stems in names.get("hostile", {}).items():
            if any(word.startswith(tuple(stems)) for word in words):
                return str(side)
        places, named = _home(located), _mentioned(self.doc)
        own = names.get("own")
        elsewhere = places in ("international", "other-party")
        if own and not elsewhere and _speaks_of(self.doc, own, located):
            return str(own)
        return places or named

    def of(self, name: Name, phrases: Iterable[str], actor: Actor | None) -> str:
        """The side of one who is no person by name, `unknown` where nothing tells it."""
        told = self._told(phrases, actor)
        if name.type is NameKind.OUTLET and not self._informs(phrases):
            return "media"
        if told:
            return told
        place = self._by_place(name)
        if place:
            return place
        official = name.type in (NameKind.ORGANISATION, NameKind.UNIT, NameKind.OFFICE)
        return self._home_side(official or self._serves(phrases), phrases)

    def _informs(self, phrases: Iterable[str]) -> bool:
        """`a source of Reuters`: an outlet in the phrase is whom it was told, not who tells."""
        return self._head_class([w.low for phrase in phrases for w in cut(phrase)]) == "informant"

    def _serves(self, phrases: Iterable[str]) -> bool:
        """A group of soldiers, officials or prosecutors."""
        words = [word.low for phrase in phrases for word in cut(phrase)]
        return self._is_state(phrases) or any(self._class(word) == "soldier" for word in words)

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
        if head in ("expert", "media", "unknown"):
            return head
        if head == "informant":
            return told if told != "media" else None
        if actor and actor.kind in ("outlet", "channel"):
            return "media"
        if head == "civilian":
            return head
        return told or head

    def _told_by_actor(self, words: Sequence[str]) -> str | None:
        """The side of the first actor or national adjective in the words."""
        for at in range(len(words)):
            found = actors_at(self.doc.lang, words, at)
            if found:
                return found[0].side
        return None

    def _head_class(self, words: Sequence[str]) -> str | None:
        for word in words:
            found = self._class(word)
            if found and found != "soldier":
                return found
        return None

    def _class(self, word: str) -> str | None:
        return self._by_head.get(word) or self._by_stem(word)

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


def _speaks_of(doc: Document, side: str, located: Sequence[Located]) -> bool:
    """Whether the report names the side, one of its actors, or a place in its country."""
    if any(item.country and side_of_country(item.country) == side for item in located):
        return True
    texts = [word.text for word in cut(doc.text)]
    found = (actors_at(doc.lang, texts, at) for at in range(len(texts)))
    return any(item is not None and item[0].side == side for item in found)


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
