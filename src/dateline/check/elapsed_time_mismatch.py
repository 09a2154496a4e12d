"""T002: the stretch of time that a report states does not fit the dates it gives."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker
from dateline.core.values import Elapsed

_WEEK = 7


@checker("T002", severity=Severity.WARNING, reads=(Elapsed,))
def elapsed_time_mismatch(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    A stated stretch of time does not fit the two dates it joins.

    Why it matters: either a date or the stretch is wrong, and chronologies built on the report
    inherit the error.

    Says nothing when the two ranges of days touch: "nearly two weeks" allows 10 to 13 days.
    """
    for item in layers.of(Elapsed):
        fewest, most = item.since.gap_days(item.until)
        low, high = item.stated_days
        if low <= most and fewest <= high:
            continue
        since, until = (doc.quote(span) for span in item.dated_at)
        between = f"{fewest} days" if fewest == most else f"{fewest} to {most} days"
        weeks, days = divmod(fewest, _WEEK)
        yield (
            f"says {doc.quote(item.span)!r} ({low} to {high} days), but {since!r} to {until!r} "
            f"is {between}",
            (item.span, *item.dated_at),
            {
                "stated_fewest": low,
                "stated_most": high,
                "days": fewest,
                "in_weeks": f"{weeks} weeks and {days} days",
                "since": str(item.since) if item.year_known else str(item.since)[5:],
                "until": str(item.until) if item.year_known else str(item.until)[5:],
            },
        )
