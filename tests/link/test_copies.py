"""One text in two reports: label, kind, shares and direction, as a table of cases."""

from __future__ import annotations

import pytest

from dateline.core.event import CopyKind, Direction, Overlap
from dateline.core.span import Span
from dateline.link.copies import copies, in_common, turned
from dateline.link.printed import Printed

A = (
    "The river rose by two metres in a night and took the old bridge with it.",
    "Families in the lower streets were led out by the fire brigade before dawn, most on foot.",
    "The mayor asked for tents and pumps, and said that the school would open its gym for them.",
    "By noon the water had begun to fall, but the road to the south was still closed to lorries.",
    "Engineers from the district came with a ferry that can carry one ambulance at a time.",
)
B = (
    "Parliament passed the budget after eleven hours of debate and three votes of confidence.",
    "Pensions grow by four per cent, while the tax on fuel for farmers is halved until autumn.",
    "The opposition walked out twice and announced a complaint at the constitutional court.",
    "Markets took the news calmly, and the currency closed a little higher than on the day before.",
)
QUOTE = (
    '"Nobody who saw that water coming down the valley will ever build so near to it again, '
    'and nobody should be asked to," the old ferryman said.'
)
STANDING = "Follow us on Telegram and subscribe to our newsletter for the main stories of the day."


def printed(*paragraphs: str, id: str = "a", **known: str) -> Printed:
    text = "\n\n".join(paragraphs)
    start = text.find('"')
    quoted = (Span(start, text.index('"', start + 1) + 1),) if start >= 0 else ()
    return Printed(id=id, text=text, lang="en", quoted=quoted, **known)


@pytest.mark.parametrize(
    ("a", "b", "label", "kind"),
    [
        (A, A, Overlap.COPY, CopyKind.WHOLE),
        (A, [p.upper() for p in A], Overlap.COPY, CopyKind.WHOLE),
        (A, A[:2], Overlap.COPY, CopyKind.CUT),
        (A, [A[0], A[2], A[4]], Overlap.COPY, CopyKind.CUT),
        (A, (*B[:2], *A[:4], *B[2:]), Overlap.COPY, CopyKind.SPLICED),
        (A, [p.replace("the ", "that ").replace(" by ", " with ") for p in A],
         Overlap.COPY, CopyKind.REWRITTEN),
        (A, B, Overlap.NOT_COPY, None),
        ((*A, QUOTE), (*B, QUOTE), Overlap.SHARES_QUOTE, None),
        ((*A, A[0][:0] + B[1]), (*B[:1], *B[1:]), Overlap.SHARES_PARAGRAPH, None),
        ((*A, STANDING), (*B, STANDING), Overlap.SHARES_BOILERPLATE, None),
    ],
)  # fmt: skip
def test_what_two_texts_have_in_common(
    a: tuple[str, ...], b: tuple[str, ...], label: Overlap, kind: CopyKind | None
) -> None:
    found = in_common(printed(*a), printed(*b, id="b"))

    assert (found.label, found.kind) == (label, kind)


def test_shares_are_those_of_letters() -> None:
    found = in_common(printed("one two three four five six"), printed("one two three four five"))

    assert (found.share_of_a, found.share_of_b) == (round(19 / 22, 4), 1.0)


@pytest.mark.parametrize(
    ("a", "b", "way"),
    [
        ({"published": "2025-03-04T08:00:00+00:00"}, {"published": "2025-03-04T11:30:00+02:00"},
         Direction.B_FROM_A),
        ({"published": "2025-03-05"}, {"published": "2025-03-04"}, Direction.A_FROM_B),
        ({"published": "2025-03-05"}, {"published": "2025-03-05T10:00:00Z"}, Direction.UNKNOWN),
        ({"published": "2025-03-05T09:00"}, {"published": "2025-03-05T10:00:00Z"},
         Direction.UNKNOWN),
        ({}, {}, Direction.UNKNOWN),
    ],
)  # fmt: skip
def test_the_earlier_is_the_origin_as_far_as_times_tell(
    a: dict[str, str], b: dict[str, str], way: Direction
) -> None:
    assert in_common(printed(*A, **a), printed(*A, id="b", **b)).direction is way


def test_a_named_source_outweighs_the_clock() -> None:
    wire = printed("KYIV, June 8 (Reuters) - " + A[0], *A[1:], published="2025-06-08T12:00:00Z")
    reprint = printed(*A, "Reuters reports.", id="b", published="2025-06-08T10:00:00Z")

    found = in_common(wire, reprint)
    assert found.direction is Direction.B_FROM_A
    assert "reuters" in found.reason


def test_a_part_is_taken_from_the_whole_where_no_time_is_known() -> None:
    found = in_common(printed(*A), printed(*A[:2], id="b"))

    assert (found.direction, found.reason) == (Direction.B_FROM_A, "a part of the longer text")


def test_what_is_copied_does_not_depend_on_the_order() -> None:
    one, other = (
        printed(*A, published="2025-03-04"),
        printed(*A[:3], id="b", published="2025-03-05"),
    )

    assert in_common(other, one) == turned(in_common(one, other))
    assert copies(one, other) == copies(other, one)


def test_unlike_texts_make_no_link() -> None:
    assert copies(printed(*A), printed(*B, id="b")) is None
