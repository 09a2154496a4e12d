"""N003: the same count, in the same words, with another number."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import Restated, Tally
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker


@checker("N003", severity=Severity.NOTE, reads=(Restated, Tally))
def count_restated_differently(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    The report gives one count twice, in the same words, with two numbers.

    Why it matters: one of them is a slip, or the report mixes an earlier and a later count.

    Says nothing when either number is a bound ("at least") that allows the other.
    """
    tallies = {t.number: t for t in layers.of(Tally)}
    for item in layers.of(Restated):
        first, second = tallies[item.first], tallies[item.second]
        if second.low <= first.high and first.low <= second.high:
            continue
        yield (
            f"says {doc.quote(first.span)!r} and, in the same words, {doc.quote(second.span)!r}",
            (second.span, first.span),
            {"first": f"{first.value:g}", "second": f"{second.value:g}"},
        )
