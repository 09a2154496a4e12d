"""The year track: which year a text speaks of, date by date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.years import Mark, track


def years(*marks: Mark, start: int | None = None) -> list[int | None]:
    return [step.year for step in track(marks, start)]


def test_a_month_follows_the_year_before_it() -> None:
    assert years(Mark(1943, 7), Mark(None, 9)) == [1943, 1943]


def test_an_early_month_after_a_late_one_is_of_the_next_year() -> None:
    assert years(Mark(1943, 11), Mark(None, 2), Mark(None, 4)) == [1943, 1944, 1944]


def test_a_step_back_of_a_month_stays_in_the_year() -> None:
    assert years(Mark(1944, 8), Mark(None, 6)) == [1944, 1944]


def test_a_year_in_passing_does_not_drag_what_follows() -> None:
    """HeidelTime lost 19 values of one document to "since 1813" and "found in 2004"."""
    found = years(
        Mark(1943, 3, opening=True),
        Mark(1813, None, aside=True),
        Mark(None, 4),
        Mark(2004, None),
        Mark(None, 5),
        Mark(1943, 6),
    )

    assert [found[2], found[4]] == [1943, 1943]


def test_a_year_that_opens_a_paragraph_moves_the_story() -> None:
    assert years(Mark(1943, 3), Mark(1945, None, opening=True), Mark(None, 2)) == [1943, 1945, 1945]


def test_without_any_year_there_is_none() -> None:
    assert years(Mark(None, 5), Mark(None, 6)) == [None, None]


def test_each_step_says_which_mark_set_its_year() -> None:
    assert [step.set_by for step in track((Mark(1943, 7), Mark(None, 9)))] == [0, 0]


@given(
    st.lists(
        st.builds(
            Mark,
            st.one_of(st.none(), st.integers(-500, 2100)),
            st.one_of(st.none(), st.integers(1, 12)),
            st.booleans(),
            st.booleans(),
        ),
        max_size=30,
    )
)
def test_every_mark_has_a_step(marks: list[Mark]) -> None:
    assert len(track(tuple(marks))) == len(marks)


@pytest.mark.parametrize("start", [None, 2025])
def test_the_start_holds_until_a_year_is_named(start: int | None) -> None:
    assert years(Mark(None, 5), start=start) == [start]
