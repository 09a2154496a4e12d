"""
Cut text into words with their offsets. What the words mean, and their tags, are not its business.

Clitics stand alone (`Kyiv|’s`, `did|n’t`), hyphened words stay whole, and every mark of
punctuation is a word of its own, so that a quotation mark can be seen. The full stop of a short
capitalised word before a capital (`Mr. Smith`, `Sen. Jones`) is part of it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[A-Z][a-z]{0,3}\.(?=\s[A-Z0-9])|\w+(?:[-‑’'ʼ]\w+|[.,:](?=\d)\d+)*|\.{2,}|[^\w\s]",
)
_CLITIC = re.compile(r"(.+?)(n[’']t|[’'](?:s|re|ve|ll|d|m))", re.IGNORECASE)
_MARKS = frozenset("'’")


class Word(NamedTuple):
    """One word: `[start, end)` in the text it was cut from, and `low`, its lower case."""

    start: int
    end: int
    text: str
    low: str


def cut(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words between `start` and `end`, in order; offsets count from the head of `text`."""
    return list(_cut(text, start, len(text) if end is None else end))


@lru_cache(maxsize=512)
def _cut(text: str, start: int, end: int) -> tuple[Word, ...]:
    """One stretch is asked for again and again while one report is read."""
    out: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        word, at = match.group(), match.start()
        clitic = _CLITIC.fullmatch(word) if not _MARKS.isdisjoint(word) else None
        parts = clitic.groups() if clitic else (word,)
        for part in parts:
            out.append(Word(at, at + len(part), part, part.lower()))
            at += len(part)
    return tuple(out)
