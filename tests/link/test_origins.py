"""N reports from K origins."""

from __future__ import annotations

from dateline.core.event import Copies, Direction, Overlap
from dateline.link.origins import Witness, earlier, origins


def copy(a: str, b: str, label: Overlap = Overlap.COPY) -> Copies:
    return Copies(
        a=a, b=b, label=label, share_of_a=1.0, share_of_b=1.0, direction=Direction.B_FROM_A
    )


def test_copies_and_reports_of_one_named_source_are_one_origin() -> None:
    found = origins(
        [
            Witness(document="a", published="2025-05-20T08:00Z"),
            Witness(document="b", published="2025-05-20T09:00Z", sources=("mod",)),
            Witness(document="c", published="2025-05-20T10:00Z", sources=("mod",)),
            Witness(document="d", sources=("mod", "governor")),
        ],
        [copy("a", "b"), copy("a", "d", Overlap.SHARES_QUOTE)],
    )

    assert [(o.documents, o.first, o.shared) for o in found] == [
        (("a", "b", "c"), "a", ("origin: mod", "text")),
        (("d",), None, ()),
    ]


def test_one_recording_and_one_rare_slip_tie_reports() -> None:
    found = origins(
        [
            Witness(document="a", footage=("clip",)),
            Witness(document="b", footage=("clip",), errors=("T001 2020",)),
            Witness(document="c", errors=("T001 2020",)),
        ]
    )

    assert [(o.documents, o.shared) for o in found] == [
        (("a", "b", "c"), ("error: T001 2020", "footage: clip"))
    ]


def test_the_origin_of_a_copy_is_the_one_it_was_taken_from() -> None:
    assert earlier(copy("a", "b")) == "a"
