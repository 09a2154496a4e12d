"""How many days the words of a stretch allow."""

from __future__ import annotations

import pytest

from dateline.resolve.stretch import stated_days


@pytest.mark.parametrize(
    ("count", "unit", "mod", "days"),
    [
        ((2, 2), "W", None, (12, 16)),
        ((2, 2), "W", "LESS_THAN", (10, 14)),
        ((2, 2), "W", "MORE_THAN", (14, 20)),
        ((2, 2), "W", "APPROX", (10, 18)),
        ((2, 3), "W", None, (12, 23)),
        ((3, 3), "D", None, (2, 4)),
        ((1, 1), "M", None, (21, 40)),
        ((3, 3), "M", "LESS_THAN", (74, 91)),
        ((10, 10), "D", "EQUAL_OR_MORE", (9, 21)),
        ((10, 10), "D", "EQUAL_OR_LESS", (0, 11)),
        ((1, 1), "Y", None, (246, 485)),
    ],
)
def test_the_range_is_what_a_reader_would_accept(
    count: tuple[float, float], unit: str, mod: str | None, days: tuple[int, int]
) -> None:
    assert stated_days(count, unit, mod) == days


@pytest.mark.parametrize("unit", ["TH", "TM", "DE", "CE"])
def test_units_that_dates_cannot_check_have_no_range(unit: str) -> None:
    assert stated_days((2, 2), unit, None) is None
