"""Partial dates: filling, moving, bounds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.time import Granularity
from dateline.resolve.partial import bounds, filled, granularity, moved, weekday_near, year_of

DAY = date(2025, 6, 11)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("value", "known", "out"),
    [
        ("XXXX", Granularity.DAY, "2025"),
        ("XXXX-05-20", Granularity.DAY, "2025-05-20"),
        ("XXXX-XX", Granularity.DAY, "2025-06"),
        ("XXXX-XX-XX", Granularity.DAY, "2025-06-11"),
        ("XXXX-XX-XX", Granularity.MONTH, "2025-06-XX"),
        ("XXXX-XX-XX", Granularity.YEAR, "2025-XX-XX"),
        ("XXXX-WXX", Granularity.DAY, "2025-W24"),
        ("XXXX-WXX", Granularity.YEAR, "XXXX-WXX"),
        ("XXXX-WXX-7", Granularity.DAY, "2025-06-15"),
        ("XXXX-WXX-WE", Granularity.DAY, "2025-W24-WE"),
        ("XXXX-QX", Granularity.DAY, "2025-Q2"),
        ("XXXX-HX", Granularity.DAY, "2025-H1"),
        ("XXXX-XX-XXTMO", Granularity.DAY, "2025-06-11TMO"),
        ("XXX", Granularity.DAY, "202"),
        ("XX", Granularity.DAY, "20"),
    ],
)
def test_open_parts_come_from_the_day_as_far_as_it_is_known(
    value: str, known: Granularity, out: str
) -> None:
    assert filled(value, DAY, known) == out


@pytest.mark.parametrize(
    ("value", "mod", "first", "last"),
    [
        ("2025", None, "2025-01-01", "2025-12-31"),
        ("202", None, "2020-01-01", "2029-12-31"),
        ("19", None, "1900-01-01", "1999-12-31"),
        ("2025-05", None, "2025-05-01", "2025-05-31"),
        ("2025-06", "START", "2025-06-01", "2025-06-10"),
        ("2025-06", "END", "2025-06-21", "2025-06-30"),
        ("2025-SU", None, "2025-06-01", "2025-08-31"),
        ("2024-WI", None, "2024-12-01", "2025-02-28"),
        ("2025-Q2", None, "2025-04-01", "2025-06-30"),
        ("2025-H2", None, "2025-07-01", "2025-12-31"),
        ("2025-W24", None, "2025-06-09", "2025-06-15"),
        ("2025-W24-WE", None, "2025-06-14", "2025-06-15"),
        ("2025-05-20T09:14", None, "2025-05-20", "2025-05-20"),
        ("2025-06-XX", None, "2025-06-01", "2025-06-30"),
    ],
)
def test_bounds_are_the_first_and_the_last_day(
    value: str, mod: str | None, first: str, last: str
) -> None:
    assert bounds(value, mod) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["XXXX-05-20", "BC0481", "PAST_REF", "XX7", "XXXX-XX-XXT09:00", ""]
)
def test_what_is_open_has_no_bounds(value: str) -> None:
    assert bounds(value) is None


@pytest.mark.parametrize(
    ("by", "unit", "out"),
    [
        (-1, "D", "2025-06-10"),
        (2, "W", "2025-06-25"),
        (-4, "M", "2025-02-11"),
        (1, "Y", "2026-06-11"),
        (-2, "DE", "2005-06-11"),
        (10**9, "Y", "9998-06-11"),
        (-(10**12), "D", "0001-01-01"),
    ],
)
def test_moving_by_units_stays_in_the_calendar(by: int, unit: str, out: str) -> None:
    assert moved(DAY, by, unit).isoformat() == out


@pytest.mark.parametrize(
    ("number", "lean", "strict", "out"),
    [
        (3, -1, False, "2025-06-11"),
        (3, -1, True, "2025-06-04"),
        (1, 0, False, "2025-06-09"),
        (5, 0, False, "2025-06-06"),
        (5, 1, False, "2025-06-13"),
        (3, 1, True, "2025-06-18"),
    ],
)
def test_a_weekday_is_the_nearest_on_its_side(
    number: int, lean: int, strict: bool, out: str
) -> None:
    assert weekday_near(f"XXXX-WXX-{number}", DAY, lean, strict=strict) == out


@pytest.mark.parametrize(
    ("value", "grain"),
    [
        ("18", Granularity.CENTURY),
        ("193", Granularity.DECADE),
        ("2025", Granularity.YEAR),
        ("2025-SU", Granularity.SEASON),
        ("2025-WI", Granularity.SEASON),
        ("2025-W24", Granularity.WEEK),
        ("XXXX-WXX-5", Granularity.DAY),
        ("2025-05-20T09:14", Granularity.MINUTE),
        ("2025-05-20TMO", Granularity.PART),
        ("P2W", None),
        ("PAST_REF", None),
    ],
)
def test_granularity_is_that_of_the_value(value: str, grain: Granularity | None) -> None:
    assert granularity(value) == grain


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_a_day_filled_in_is_that_day(day: date) -> None:
    assert bounds(filled("XXXX-XX-XX", day)) == (day, day)


def test_years_before_christ_are_negative() -> None:
    assert [year_of(v) for v in ("BC0481", "1944-05", "XXXX-05", "193")] == [-481, 1944, None, None]
