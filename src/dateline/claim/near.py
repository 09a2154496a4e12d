"""Items by place: which ones overlap a stretch of text, without walking through all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from dateline.core.layers import Item
from dateline.core.span import Span

T = TypeVar("T")


class Near(Generic[T]):
    """Things with a span, in text order; each question costs only what it finds."""

    def __init__(self, things: Sequence[T], span_of: Callable[[T], Span]) -> None:
        ordered = sorted(enumerate(things), key=lambda pair: (span_of(pair[1]), pair[0]))
        self._things = [thing for _, thing in ordered]
        self._span_of = span_of
        self._starts = [span_of(thing).start for thing in self._things]
        self._reach = list(accumulate((span_of(thing).end for thing in self._things), max))

    def overlapping(self, span: Span) -> list[T]:
        """Those that share a letter with `span`, in text order."""
        at = bisect_left(self._starts, span.end) - 1
        found: list[T] = []
        while at >= 0 and self._reach[at] > span.start:
            if self._span_of(self._things[at]).overlaps(span):
                found.append(self._things[at])
            at -= 1
        return found[::-1]

    def inside(self, span: Span) -> list[T]:
        """Those that lie within `span`, in text order."""
        return [thing for thing in self.overlapping(span) if span.covers(self._span_of(thing))]


Kind = TypeVar("Kind", bound=Item)


def items_near(items: Sequence[Kind]) -> Near[Kind]:
    """Items of one layer, by their spans."""
    return Near(items, lambda item: item.span)
