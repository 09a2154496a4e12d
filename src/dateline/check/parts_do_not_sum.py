"""N002: the parts that a report lists do not sum to its total."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import Total
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker


@checker("N002", severity=Severity.NOTE, reads=(Total,))
def parts_do_not_sum(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    A number and the parts listed behind it in the same clause do not come to the same.

    Why it matters: one of the numbers is wrong, or somebody has been left out.

    Compares closed lists of exact numbers only: "including", "at least" and lists over several
    sentences are left alone.
    """
    for item in layers.of(Total):
        total = sum(value for _, value in item.parts)
        if total != item.value:
            listed = " + ".join(f"{value:g}" for _, value in item.parts)
            yield (
                f"says {doc.quote(item.number)!r}, but its parts are {listed} = {total:g}",
                (item.number, *(span for span, _ in item.parts)),
                {"stated": f"{item.value:g}", "sum": f"{total:g}", "parts": listed},
            )
