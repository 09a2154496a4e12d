"""T010: a date is not as far from publication as the words beside it say."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import SaidAgo
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker


@checker("T010", severity=Severity.NOTE, reads=(SaidAgo,))
def relative_day_mismatch(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    "Yesterday", "two weeks ago" or "in three days" stands beside a date that is not so far away.

    Why it matters: the date, the distance, or the day of publication is wrong.

    Allows a day for the hour of publication, and the roundings of weeks. Says nothing of words
    inside quotations, which may have been said on another day.
    """
    for item in layers.of(SaidAgo):
        low, high = item.stated
        if doc.published and not low <= item.days <= high:
            side = "before" if item.days < 0 else "after"
            yield (
                f"says {doc.quote(item.span)!r} beside {doc.quote(item.date)!r}, which is "
                f"{abs(item.days)} days {side} the day of publication, {doc.published.day}",
                (item.span, item.date),
                {"days": item.days, "stated": f"{low} to {high}", "date": item.day},
            )
