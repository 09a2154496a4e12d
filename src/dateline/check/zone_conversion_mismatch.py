"""T005: two clock times that are set equal are not the same moment."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import SameMoment
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker


@checker("T005", severity=Severity.NOTE, reads=(SameMoment,))
def zone_conversion_mismatch(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    One moment is given in two zones, and the two clock times do not fit on that day.

    Why it matters: half of the readers get the hour wrong, and an hour decides what was cause
    and what was effect.

    The offsets are those of the day in question: Moscow and Kyiv keep the same time in summer and
    differ by an hour in winter. Says nothing of "local time", since the place may be another.
    """
    for item in layers.of(SameMoment):
        if item.minutes:
            apart = f"{abs(item.minutes) // 60} h {abs(item.minutes) % 60:02} min"
            yield (
                f"sets {doc.quote(item.first)!r} equal to {doc.quote(item.second)!r}, but they are "
                f"{apart} apart{f' on {item.day}' if item.day else ''}: {'; '.join(item.zones)}",
                (item.first, item.second),
                {"minutes_apart": item.minutes, "day": item.day},
            )
