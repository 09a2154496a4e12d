"""N004: the per cent of a change does not fit the two amounts."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import Change
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker

_POINTS, _RATIO = 1.5, 0.06
"""Rounding that reports allow themselves: points, and the part of the per cent."""


@checker("N004", severity=Severity.NOTE, reads=(Change,))
def percent_mismatch(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    A change in per cent does not fit the amounts that it leads from and to.

    Why it matters: per cents are quoted without the amounts, and then cannot be checked.

    Compares only where one sentence gives the per cent and both amounts, and neither amount is a
    per cent itself. Roundings are allowed.
    """
    for item in layers.of(Change):
        if not item.before:
            continue
        true = 100 * (item.after - item.before) / item.before
        stated = item.percent if item.rises else -item.percent
        if abs(true - stated) > max(_POINTS, _RATIO * abs(true)):
            before, after = (doc.quote(span) for span in item.amounts_at)
            yield (
                f"says {item.percent:g} per cent, but from {before} to {after} is {abs(true):.0f} "
                "per cent",
                (item.percent_at, *item.amounts_at),
                {"stated": f"{stated:g}", "computed": f"{true:.1f}"},
            )
