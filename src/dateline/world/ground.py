"""
How far held ground is from an area, over land, and how much of it lies inside.

Across wide water held ground is always near and says nothing, so borders on the water of the packs
are left out. Which ground and which area is for whoever asks.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from math import cos, radians

from msgspec import Struct
from msgspec.json import decode

from dateline.core.place import Area, Box, Ring
from dateline.world.boundaries import PACKS, segment_km

_KM = 111.195
_STRIP = 0.002
"""Degrees of latitude between the lines along which an overlap is measured: some 220 m."""
_MORE = 5
_CELL = 0.1
_FURTHEST_CELLS = 8
Segment = tuple[tuple[float, float], tuple[float, float]]


class Measure(Struct, frozen=True):
    """Kilometres over land from held ground to the area (0 inside), where, and km² inside."""

    km: float
    lon: float
    lat: float
    inside_km2: float


def measure(held: Sequence[Ring], area: Area) -> Measure | None:
    """How the ground lies to the area; None where it is more than some 80 km off."""
    inside = overlap_km2(held, area)
    cells = _cells(_land_border(area))
    best: tuple[float, tuple[float, float]] | None = None
    for point in _land_points(held, area.box):
        for start, end in _near(cells, point):
            km = segment_km(point, start, end)
            if best is None or km < best[0]:
                best = km, point
    if best is None:
        return None
    km = 0.0 if inside > 0 else best[0]
    return Measure(km, best[1][0], best[1][1], inside)


def point_km(held: Sequence[Ring], lon: float, lat: float) -> float:
    """Kilometres from the point to held ground; 0 where it is held."""
    if sum(len([x for x in _spans((ring,), lat) if x < lon]) % 2 for ring in held) % 2:
        return 0.0
    return min(segment_km((lon, lat), a, b) for ring in held for a, b in itertools.pairwise(ring))


def overlap_km2(held: Sequence[Ring], area: Area) -> float:
    """Square kilometres of held ground inside the area, on land."""
    rows = _rows(area)
    inside = [y for ring in held for x, y in ring if _held_by(rows, x, y) and not _on_water(x, y)]
    if not inside:
        return 0.0
    # A vertex may lie outside while its side lies inside: some strips more on both ends.
    low, high = int(min(inside) / _STRIP) - _MORE, int(max(inside) / _STRIP) + _MORE
    rings = [ring for ring in held if _reaches(ring, low * _STRIP, high * _STRIP)]
    total = 0.0
    for row in range(low, high + 1):
        if row in rows:
            lat = (row + 0.5) * _STRIP
            width = _common(_spans(rings, lat), rows[row], lat)
            total += width * _KM * cos(radians(lat)) * _STRIP * _KM
    return total


@cache
def _rows(area: Area) -> dict[int, list[float]]:
    """By strip of latitude, where the area starts and ends along it."""
    _, s, _, n = area.box
    return {
        row: _spans(area.rings, (row + 0.5) * _STRIP)
        for row in range(int(s / _STRIP), int(n / _STRIP) + 1)
    }


def _held_by(rows: dict[int, list[float]], x: float, y: float) -> bool:
    spans = rows.get(int(y / _STRIP))
    return spans is not None and bisect_right(spans, x) % 2 == 1


def _reaches(ring: Ring, low: float, high: float) -> bool:
    return any(low <= y <= high for _, y in ring)


def _common(one: list[float], other: list[float], lat: float) -> float:
    """Degrees of longitude in both lists of (start, end, start, end ...), less the water."""
    width = 0.0
    for a, b in zip(one[::2], one[1::2], strict=False):
        for c, d in zip(other[::2], other[1::2], strict=False):
            start, end = max(a, c), min(b, d)
            if end > start and not _on_water((start + end) / 2, lat):
                width += end - start
    return width


def _spans(rings: Sequence[Ring], lat: float) -> list[float]:
    """The longitudes at which the line of latitude crosses the rings, in order."""
    crossings = []
    for ring in rings:
        for (x1, y1), (x2, y2) in itertools.pairwise(ring):
            if (y1 > lat) != (y2 > lat):
                crossings.append(x1 + (lat - y1) * (x2 - x1) / (y2 - y1))
    return sorted(crossings)


def _land_border(area: Area) -> Iterator[Segment]:
    for ring in area.rings:
        for start, end in itertools.pairwise(ring):
            if not (_on_water(*start) or _on_water(*end)):
                yield start, end


def _land_points(held: Sequence[Ring], box: Box) -> Iterator[tuple[float, float]]:
    w, s, e, n = box
    for ring in held:
        for x, y in ring:
            if w - 1 <= x <= e + 1 and s - 1 <= y <= n + 1 and not _on_water(x, y):
                yield x, y


def _cells(border: Iterator[Segment]) -> dict[tuple[int, int], list[Segment]]:
    """The segments by the cells of a grid that they touch."""
    cells: dict[tuple[int, int], list[Segment]] = {}
    for segment in border:
        xs = sorted(int(p[0] / _CELL) for p in segment)
        ys = sorted(int(p[1] / _CELL) for p in segment)
        for x in range(xs[0], xs[1] + 1):
            for y in range(ys[0], ys[1] + 1):
                cells.setdefault((x, y), []).append(segment)
    return cells


def _near(
    cells: dict[tuple[int, int], list[Segment]], point: tuple[float, float]
) -> Iterator[Segment]:
    """The segments in the nearest cells that have any, and in the ring of cells around those."""
    x, y = int(point[0] / _CELL), int(point[1] / _CELL)
    until = _FURTHEST_CELLS
    for reach in range(_FURTHEST_CELLS + 1):
        if reach > until:
            return
        for at in _square(x, y, reach):
            if at in cells:
                until = min(until, reach + 1)
                yield from cells[at]


def _square(x: int, y: int, reach: int) -> Iterator[tuple[int, int]]:
    for across in range(-reach, reach + 1):
        for up in range(-reach, reach + 1):
            if max(abs(across), abs(up)) == reach:
                yield x + across, y + up


def _on_water(lon: float, lat: float) -> bool:
    return any(len([x for x in _spans((ring,), lat) if x < lon]) % 2 for ring in _water())


@cache
def _water() -> tuple[Ring, ...]:
    found: list[Ring] = []
    for path in sorted(PACKS.glob("*/water.geojson")):
        for feature in decode(path.read_bytes())["features"]:
            rings = feature["geometry"]["coordinates"]
            found += [tuple((x, y) for x, y in ring) for ring in rings]
    return tuple(found)
