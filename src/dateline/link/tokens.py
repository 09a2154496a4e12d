"""
A text as folded words with their places: what copies are told by. No meaning is looked at.

Case, punctuation, accents and apostrophes do not count, so that a reprint with other quotation
marks is still a reprint.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from dateline.world.fold import fold_word

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


class Token(NamedTuple):
    """A word at `[start, end)`; `low` is its folded form."""

    start: int
    end: int
    low: str

    @property
    def letters(self) -> int:
        return self.end - self.start


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[Token, ...]:
    """Every word of the text, in order."""
    return tuple(Token(m.start(), m.end(), fold_word(m.group())) for m in _WORD.finditer(text))


@lru_cache(maxsize=256)
def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """`(start, end)` of each line that is not blank."""
    return tuple((m.start(), m.end()) for m in _PARAGRAPH.finditer(text))
