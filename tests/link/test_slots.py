"""Two claims slot by slot."""

from __future__ import annotations

import math
from typing import Any

import pytest
from told import KONOTOP, OBLAST, SUMY, killed, told

from dateline.core.event import Slot
from dateline.link.slots import comparable, days_apart, slots
from dateline.link.told import Count

AT_LEAST_4 = Count(4, 4, math.inf, "people", "killed", "at least four people")


@pytest.mark.parametrize(
    ("a", "b", "agree", "differ"),
    [
        ({"places": (SUMY,)}, {"places": (OBLAST,)}, {Slot.PLACE}, set()),
        ({"places": (SUMY,)}, {"places": (KONOTOP,)}, set(), {Slot.PLACE}),
        ({"days": ("2025-05-19", "2025-05-20")}, {"days": ("2025-05-20", "2025-05-20")},
         {Slot.DATE}, set()),
        ({"days": ("2025-05-19", "2025-05-19")}, {"days": ("2025-05-20", "2025-05-20")},
         set(), {Slot.DATE}),
        ({"days": ("2025-05-19", "2025-05-19")}, {}, set(), set()),
        ({"counts": (killed(6),)}, {"counts": (killed(4),)}, set(), {Slot.NUMBER}),
        ({"counts": (killed(6),)}, {"counts": (AT_LEAST_4,)}, {Slot.NUMBER}, set()),
        ({"counts": (killed(6),)}, {"counts": (killed(6, ""),)}, {Slot.NUMBER}, set()),
        ({"counts": (killed(17),)}, {"counts": (killed(5, "soldiers"), killed(17))},
         {Slot.NUMBER}, set()),
        ({"agents": ("russia",)}, {"agents": ("ukraine",)}, set(), {Slot.ACTOR}),
        ({"agents": ("russia",)}, {"agents": ("russia", "ukraine")}, set(), set()),
        ({"negated": True}, {}, set(), {Slot.POLARITY}),
        ({"kinds": ("capture",), "agents": ("russia",), "places": (SUMY,)},
         {"turns": ("held",), "holders": ("ukraine",), "places": (SUMY,), "kinds": ()},
         {Slot.PLACE}, {Slot.POLARITY}),
        ({"kinds": ("capture",), "agents": ("russia",), "places": (SUMY,)},
         {"turns": ("held",), "holders": ("russia",), "places": (SUMY,), "kinds": ()},
         {Slot.PLACE}, set()),
        ({"kinds": ("exchange",), "agents": ("russia",)},
         {"kinds": ("exchange",), "agents": ("ukraine",)}, set(), set()),
        ({"turns": ("nobody",)}, {"counts": (killed(2),)}, set(), {Slot.POLARITY}),
    ],
)  # fmt: skip
def test_each_slot_agrees_differs_or_is_open(
    a: dict[str, Any], b: dict[str, Any], agree: set[Slot], differ: set[Slot]
) -> None:
    base: dict[str, Any] = {"places": ()}
    found = slots(told(**(base | a)), told("b", **(base | b)))

    assert {item.slot for item in found.differ} == differ
    assert {item.slot for item in found.agree} - {Slot.POLARITY} == agree


def test_wordings_keep_the_order_of_the_claims() -> None:
    found = slots(told(counts=(killed(6),)), told("b", counts=(killed(4),)))

    assert [(item.a, item.b) for item in found.differ] == [("6 people", "4 people")]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (killed(3), killed(3, "civilians"), True),
        (killed(3, "women"), killed(3, "children"), False),
        (killed(3), Count(3, 3, 3, "people", "wounded", "3"), False),
        (Count(3, 3, 3, "drones", "", "3"), Count(4, 4, 4, "drones", "", "4"), True),
        (Count(3, 3, 3, "", "", "3"), Count(4, 4, 4, "", "", "4"), False),
    ],
)
def test_numbers_are_compared_where_they_count_the_same(
    one: Count, other: Count, alike: bool
) -> None:
    assert comparable(one, other) is alike


def test_stretches_that_touch_are_no_days_apart() -> None:
    assert days_apart(("2025-05-18", "2025-05-20"), ("2025-05-20", "2025-05-21")) == 0
    assert days_apart(("2025-05-24", "2025-05-24"), ("2025-05-20", "2025-05-21")) == 3
