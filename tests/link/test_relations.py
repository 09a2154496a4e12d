"""What two claims about one happening say of each other."""

from __future__ import annotations

from typing import Any

import pytest
from told import ODESA, killed, told

from dateline.core.event import Answers, Contradicts, Corroborates, Slot
from dateline.link.relations import relations


def test_a_claim_told_alike_is_corroborated() -> None:
    (link,) = relations(told(counts=(killed(6),)), told("b", counts=(killed(6),)))

    assert isinstance(link, Corroborates)
    assert Slot.NUMBER in {item.slot for item in link.agree}


def test_another_number_contradicts_and_is_named() -> None:
    (link,) = relations(told(counts=(killed(6),)), told("b", counts=(killed(4),)))

    assert isinstance(link, Contradicts)
    assert [(item.slot, item.a, item.b) for item in link.differ] == [
        (Slot.NUMBER, "6 people", "4 people")
    ]
    assert not link.update


@pytest.mark.parametrize(
    ("numbers", "published", "turns", "update"),
    [
        ((6, 8), ("2025-05-20", "2025-05-21"), (), True),
        ((8, 6), ("2025-05-20", "2025-05-21"), (), False),
        ((6, 8), ("2025-05-20", "2025-05-20"), (), False),
        ((6, 8), ("2025-05-20T08:00:00Z", "2025-05-20T12:00:00Z"), (), True),
        ((6, 8), ("2025-05-20", "2025-05-20"), ("rise",), True),
        ((6, 8), ("2025-05-21", "2025-05-20"), (), False),
    ],
)
def test_a_later_and_higher_toll_is_an_update(
    numbers: tuple[int, int], published: tuple[str, str], turns: tuple[str, ...], update: bool
) -> None:
    a, b = told(counts=(killed(numbers[0]),)), told("b", counts=(killed(numbers[1]),), turns=turns)

    (link,) = relations(a, b, published)
    assert isinstance(link, Contradicts)
    assert link.update is update


@pytest.mark.parametrize("status", ["denied", "not_confirmed"])
def test_a_denial_answers_the_claim(status: str) -> None:
    (link,) = relations(told(), told("b", status=status, negated=status == "denied"))

    assert isinstance(link, Answers)
    assert (link.a.document, link.b.document, link.act) == ("b", "a", status)


@pytest.mark.parametrize(
    "other", [{"document": "a", "claim": "2"}, {"document": "b", "places": (ODESA,)}]
)
def test_claims_of_one_report_or_of_two_happenings_are_not_related(other: dict[str, Any]) -> None:
    assert relations(told(), told(**other)) == ()


def test_the_order_of_the_claims_does_not_matter() -> None:
    a, b = told(counts=(killed(6),)), told("b", counts=(killed(8),))
    there = relations(a, b, ("2025-05-20", "2025-05-21"))

    assert there == relations(b, a, ("2025-05-21", "2025-05-20"))
