"""Borders as lines: of one area, and what two share."""

from __future__ import annotations

import pytest

from dateline.world.borders import border
from dateline.world.boundaries import area, border_km


@pytest.mark.parametrize(("one", "other"), [("UA-12", "UA-14"), ("UA-63", "RU-BEL"), ("UA", "PL")])
def test_two_neighbours_share_a_line_and_its_point_lies_on_both(one: str, other: str) -> None:
    line = border(one, other)
    shape = area(other)

    assert line is not None and shape is not None
    assert border_km(shape, line.lon, line.lat) <= 12.0


@pytest.mark.parametrize(("one", "other"), [("UA-12", "UA-46"), ("UA-12", "US"), ("XX-1", None)])
def test_areas_that_do_not_touch_share_nothing(one: str, other: str | None) -> None:
    assert border(one, other) is None
