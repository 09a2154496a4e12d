from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.present.projection import WIDTH, Frame, centre, grid, path, scale_km

UKRAINE = Frame((30.0, 46.0, 40.0, 52.0))
LON, LAT = st.floats(30, 40), st.floats(46, 52)


@given(LON, LAT)
def test_what_lies_in_the_box_lies_in_the_drawing(lon: float, lat: float) -> None:
    x, y = UKRAINE.xy(lon, lat)

    assert -0.01 <= x <= WIDTH + 0.01
    assert -0.01 <= y <= UKRAINE.height + 0.01


def test_a_degree_east_is_shorter_than_a_degree_north_by_the_middle_parallel() -> None:
    x, y = UKRAINE.xy(31.0, 51.0)

    assert x / y == pytest.approx(0.656, abs=0.001)


def test_a_ring_outside_the_box_is_not_drawn() -> None:
    assert path(((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)), UKRAINE) == ""


def test_points_that_nobody_can_tell_apart_are_dropped() -> None:
    ring = ((31.0, 47.0), (31.0001, 47.0), (35.0, 47.0), (35.0, 50.0), (31.0, 47.0))

    assert path(ring, UKRAINE).count("L") == 3


def test_a_ring_over_the_antimeridian_does_not_cross_the_map() -> None:
    """Chukotka once drew two lines from Alaska to Norway."""
    world = Frame((-180.0, 40.0, 180.0, 80.0))
    ring = (
        (170.0, 60.0),
        (179.0, 65.0),
        (-175.0, 66.0),
        (-179.0, 68.0),
        (172.0, 70.0),
        (170.0, 60.0),
    )

    across = [float(x) for x, _ in re.findall(r"([\d.]+) ([\d.]+)", path(ring, world))]

    assert min(across) > WIDTH * 0.9


@pytest.mark.parametrize(("width", "km"), [(2.0, 20), (10.0, 100), (100.0, 1000)])
def test_the_scale_is_a_round_distance(width: float, km: int) -> None:
    assert scale_km(Frame((30.0, 48.0, 30.0 + width, 49.0))) == km


def test_the_grid_stays_inside_the_box() -> None:
    assert all(UKRAINE.holds(*point) for point in grid(UKRAINE))


@pytest.mark.parametrize(
    ("ring", "middle"),
    [
        (((0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (0.0, 2.0), (0.0, 0.0)), (2.0, 1.0)),
        (((0.0, 0.0), (0.0, 2.0), (4.0, 2.0), (4.0, 0.0), (0.0, 0.0)), (2.0, 1.0)),
        (((1.0, 1.0), (2.0, 2.0), (1.0, 1.0)), None),
    ],
)
def test_the_centre_is_that_of_the_area(ring: object, middle: object) -> None:
    assert centre(ring) == middle  # type: ignore[arg-type]
