"""T006: what is told as later is dated earlier."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import Order
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker
from dateline.core.values import Dated


@checker("T006", severity=Severity.NOTE, reads=(Order, Dated))
def order_mismatch(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    A sentence says that one thing came after another, and dates it before.

    Why it matters: the order decides what can have caused what.

    Compares two dates of one sentence with "after" or "before" between them, each known to the
    day and the year, or neither with a year.
    """
    days = {d.span: d.days for d in layers.of(Dated)}
    for item in layers.of(Order):
        earlier, later = days.get(item.earlier), days.get(item.later)
        if earlier and later and later.latest < earlier.earliest:
            yield (
                f"puts {doc.quote(item.later)!r} after {doc.quote(item.earlier)!r}, which is later",
                (item.later, item.span, item.earlier),
                {"told_later": str(later), "told_earlier": str(earlier)},
            )
