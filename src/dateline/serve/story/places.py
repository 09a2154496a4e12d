"""
The places of a story for a map: areas as areas, points as points, each with its claims and days.

Whose an area is comes from `world.boundaries` with its source; a contested one says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import cos, pi, radians, sin
from typing import Any

from dateline.core.errors import UsageError
from dateline.core.place import Area, Ring
from dateline.core.record import RecordPlace
from dateline.present.export.geojson import geometry, polygons
from dateline.present.projection import centre
from dateline.serve.story.telling import Line
from dateline.world.boundaries import areas
from dateline.world.layers import Layer, ground, layers

_WORLD = (-180.0, -90.0, 180.0, 90.0)
_KM_PER_DEGREE = 111.195
_CORNERS = 48
_DIGITS = 4


def features(lines: Sequence[Line]) -> dict[str, Any]:
    """
    A FeatureCollection: one feature a place, with the numbers and days of the lines there.

    A place known only to lie within some kilometres of a point is drawn as that circle.
    """
    groups: dict[str, tuple[RecordPlace, list[Line]]] = {}
    for line in lines:
        if line.place is not None and line.place.lat is not None:
            ident = line.place.id or line.place.name
            groups.setdefault(ident, (line.place, []))[1].append(line)
    return {
        "type": "FeatureCollection",
        "features": [_feature(place, mine) for _, (place, mine) in sorted(groups.items())],
    }


def _feature(place: RecordPlace, lines: Sequence[Line]) -> dict[str, Any]:
    shape, how, known = geometry(place)
    if place.radius_km and place.lat is not None and place.lon is not None:
        ring = _circle(place.lon, place.lat, place.radius_km)
        shape, how = {"type": "Polygon", "coordinates": [ring]}, "circle"
    return {
        "type": "Feature",
        "geometry": shape,
        "properties": {
            "name": place.name,
            "kind": place.kind,
            "precision": place.precision,
            "geometry": how,
            "radius_km": place.radius_km,
            "status": known.status.value if known else "plain",
            "note": known.status_note if known else "",
            "point": [place.lon, place.lat],
            "lines": [_entry(line) for line in lines],
        },
    }


def _entry(line: Line) -> dict[str, Any]:
    time = line.time
    return {
        "number": line.number,
        "speaker": line.claim.speaker.name if line.claim.speaker else None,
        "status": line.claim.status,
        "from": str(time.earliest)[:10] if time else None,
        "until": str(time.latest)[:10] if time else None,
        "words": line.words,
    }


def _circle(lon: float, lat: float, km: float) -> list[list[float]]:
    """A ring around a point, against the clock, closed."""
    high = km / _KM_PER_DEGREE
    wide = high / max(0.05, cos(radians(lat)))
    turns = [2 * pi * n / _CORNERS for n in range(_CORNERS)]
    ring = [[round(lon + wide * cos(t), 5), round(lat + high * sin(t), 5)] for t in turns]
    return [*ring, ring[0]]


@cache
def base() -> dict[str, Any]:
    """The ground of every map: countries and first-order divisions, contested ones marked."""
    return {"type": "FeatureCollection", "features": [_ground(one) for one in areas(_WORLD)]}


def _ground(one: Area) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": polygons(tuple(_rounded(ring) for ring in one.rings)),
        "properties": {
            "id": one.id,
            "name": one.name,
            "kind": one.kind.value,
            "country": one.country,
            "status": one.status.value,
            "note": one.status_note,
            "source": one.status_source,
            "label": centre(max(one.rings, key=len)),
        },
    }


def _rounded(ring: Ring) -> Ring:
    return tuple((round(x, _DIGITS), round(y, _DIGITS)) for x, y in ring)


def layer_of(name: str, day: str) -> tuple[Layer, str, dict[str, Any]]:
    """
    A reality layer as it stood on `day`: the layer, the day of its map, and what it holds.

    Raises:
        UsageError: no layer is called so, or it has no map of that day or the two weeks before.
    """
    found = next((each for each in layers() if each.name == name), None)
    if found is None:
        known = ", ".join(each.name for each in layers()) or "none"
        raise UsageError(f"no layer is called {name!r}: there are {known}")
    dated = found.at(day)
    if dated is None:
        raise UsageError(f"the layer {name!r} has no map of {day} or the two weeks before it")
    own, path = dated
    shape = polygons(ground(path))
    feature = {"type": "Feature", "geometry": shape, "properties": {"holder": found.holder}}
    return found, own, {"type": "FeatureCollection", "features": [feature]}
