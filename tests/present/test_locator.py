from __future__ import annotations

from typing import Any

import pytest
from records import place, record

from dateline.present.locator import Locator, locator
from dateline.present.projection import WIDTH

TEXT = "Sumy, Crimea, Donetsk, Kyiv, Poland, Russian, the east, Ivanivka"
SUMY = {"id": "UA-59", "kind": "oblast", "iso3166_2": "UA-59", "country": "UA"}
INSIDE_SUMY = {"lat": 50.9, "lon": 34.5}


def drawn(*places: Any) -> Locator:
    return locator(record(TEXT, places=places))


def test_an_oblast_is_drawn_as_an_area_with_its_number_inside() -> None:
    made = drawn(place(TEXT, "Sumy", **SUMY, **INSIDE_SUMY))

    assert [shape.name for shape in made.shapes if shape.kind == "named"] == ["Sumy Oblast"]
    (spot,) = made.spots
    assert spot.x is not None
    assert spot.y is not None
    assert 0 < spot.x < WIDTH
    assert 0 < spot.y < made.height


def test_what_is_contested_is_drawn_so_and_named_so_with_a_source() -> None:
    crimea = {"id": "UA-43", "kind": "oblast", "iso3166_2": "UA-43", "country": "UA"}

    made = drawn(place(TEXT, "Crimea", **crimea, lat=45.2, lon=34.2))

    assert "Autonomous Republic of Crimea" in {s.name for s in made.shapes if s.kind == "contested"}
    (told,) = [c for c in made.contested if "Autonomous Republic of Crimea" in c.names]
    assert "68/262" in told.source
    assert "occupied" in told.note


@pytest.mark.parametrize("role", ["actor", "demonym", "unit", "organisation"])
def test_only_places_where_something_happens_are_drawn(role: str) -> None:
    assert drawn(place(TEXT, "Sumy", role=role, **SUMY, **INSIDE_SUMY)) == Locator()


def test_a_settlement_is_a_point_and_needs_no_outline() -> None:
    made = drawn(
        place(TEXT, "Ivanivka", id="x", kind="settlement", country="UA", lat=49.0, lon=33.0)
    )

    assert [shape for shape in made.shapes if shape.kind == "named"] == []
    assert made.spots[0].exact


def test_a_vague_region_is_a_circle_as_wide_as_it_may_be() -> None:
    east = {"id": "y", "kind": "region", "country": "UA", "bbox": (36.0, 47.0, 40.0, 50.0)}

    made = drawn(place(TEXT, "the east", **east, lat=48.5, lon=38.0))

    assert len(made.circles) == 1


def test_a_country_elsewhere_does_not_shrink_the_map() -> None:
    near = drawn(place(TEXT, "Sumy", **SUMY, **INSIDE_SUMY))
    poland = place(TEXT, "Poland", id="PL", kind="country", country="PL", lat=52.0, lon=19.0)

    both = drawn(place(TEXT, "Sumy", **SUMY, **INSIDE_SUMY), poland)

    assert both.height == near.height
    assert both.spots[1].x is None


def test_a_region_as_wide_as_a_continent_does_not_shrink_the_map() -> None:
    near = drawn(place(TEXT, "Sumy", **SUMY, **INSIDE_SUMY))
    wide = {
        "id": "EU",
        "kind": "region",
        "lat": 50.0,
        "lon": 15.0,
        "bbox": (-25.0, 35.0, 45.0, 71.0),
    }

    assert (
        drawn(place(TEXT, "Sumy", **SUMY, **INSIDE_SUMY), place(TEXT, "the east", **wide)).height
        == near.height
    )


@pytest.mark.parametrize("kind", ["country", "region"])
def test_a_box_over_the_antimeridian_draws_nothing_upside_down(kind: str) -> None:
    over = {"id": "x", "kind": kind, "lat": 60.0, "lon": 100.0, "bbox": (19.6, 41.2, -169.0, 81.9)}

    made = drawn(place(TEXT, "Russian", **over))

    assert made.height > 0
    assert all(radius > 0 for *_, radius in made.circles)


def test_mentions_of_one_place_share_a_number() -> None:
    first = place(TEXT, "Sumy", **SUMY, **INSIDE_SUMY)
    again = place(TEXT, "Kyiv", **SUMY, **INSIDE_SUMY)

    (spot,) = drawn(first, again).spots

    assert (spot.mentions, spot.words) == ((1, 2), ("Sumy", "Kyiv"))


def test_numbers_at_one_point_do_not_cover_each_other() -> None:
    spots = drawn(
        place(TEXT, "Sumy", id="a", kind="settlement", **INSIDE_SUMY),
        place(TEXT, "Kyiv", id="b", kind="settlement", **INSIDE_SUMY),
    ).spots

    (ax, ay), (bx, by) = [(s.x or 0, s.y or 0) for s in spots]
    assert abs(ax - bx) + abs(ay - by) > 20


def test_a_place_that_was_left_open_is_not_drawn() -> None:
    assert drawn(place(TEXT, "Ivanivka")) == Locator()
