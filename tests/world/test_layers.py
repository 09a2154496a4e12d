"""Dated maps of held ground: read, refused by name, and measured over land."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.core.errors import LexiconError
from dateline.core.place import Area, PlaceKind, Ring
from dateline.world.ground import measure, overlap_km2, point_km
from dateline.world.layers import Layer, day_of, ground, read_layer

HOME = Path(__file__).parents[1] / "data" / "home"


def box(w: float, s: float, e: float, n: float, *, steps: int = 40) -> Ring:
    """A closed ring around the box, with points all along its sides."""
    xs = [w + (e - w) * i / steps for i in range(steps + 1)]
    ys = [s + (n - s) * i / steps for i in range(steps + 1)]
    ring = [(x, s) for x in xs] + [(e, y) for y in ys[1:]]
    ring += [(x, n) for x in xs[-2::-1]] + [(w, y) for y in ys[-2::-1]]
    return tuple(ring)


def square(w: float, s: float, e: float, n: float) -> Area:
    return Area(
        id=f"test {w},{s},{e},{n}", name="Test", kind=PlaceKind.OBLAST, country="UA",
        rings=(box(w, s, e, n),),
    )  # fmt: skip


def test_the_gap_between_ground_and_area_is_in_kilometres() -> None:
    found = measure((box(37.1, 49.0, 37.5, 49.4),), square(36.0, 49.0, 37.0, 49.4))

    assert found is not None
    assert found.km == pytest.approx(7.3, abs=0.2)
    assert found.inside_km2 == 0


def test_ground_inside_the_area_is_no_distance_away_and_has_a_size() -> None:
    found = measure((box(36.9, 49.1, 37.5, 49.2),), square(36.0, 49.0, 37.0, 49.4))

    assert found is not None
    assert found.km == 0
    assert found.inside_km2 == pytest.approx(81, rel=0.1)


def test_ground_across_the_reservoir_is_not_near() -> None:
    """Near Nikopol the water makes the distance nearly nothing on every day."""
    north, south = square(33.9, 47.55, 34.6, 48.0), (box(33.9, 47.3, 34.6, 47.54),)
    found = measure(south, north)

    assert overlap_km2(south, north) == 0
    assert found is None or found.km > 5


def test_a_point_in_the_ground_is_no_distance_away() -> None:
    held = (box(37.0, 48.0, 38.0, 49.0),)

    assert point_km(held, 37.5, 48.5) == 0
    assert point_km(held, 36.9, 48.5) == pytest.approx(7.4, abs=0.1)


def test_the_layer_of_a_day_is_the_latest_not_after_it_and_not_stale() -> None:
    layer = read_layer(HOME / "layers" / "drawn")

    assert [day for day, _ in layer.days] == ["2025-05-20", "2025-08-10"]
    assert layer.at("2025-05-19") is None
    assert (layer.at("2025-05-25") or ("",))[0] == "2025-05-20"
    assert layer.at("2025-07-01") is None
    assert [day for day, _ in layer.after("2025-05-20")] == ["2025-08-10"]


@pytest.mark.parametrize("key", ["author", "licence", "maps", "holder"])
def test_a_layer_that_does_not_say_who_or_what_is_refused_by_name(key: str, tmp_path: Path) -> None:
    told = {"name": "x", "author": "a", "licence": "l", "maps": "m", "holder": "russia"}
    told.pop(key)
    (tmp_path / "layer.toml").write_text("\n".join(f'{k} = "{v}"' for k, v in told.items()))

    with pytest.raises(LexiconError, match=key):
        read_layer(tmp_path)


@pytest.mark.parametrize(
    ("coordinates", "problem"),
    [
        ([[[37, 48], [38, 48], [38, 49]]], "not closed"),
        ([[[37, 48], [38, 48], [38, 49], [37, 49]]], "not closed"),
        ([[[370, 48], [38, 48], [38, 49], [370, 48]]], "outside the world"),
        ([[["a", 48], [38, 48], [38, 49], ["a", 48]]], "no pair of numbers"),
    ],
)
def test_a_broken_polygon_is_refused_by_file_and_feature(
    coordinates: object, problem: str, tmp_path: Path
) -> None:
    path = tmp_path / "map_20250520.geojson"
    geometry = {"type": "Polygon", "coordinates": coordinates}
    path.write_text(json.dumps({"features": [{"properties": {}, "geometry": geometry}]}))

    with pytest.raises(LexiconError, match=rf"map_20250520.*feature 1.*{problem}"):
        ground(str(path))


def test_a_day_is_read_from_the_name_or_from_a_property(tmp_path: Path) -> None:
    dated = tmp_path / "a_20250608.geojson"
    dated.write_text("{}")
    undated = tmp_path / "b.geojson"
    undated.write_text(json.dumps({"features": [{"properties": {"date": "2025-06-09"}}]}))
    never = tmp_path / "c.geojson"
    never.write_text(json.dumps({"features": []}))

    assert day_of(dated) == "2025-06-08"
    assert day_of(undated) == "2025-06-09"
    with pytest.raises(LexiconError, match=r"c\.geojson"):
        day_of(never)


def test_a_layer_without_days_has_none() -> None:
    empty = Layer(name="x", author="a", licence="l", maps="m", holder="russia", days=())

    assert empty.at("2025-05-20") is None
