"""T006: what is told as later is dated earlier."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import Order
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.core.parts import Observation, checker
from dateline.core.values import Dated


@checker("T006", severity=Severity.NOTE, reads=(Order, Dated, Timex))
def order_mismatch(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    A sentence says that one thing came after another, and dates it before; or a stretch ends before
    it begins ("from 2011 to 2009").

    Why it matters: the order decides what can have caused what.

    Compares two dates of one sentence with "after" or "before" between them, each known to the
    day and the year, or neither with a year. Of stretches, those of two written years, or of two
    days of one month. Says nothing where neither year is written and the two lie in two years.
    """
    days = {d.span: d.days for d in layers.of(Dated)}
    open_years = {t.span for t in layers.of(Timex) if t.value.startswith("XXXX")}
    for item in layers.of(Order):
        earlier, later = days.get(item.earlier), days.get(item.later)
        if not earlier or not later:
            continue
        unsure = {item.earlier, item.later} & open_years
        if unsure and earlier.earliest.year != later.earliest.year:
            continue
        if later.latest < earlier.earliest:
            yield (
                f"puts {doc.quote(item.later)!r} after {doc.quote(item.earlier)!r}, which is later",
                (item.later, item.span, item.earlier),
                {"told_later": str(later), "told_earlier": str(earlier)},
            )
