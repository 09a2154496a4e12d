"""Where stretches of time stand on an axis."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.serve.story.axis import WIDTH, Axis, axis
from dateline.serve.story.moments import Stretch, stretch


def days(first: str, last: str) -> Stretch:
    found = stretch(first, last)
    assert found is not None
    return found


def test_nothing_dated_has_no_axis() -> None:
    assert axis([]) is None


def test_a_look_back_to_another_year_stands_at_the_edge() -> None:
    event = days("2025-05-20", "2025-05-21")
    long_ago = days("1991-08-24", "1991-08-24")
    along = axis([long_ago, event], focus=event)

    assert along is not None
    assert along.bar(long_ago).before
    assert along.bar(event).width > WIDTH / 2


def test_a_moment_is_still_seen() -> None:
    along = Axis(0.0, 10_000.0)

    assert along.bar(Stretch(5000.0, 5000.0)).width >= 2


@pytest.mark.parametrize(
    ("first", "last", "kind"),
    [
        ("2025-05-20", "2025-05-20", "hour"),
        ("2025-05-20", "2025-05-27", "day"),
        ("2025-01-01", "2025-09-01", "month"),
        ("1991-01-01", "2025-09-01", "year"),
    ],
)
def test_ticks_are_as_fine_as_there_is_room_for(first: str, last: str, kind: str) -> None:
    along = axis([days(first, last)])

    assert along is not None
    assert kind in {tick.kind for tick in along.ticks()}
    assert 2 <= len(along.ticks()) <= WIDTH / 40


_AT = st.floats(min_value=366, max_value=3_000_000)


@given(st.lists(st.tuples(_AT, st.floats(min_value=0, max_value=40_000)), min_size=1, max_size=20))
def test_every_bar_stays_on_the_drawing(parts: list[tuple[float, float]]) -> None:
    stretches = [Stretch(start, start + width) for start, width in parts]
    along = axis(stretches)

    assert along is not None
    for each in stretches:
        bar = along.bar(each)
        assert bar.x >= 0
        assert bar.x + bar.width <= WIDTH + 0.2
    assert all(0 <= tick.x <= WIDTH for tick in along.ticks())
