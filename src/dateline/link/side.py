"""
One of two compared texts: which of its words are common, quoted, or standing lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.core.span import Span
from dateline.link.boilerplate import boilerplate
from dateline.link.printed import Printed
from dateline.link.tokens import Token, paragraphs


class Side(NamedTuple):
    """A text as words; each mask has a byte a word, 1 where it holds."""

    words: tuple[Token, ...]
    common: bytearray
    quoted: bytearray
    standing: bytearray
    head: bytearray
    breaks: tuple[int, ...]
    """The first word of each paragraph."""

    @property
    def nothing(self) -> bytearray:
        """A mask that holds nowhere."""
        return bytearray(len(self.words))

    @property
    def frame(self) -> bytearray:
        """Headline, byline and standing lines."""
        return bytearray(a | b for a, b in zip(self.head, self.standing, strict=True))

    def share(self, without: bytearray) -> float:
        """The part of the letters that is common, 0 to 1, words in `without` left out."""
        whole = some = 0
        for at, word in enumerate(self.words):
            if not without[at]:
                whole += word.letters
                some += word.letters * self.common[at]
        return some / whole if whole else 0.0

    def count(self, mask: bytearray) -> int:
        """How many common words are of the sort that `mask` marks."""
        return sum(1 for at in range(len(self.words)) if self.common[at] and mask[at])

    @property
    def plain(self) -> int:
        """Common words outside standing lines."""
        return sum(self.common) - self.count(self.standing)

    @property
    def plain_quoted(self) -> int:
        """Common words inside quotations, outside standing lines."""
        marks = zip(self.common, self.quoted, self.standing, strict=True)
        return sum(1 for common, quoted, standing in marks if common and quoted and not standing)


def side(report: Printed, words: tuple[Token, ...], runs: Sequence[tuple[int, int]]) -> Side:
    """`runs` are (first word, number of words) of what is common."""
    common = bytearray(len(words))
    for start, size in runs:
        common[start : start + size] = b"\1" * size
    starts = [start for start, _ in paragraphs(report.text)]
    return Side(
        words,
        common,
        _mask(words, report.quoted),
        _mask(words, boilerplate(report)),
        _mask(words, report.head),
        tuple(_first_words(words, starts)),
    )


def _mask(words: Sequence[Token], spans: Sequence[Span]) -> bytearray:
    mask = bytearray(len(words))
    for at, word in enumerate(words):
        mask[at] = any(span.start <= word.start < span.end for span in spans)
    return mask


def _first_words(words: Sequence[Token], starts: Sequence[int]) -> Iterator[int]:
    waiting = list(starts)
    for at, word in enumerate(words):
        if waiting and word.start >= waiting[0]:
            yield at
            while waiting and word.start >= waiting[0]:
                waiting.pop(0)
