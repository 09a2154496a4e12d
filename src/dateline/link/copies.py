"""
Copies and reprints: one text in two reports, how much of it, and who has it from whom.

Candidates are found by `fingerprints` (an archive keeps them and looks up equal ones); `copies`
then compares two texts word by word.
"""

from __future__ import annotations

from dateline.core.event import Copies, Direction, Overlap
from dateline.link.direction import direction
from dateline.link.overlap import shared
from dateline.link.printed import Printed

MADE_BY = "copies/1"
_TURNED = {
    Direction.A_FROM_B: Direction.B_FROM_A,
    Direction.B_FROM_A: Direction.A_FROM_B,
    Direction.UNKNOWN: Direction.UNKNOWN,
}


def in_common(a: Printed, b: Printed) -> Copies:
    """What the two have in common, in the order given, also where that is nothing."""
    found = shared(a, b)
    told, reason = Direction.UNKNOWN, ""
    if found.label is Overlap.COPY:
        told, reason = direction(a, b, found)
    return Copies(
        a=a.id,
        b=b.id,
        label=found.label,
        kind=found.kind,
        share_of_a=found.share_of_a,
        share_of_b=found.share_of_b,
        direction=told,
        reason=reason,
        made_by=MADE_BY,
    )


def copies(a: Printed, b: Printed) -> Copies | None:
    """
    What two different reports have in common, `a` the one whose id sorts first.

    None where they are no copies and share neither quotation, paragraph nor standing lines.
    """
    found = in_common(*sorted((a, b), key=lambda report: report.id))
    return None if found.label is Overlap.NOT_COPY else found


def turned(found: Copies) -> Copies:
    """The same seen from the other report."""
    return Copies(
        a=found.b,
        b=found.a,
        label=found.label,
        kind=found.kind,
        share_of_a=found.share_of_b,
        share_of_b=found.share_of_a,
        direction=_TURNED[found.direction],
        reason=found.reason,
        made_by=found.made_by,
    )
