"""N002: the parts that a report lists do not sum to its total."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import PartOf, Total
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker


@checker("N002", severity=Severity.NOTE, reads=(Total, PartOf))
def parts_do_not_sum(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    A number and the parts listed behind it in the same clause do not come to the same, or a part is
    larger than its whole.

    Why it matters: one of the numbers is wrong, or somebody has been left out.

    Compares closed lists of exact numbers only: "at least" and lists over several sentences are
    left alone. Of what is "included", only that it is no more than every number before it.
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
    summed = {item.number for item in layers.of(Total)}
    for part in layers.of(PartOf):
        most = max(most for _, most in part.wholes)
        least = sum(value for _, value in part.parts)
        if least > most and summed.isdisjoint(span for span, _ in part.wholes):
            whole = max(part.wholes, key=lambda pair: (pair[1], -pair[0].start))[0]
            yield (
                f"gives {least:g} as a part of {doc.quote(whole)!r}",
                (*(span for span, _ in part.parts), whole),
                {"whole": f"{most:g}", "part": f"{least:g}"},
            )
