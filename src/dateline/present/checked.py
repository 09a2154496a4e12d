"""
A report that was read, under the name people know it by, with lines and columns for its words.

Not its business: how a place in the text is printed; every format asks here and prints its way.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from dateline.core.record import Pair, Record, RecordFinding
from dateline.present.insource import find_in_source

Position = tuple[int, int]


def shown(name: str) -> str:
    """A file's name as text: bytes that are no UTF-8 become U+FFFD, `-` becomes `<stdin>`."""
    if name == "-":
        return "<stdin>"
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


class Checked:
    """A record and the name of what it was read from, as people are shown it."""

    def __init__(self, name: str, record: Record, source: str | None = None) -> None:
        """`source` is the file as it stands where that is not the text itself, as with HTML."""
        self.name = shown(name)
        self.record = record
        self.source = source

    @property
    def text(self) -> str:
        """The text that every offset of the record counts in."""
        return self.record.document.text

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return _line_starts(self.text)

    @cached_property
    def _source_starts(self) -> tuple[int, ...]:
        return _line_starts(self.source or "")

    def in_file(self, pair: Pair) -> tuple[Position, Position] | None:
        """
        Line and column of both ends of `pair` in the file itself, for tools that open the file.

        None where the file is no plain text and the words cannot be found in it beyond doubt.
        """
        if self.source is None:
            return self.position(pair[0]), self.position(pair[1])
        place = find_in_source(self.source, self.text, *pair)
        if place is None:
            return None
        return _position(self._source_starts, place[0]), _position(self._source_starts, place[1])

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of the code point at `offset`, both from 1; columns are code points."""
        return _position(self._starts, offset)

    def line(self, number: int) -> tuple[int, str]:
        """Where line `number` (from 1) starts, and its words without the line break."""
        start = self._starts[number - 1]
        last = number == len(self._starts)
        end = len(self.text) if last else self._starts[number] - 1
        return start, self.text[start:end]

    def at(self, finding: RecordFinding) -> tuple[int, int]:
        """Line and column where the finding begins; 1, 1 for one about the whole page."""
        return self.position(finding.evidence[0][0]) if finding.evidence else (1, 1)

    def words(self, pair: Pair) -> str:
        """The words at `pair`, exactly as published."""
        return self.text[pair[0] : pair[1]]


def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(at + 1 for at, char in enumerate(text) if char == "\n"))


def _position(starts: tuple[int, ...], offset: int) -> Position:
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
