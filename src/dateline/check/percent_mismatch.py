"""N004: the per cent of a change does not fit the two amounts."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import Change, Share
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker

_POINTS, _RATIO = 1.5, 0.06
"""Rounding that reports allow themselves: points, and the part of the per cent."""


@checker("N004", severity=Severity.NOTE, reads=(Change, Share))
def percent_mismatch(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    A change or a share in per cent does not fit the amounts that stand beside it.

    Why it matters: per cents are quoted without the amounts, and then cannot be checked.

    Compares only where one sentence gives the per cent and both amounts, and neither amount is a
    per cent itself. Roundings are allowed.
    """
    for share in layers.of(Share):
        true = 100 * share.part / share.whole if share.whole else share.percent
        if abs(true - share.percent) > max(_POINTS, _RATIO * true):
            yield (
                f"says {share.percent:g} per cent, but {share.part:g} of {share.whole:g} is "
                f"{true:.0f} per cent",
                (share.span, *share.amounts_at),
                {"stated": f"{share.percent:g}", "computed": f"{true:.1f}"},
            )
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
