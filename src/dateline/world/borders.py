"""
Borders as lines: the outline of an area, or the part that two areas share.

Where the two are drawn alike they share points; where they come from two sources, what lies close
to the other is taken. Whether a text means a border is not this module's business.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from dateline.core.place import Area, Box
from dateline.world.boundaries import area, areas, segment_km

Point = tuple[float, float]
_WORLD: Box = (-180.0, -90.0, 180.0, 90.0)
_LEAST = 2
"""Points that make a line."""
_CLOSE_KM = 12.0
"""How far apart two sources draw one border, at most."""
_NEAR = 0.3
"""Degrees within which a side of one outline can be close to a point of the other."""


class Border(Struct, frozen=True):
    """A point on the line near its middle, and the box around it; degrees, WGS84."""

    lon: float
    lat: float
    box: Box


@lru_cache(maxsize=256)
def border(ident: str, other: str | None = None) -> Border | None:
    """The outline of the area, or what it shares with the other; None where nothing is drawn."""
    mine = [p for shape in _outlines(ident) for ring in shape.rings for p in ring]
    if other is not None:
        mine = _shared(mine, _outlines(other))
    if len(mine) < _LEAST:
        return None
    xs, ys = [x for x, _ in mine], [y for _, y in mine]
    box = (min(xs), min(ys), max(xs), max(ys))
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    lon, lat = min(mine, key=lambda p: ((p[0] - middle[0]) ** 2 + (p[1] - middle[1]) ** 2, p))
    return Border(lon, lat, box)


def _outlines(ident: str) -> tuple[Area, ...]:
    """The area itself; for a country without an outline, its first-order divisions."""
    whole = area(ident)
    if whole is not None:
        return (whole,)
    return tuple(a for a in areas(_WORLD) if a.country == ident)


def _shared(mine: list[Point], others: Iterable[Area]) -> list[Point]:
    shapes = list(others)
    theirs = {p for shape in shapes for ring in shape.rings for p in ring}
    same = [p for p in mine if p in theirs]
    if len(same) >= _LEAST:
        return same
    sides = _sides_near(mine, shapes)
    return [p for p in mine if any(_is_close(p, a, b) for a, b in sides)]


def _sides_near(mine: list[Point], shapes: list[Area]) -> list[tuple[Point, Point]]:
    """The sides of the other outlines that lie in the box around the points."""
    if not mine:
        return []
    west, east = min(x for x, _ in mine) - _NEAR, max(x for x, _ in mine) + _NEAR
    south, north = min(y for _, y in mine) - _NEAR, max(y for _, y in mine) + _NEAR
    return [
        (a, b)
        for shape in shapes
        for ring in shape.rings
        for a, b in itertools.pairwise(ring)
        if max(a[0], b[0]) >= west and min(a[0], b[0]) <= east
        if max(a[1], b[1]) >= south and min(a[1], b[1]) <= north
    ]


def _is_close(point: Point, a: Point, b: Point) -> bool:
    if not min(a[1], b[1]) - _NEAR <= point[1] <= max(a[1], b[1]) + _NEAR:
        return False
    return segment_km(point, a, b) <= _CLOSE_KM
