"""
The words of a claim sorted by `events.toml`: what kind of happening, what was hit, by what.

One table for all languages, so that "удар по аэродрому" and "airfield hit" come out alike. Places,
dates and numbers are found elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from dateline.lang.phrases import Found, Phrases, stem
from dateline.lang.rules import LANGUAGES, lists
from dateline.link.tokens import Token, tokens

_BEFORE = 2
"""Words between a negation and the word of happening that it turns."""
_AFTER = 2
_KEY_LETTERS = 3
_FILES = {"states": "tallies"}
"""Tables that stand in another file than `events.toml`."""
_TABLES = ("kinds", "targets", "weapons", "turns", "agents", "states")


class Hit(NamedTuple):
    """Words of one class at `[start, end)`, `at` the index of the first."""

    start: int
    end: int
    name: str
    at: int


class Wording(NamedTuple):
    """What the words of `text` say; each tuple is sorted and holds no name twice."""

    text: str
    words: tuple[Token, ...]
    hits: dict[str, tuple[Hit, ...]]
    negated: bool
    keys: tuple[str, ...]

    def names(self, table: str) -> tuple[str, ...]:
        return tuple(sorted({hit.name for hit in self.hits[table]}))

    @property
    def kinds(self) -> tuple[str, ...]:
        return self.names("kinds")

    @property
    def targets(self) -> tuple[str, ...]:
        return self.names("targets")

    @property
    def weapons(self) -> tuple[str, ...]:
        return self.names("weapons")

    @property
    def turns(self) -> tuple[str, ...]:
        return self.names("turns")


@lru_cache(maxsize=1024)
def wording(text: str) -> Wording:
    """The classes of the words of `text`, and whether it says that nothing happened."""
    words = tokens(text)
    index = {word.start: at for at, word in enumerate(words)}
    hits = {table: _hits(text, index, table) for table in _TABLES}
    keys = {
        stem(word.low)
        for word in words
        if len(word.low) >= _KEY_LETTERS and not word.low.isdigit() and word.low not in _function()
    }
    return Wording(text, words, hits, _negated(hits), tuple(sorted(keys)))


def states_in(text: str) -> tuple[Hit, ...]:
    """The states that a number can be in (killed, wounded, shot down), where `text` tells them."""
    return _hits(text, {word.start: at for at, word in enumerate(tokens(text))}, "states")


def _negated(hits: dict[str, tuple[Hit, ...]]) -> bool:
    """Whether a negation stands right before, or a word of absence right after, a happening."""
    turns = hits["turns"]
    if any(hit.name == "deny" for hit in turns):
        return True
    nobody = [hit for hit in turns if hit.name in ("nobody", "unharmed")]
    for turn in turns:
        if any(other.start <= turn.start < other.end for other in nobody):
            continue
        for kind in hits["kinds"]:
            before = turn.name == "not" and 0 < kind.at - turn.at <= _BEFORE
            after = turn.name == "absent" and 0 < turn.at - kind.at <= _AFTER
            if before or after:
                return True
    return False


def _hits(text: str, index: Mapping[int, int], table: str) -> tuple[Hit, ...]:
    """`index`: which word begins at an offset."""
    found: list[Found] = _phrases(table).find(text)
    return tuple(
        Hit(hit.start, hit.end, name, index[hit.start])
        for hit in found
        if hit.start in index
        for name in hit.keys
    )


@cache
def _phrases(table: str) -> Phrases:
    return Phrases(
        (name, cell)
        for language in LANGUAGES
        for name, cell in lists(language, _FILES.get(table, "events")).get(table, {}).items()
    )


@cache
def genitive_endings() -> tuple[str, ...]:
    """Endings under which an adjective may belong to the noun before it, of all languages."""
    tables = (lists(language, "events").get("genitive", {}) for language in LANGUAGES)
    return tuple(sorted({end for table in tables for end in table.get("endings", "").split()}))


@cache
def _function() -> frozenset[str]:
    """Words that every text has."""
    return frozenset(
        word
        for language in LANGUAGES
        for word in lists(language, "events").get("function", {}).get("words", "").split()
    )
