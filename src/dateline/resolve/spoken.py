"""
The day on which a quoted speaker spoke, where the sentence tells it.

`"Yesterday we took the village," he said on June 8`: what counts from today within the quotation
counts from that day. What it then comes to is `counted`'s business.
"""

from __future__ import annotations

from collections.abc import Iterator

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
    quotes = [q for q in layers.of(Quotation) if q.depth == 0]
    if not quotes:
        return {}
    inside = {at: q for q in quotes for at, item in enumerate(items) if q.span.covers(item.span)}
    days = [at for at, item in enumerate(items) if at not in inside and _is_day(item)]
    cues = [c.span for c in layers.of(Cue) if not any(q.span.covers(c.span) for q in quotes)]
    homes = [s.span for s in layers.of(Sentence)]
    out: dict[int, int] = {}
    found: dict[Span, int | None] = {}
    for at, quote in inside.items():
        if quote.span not in found:
            near = _cues_of(doc, quote.span, cues)
            found[quote.span] = next(_days_of(doc, near, (items, days), homes), None)
        day = found[quote.span]
        if day is not None:
            out[at] = day
    return out


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
    near = []
    for cue in cues:
        gap = (cue.end, quote.start) if cue.end <= quote.start else (quote.end, cue.start)
        far = gap[1] - gap[0]
        if 0 <= far <= NEAR_QUOTE and "\n" not in doc.text[gap[0] : gap[1]]:
            near.append((far, cue))
    return [cue for _, cue in sorted(near)]


def _days_of(
    doc: Document, cues: list[Span], dated: tuple[tuple[Timex, ...], list[int]], homes: list[Span]
) -> Iterator[int]:
    """The days beside the first of the words of saying that has one in its sentence."""
    items, days = dated
    for cue in cues[:1]:
        home = next((home for home in homes if home.covers(cue)), None)
        ranked = []
        for at in days:
            span = items[at].span
            gap = (span.end, cue.start) if span.end <= cue.start else (cue.end, span.start)
            between = doc.text[gap[0] : gap[1]]
            leads = span.end <= cue.start and between.strip().startswith(",")
            split = not PARTS.isdisjoint(between.strip().removeprefix(",") if leads else between)
            if home and home.covers(span) and len(between) <= NEAR_CUE and not split:
                ranked.append((len(between), at))
        yield from (at for _, at in sorted(ranked))
