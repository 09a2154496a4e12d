"""Days as numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.serve.story.moments import day_at, moment, stretch

_FIRST = date(2025, 5, 20).toordinal()


@pytest.mark.parametrize(
    ("value", "end", "expected"),
    [
        ("2025-05-20", False, 0.0),
        ("2025-05-20", True, 1.0),
        ("2025-05-20T12:00", False, 0.5),
        ("2025-05-20T06:00:00Z", False, 0.25),
        ("2025-05-20T06:00:00+03:00", False, 0.25),
    ],
)
def test_a_date_is_its_days_since_the_year_1(value: str, end: bool, expected: float) -> None:
    found = moment(value, end=end)

    assert found == pytest.approx(_FIRST + expected)


@pytest.mark.parametrize("value", [None, "", "XXXX-05-20", "2025-SU", "2025-05-20TNI"])
def test_what_is_no_date_is_none(value: str | None) -> None:
    assert moment(value) is None
    assert stretch(value, "2025-05-20") is None


def test_both_ends_are_included() -> None:
    found = stretch("2025-05-20", "2025-05-21")

    assert found is not None
    assert found.width == 2.0


def test_a_stretch_never_ends_before_it_begins() -> None:
    found = stretch("2025-05-20", "2025-05-01")

    assert found is not None
    assert found.end >= found.start


@given(st.dates())
def test_the_day_of_a_day_is_itself(day: date) -> None:
    at = moment(day.isoformat())

    assert at is not None
    assert day_at(at) == day
    if day < date.max:
        assert day_at(at + 0.99) == day
        assert day_at(at + 1) == day + timedelta(days=1)
