"""
Outlines of areas, whose they are, and how far a point is from them.

Drawn from the packs' GeoJSON; which areas are contested is told by the packs' `status.tsv`, each
with its source, and by nothing else. What a text means by a name is not this module's business.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from msgspec.json import decode

from dateline.core.place import Area, Box, PlaceKind, Ring, Status
from dateline.core.table import parse_table

PACKS = Path(__file__).parent / "packs"
_MAP_FILES = ("world/areas", "ukraine_osm/oblasts")
_SMALL_FILES = ("ukraine_osm/raions", "ukraine_osm/hromadas")
_KATOTTG = re.compile(r"UA\d{17}")
"""Ids of the state classifier: only districts and municipalities are looked for by them."""
_STATUS = ("id", "status", "source", "note")
_KM_PER_DEGREE = 111.195
"""Of latitude, on a sphere of 6,371 km."""


def areas(box: Box) -> tuple[Area, ...]:
    """
    Every area for a map of `box`, countries first, then first-order divisions; by id within each.

    A country whose divisions are here too comes with both. Contested areas carry a status and
    its source, and must not be drawn plainly.
    """
    found = [a for file in _MAP_FILES for a in _read(file) if _touch(a.box, box)]
    return tuple(sorted(found, key=lambda a: (a.kind is not PlaceKind.COUNTRY, a.id)))


@cache
def area(ident: str) -> Area | None:
    """The area with this id (ISO 3166-1 or -2, or KATOTTG); None where there is no outline."""
    files = _SMALL_FILES if _KATOTTG.fullmatch(ident) else _MAP_FILES
    return next((a for file in files for a in _read(file) if a.id == ident), None)


def holds(where: Area, lon: float, lat: float) -> bool:
    """Whether the point lies in the area (even-odd rule)."""
    inside = False
    for ring in where.rings:
        inside ^= _odd(ring, lon, lat)
    return inside


def areas_at(lon: float, lat: float) -> tuple[Area, ...]:
    """Every country and first-order division that holds the point."""
    return tuple(a for a in areas((lon, lat, lon, lat)) if holds(a, lon, lat))


def border_km(where: Area, lon: float, lat: float) -> float:
    """
    Kilometres from the point to the nearest border of the area, on either side.

    On a plane that touches the sphere at the point: good to 1 % within 500 km.
    """
    return min(segment_km((lon, lat), a, b) for ring in where.rings for a, b in _sides(ring))


def segment_km(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres from the point to the nearest point of the segment from `a` to `b`."""
    east = _KM_PER_DEGREE * cos(radians(point[1]))
    ax, ay = (a[0] - point[0]) * east, (a[1] - point[1]) * _KM_PER_DEGREE
    bx, by = (b[0] - point[0]) * east, (b[1] - point[1]) * _KM_PER_DEGREE
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = min(1.0, max(0.0, -(ax * dx + ay * dy) / length)) if length else 0.0
    return hypot(ax + along * dx, ay + along * dy)


def status_of(ident: str) -> tuple[Status, str, str]:
    """Status, its source, and what it means in words; plain and empty for most."""
    return _statuses().get(ident, (Status.PLAIN, "", ""))


@cache
def _statuses() -> dict[str, tuple[Status, str, str]]:
    path = PACKS / "world" / "status.tsv"
    rows = parse_table(path, path.read_text("utf-8"), _STATUS)
    return {row["id"]: (Status(row["status"]), row["source"], row["note"]) for row in rows}


@cache
def _read(file: str) -> tuple[Area, ...]:
    content = decode((PACKS / f"{file}.geojson").read_bytes())
    return tuple(_area(feature) for feature in content["features"])


def _area(feature: dict[str, Any]) -> Area:
    own = feature["properties"]
    status, source, note = status_of(feature["id"])
    return Area(
        id=feature["id"],
        name=own["name"],
        kind=PlaceKind(own["kind"]),
        country=own["country"],
        rings=tuple(tuple((x, y) for x, y in r) for r in feature["geometry"]["coordinates"]),
        status=status,
        status_source=source,
        status_note=note,
    )


def _touch(one: Box, other: Box) -> bool:
    return not (one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1])


def _sides(ring: Ring) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    return itertools.pairwise(ring)


def _odd(ring: Ring, lon: float, lat: float) -> bool:
    odd = False
    for (x1, y1), (x2, y2) in _sides(ring):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd
