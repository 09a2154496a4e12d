"""
The day on which a quoted speaker spoke, where the sentence tells it.

`"Yesterday we took the village," he said on June 8`: what counts from today within the quotation
counts from that day. What it then comes to is `counted`'s business.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Cue, Quotation, Sentence, Timex
from dateline.core.span import Span
from dateline.core.time import Base

NEAR_QUOTE, NEAR_CUE = 90, 40
"""Code points between a quotation and the words of saying, and between these and their date."""
PARTS = frozenset(",;:—–()")
"""Marks between words of saying and a date that show the date to belong elsewhere."""


def spoken(doc: Document, items: tuple[Timex, ...], layers: Layers) -> dict[int, int]:
    """For each expression within a quotation, the one that says when it was said; by place."""
    quotes = [q.span for q in layers.of(Quotation) if q.depth == 0]
    if not quotes:
        return {}
    inside = {at: quote for quote in quotes for at in _within(items, quote)}
    days = [at for at, item in enumerate(items) if at not in inside and _is_day(item)]
    cues = [cue.span for cue in layers.of(Cue) if _covering(quotes, cue.span) is None]
    homes = [sentence.span for sentence in layers.of(Sentence)]
    told: dict[Span, int | None] = {}
    for quote in dict.fromkeys(inside.values()):
        cue = next(iter(_cues_of(doc, quote, cues)), None)
        told[quote] = None if cue is None else _day_of(doc, cue, (items, days), homes)
    return {at: day for at, quote in inside.items() if (day := told[quote]) is not None}


def _within(items: tuple[Timex, ...], quote: Span) -> range:
    """The places of the expressions that a quotation holds."""
    starts = (
        bisect_left(items, quote.start, key=_start),
        bisect_left(items, quote.end, key=_start),
    )
    return range(*starts)


def _start(item: Timex) -> int:
    return item.span.start


def _covering(spans: list[Span], span: Span) -> Span | None:
    """The one of some spans in text order that covers another; None where none does."""
    at = bisect_right(spans, span.start, key=lambda one: one.start) - 1
    return spans[at] if at >= 0 and spans[at].covers(span) else None


def _is_day(item: Timex) -> bool:
    """Whether the words name a day: not a stretch, and no part of a year."""
    if item.type not in ("DATE", "TIME"):
        return False
    if item.says.base is Base.NOW:
        return item.says.unit == "D"
    day = item.value.partition("T")[0]
    return day.startswith("XXXX-WXX-") or (len(day) == len("2025-06-08") and day[-2:] != "XX")


def _cues_of(doc: Document, quote: Span, cues: list[Span]) -> list[Span]:
    """The words of saying beside a quotation in its paragraph, nearest first."""
    first = bisect_left(cues, quote.start - 2 * NEAR_QUOTE, key=lambda cue: cue.start)
    last = bisect_right(cues, quote.end + NEAR_QUOTE, key=lambda cue: cue.start)
    near = []
    for cue in cues[first:last]:
        gap = (cue.end, quote.start) if cue.end <= quote.start else (quote.end, cue.start)
        far = gap[1] - gap[0]
        if 0 <= far <= NEAR_QUOTE and "\n" not in doc.text[gap[0] : gap[1]]:
            near.append((far, cue))
    return [cue for _, cue in sorted(near)]


def _day_of(
    doc: Document, cue: Span, dated: tuple[tuple[Timex, ...], list[int]], homes: list[Span]
) -> int | None:
    """The day that stands nearest to words of saying in their sentence, nothing set off between."""
    items, days = dated
    home = _covering(homes, cue)
    first = bisect_left(days, cue.start - 2 * NEAR_QUOTE, key=lambda at: items[at].span.start)
    last = bisect_right(days, cue.end + NEAR_CUE, key=lambda at: items[at].span.start)
    ranked = []
    for at in days[first:last]:
        span = items[at].span
        leads = span.end <= cue.start
        gap = doc.text[span.end : cue.start] if leads else doc.text[cue.end : span.start]
        bare = gap.strip().removeprefix(",") if leads else gap
        if home and home.covers(span) and len(gap) <= NEAR_CUE and PARTS.isdisjoint(bare):
            ranked.append((len(gap), at))
    return min(ranked)[1] if ranked else None
