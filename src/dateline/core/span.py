"""Places in a text: offsets count Unicode code points of `Document.text`, half-open."""

from __future__ import annotations

from msgspec import Struct

from dateline.core.errors import SpanError


class Span(Struct, frozen=True, order=True, gc=False):
    """The code points from `start` up to, not including, `end`. Never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"[{self.start}, {self.end}) is not a span: want 0 <= start < end")

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)
