"""Numbered roads: known by their own row, or by the area that the digits tell."""

from __future__ import annotations

import pytest

from dateline.world.roads import road


@pytest.mark.parametrize(
    ("number", "area"),
    [("M-30", "UA"), ("T-05-04", "UA-14"), ("T-21-04", "UA-63"), ("M-99", None), ("T-99-01", None)],
)
def test_a_road_has_the_area_it_lies_in(number: str, area: str | None) -> None:
    found = road(number)

    assert (found.area if found else None) == area
