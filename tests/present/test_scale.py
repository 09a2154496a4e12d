from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.present.scale import scale

DAYS = st.lists(st.integers(1, 3_000_000).map(float), min_size=1, max_size=12)


def ordinal(iso: str) -> float:
    return float(date.fromisoformat(iso).toordinal())


@given(DAYS)
def test_later_days_stand_further_right_and_all_on_the_axis(days: list[float]) -> None:
    axis = scale(days)

    places = [axis.at(day) for day in sorted(set(days))]

    assert places == sorted(places)
    assert places[0] > 0
    assert places[-1] < 100.001


@given(DAYS)
def test_labels_never_touch(days: list[float]) -> None:
    places = [tick.at for tick in scale(days).ticks()]

    assert all(later - earlier >= 21 for earlier, later in pairwise(places))


def test_a_stretch_that_dwarfs_the_rest_is_cut_short() -> None:
    axis = scale(map(ordinal, ("2020-05-01", "2025-05-20", "2025-06-08", "2025-06-09")))

    assert len(axis.breaks) == 1
    assert axis.at(ordinal("2025-06-08")) - axis.at(ordinal("2025-05-20")) > 50


def test_even_stretches_are_not_cut() -> None:
    assert scale(map(ordinal, ("2022-01-01", "2023-01-01", "2024-01-01"))).breaks == ()


@pytest.mark.parametrize(
    ("days", "label"),
    [
        (("2025-06-01", "2025-06-08"), "31 May 2025"),
        (("2025-01-10", "2025-06-08"), "Feb 2025"),
        (("2010-03-10", "2025-06-08"), "2010"),
    ],
)
def test_labels_are_days_months_or_years(days: tuple[str, str], label: str) -> None:
    assert scale(map(ordinal, days)).ticks()[0].label == label
