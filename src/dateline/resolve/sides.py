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
from dateline.core.values import Located
from dateline.lang.rules import lists
from dateline.lang.words import cut
from dateline.world.actors import Actor, actors_at

_BY_COUNTRY = {"UA": "ukraine", "RU": "russia"}
_NEVER_STATE = (NameKind.FOOTAGE, NameKind.PRONOUN)


class Sides:
    """Tells sides for the names of one document."""

    def __init__(self, doc: Document, located: Sequence[Located]) -> None:
        self.doc = doc
        self._located = {item.span: item for item in located}
        heads = lists(doc.lang, "names").get("heads", {})
        self._by_head = {word: side for side, words in heads.items() for word in words}
        self._stems = tuple(word[:-1] for word in self._by_head if word.endswith("*"))
        self._home = _home(located)

    def of(self, name: Name, phrases: Iterable[str], actor: Actor | None) -> str:
        """The side, `unknown` where nothing tells it."""
        if actor and actor.kind == "person":
            return actor.side
        words = [word for phrase in phrases for word in cut(phrase)]
        told = self._told_by_actor([word.text for word in words])
        head = self._head_class([word.low for word in words])
        if head in ("expert", "media"):
            return head
        if actor and actor.kind in ("outlet", "channel"):
            return "media"
        if told and not (head == "civilian" and told != "expert"):
            return told
        if head == "civilian":
            return head
        return self._by_place(name) or self._by_office(name, head)

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

    def _by_place(self, name: Name) -> str | None:
        for span, item in self._located.items():
            if name.span.covers(span) and item.country and name.type is not NameKind.PERSON:
                return _BY_COUNTRY.get(item.country, "international")
        return None

    def _by_office(self, name: Name, head: str | None) -> str:
        """An official without a flag speaks for the country that the report is set in."""
        official = name.title is not None or name.type in (NameKind.ORGANISATION, NameKind.UNIT)
        if name.type in _NEVER_STATE or not official or not self._home:
            return "unknown"
        return self._home


def _home(located: Sequence[Located]) -> str | None:
    """The side of the country that most locations of the document lie in; None where none does."""
    seen = Counter(
        item.country for item in located if item.country and item.role is PlaceRole.LOCATION
    )
    if not seen:
        return None
    country, count = min(seen.items(), key=lambda entry: (-entry[1], entry[0]))
    return _BY_COUNTRY.get(country) if 2 * count >= sum(seen.values()) else None
