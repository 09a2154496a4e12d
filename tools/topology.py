"""
Simplify polygons that share borders so that they still share them afterwards.

Rings are cut where a border forks, each stretch is simplified once (Douglas and Peucker 1973),
and put back. Used when packs are built; no part of dateline itself.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

Point = tuple[float, float]
Ring = list[Point]


def simplified(rings: list[Ring], tolerance: float, digits: int = 4) -> list[Ring]:
    """Each ring, closed, with no point further than `tolerance` degrees off; tiny ones vanish."""
    rounded = [_rounded(ring, digits) for ring in rings]
    forks = _forks(rounded)
    done: dict[tuple[Point, ...], list[Point]] = {}
    out = []
    for ring in rounded:
        made: Ring = []
        for piece in _pieces(ring, forks):
            key = min(tuple(piece), tuple(reversed(piece)))
            if key not in done:
                done[key] = _thin(list(key), tolerance)
            kept = done[key] if key == tuple(piece) else done[key][::-1]
            made += kept if not made else kept[1:]
        out.append(made if len(made) >= 4 else [])
    return out


def _rounded(ring: Iterable[Point], digits: int) -> Ring:
    made: Ring = []
    for x, y in ring:
        point = (round(x, digits), round(y, digits))
        if not made or made[-1] != point:
            made.append(point)
    if made and made[0] != made[-1]:
        made.append(made[0])
    return made


def _forks(rings: list[Ring]) -> set[Point]:
    """The points where the neighbours differ from ring to ring: three areas meet there."""
    beside: dict[Point, frozenset[Point]] = {}
    forks: set[Point] = set()
    for ring in rings:
        open_ring = ring[:-1]
        for at, point in enumerate(open_ring):
            pair = frozenset((open_ring[at - 1], open_ring[(at + 1) % len(open_ring)]))
            if beside.setdefault(point, pair) != pair:
                forks.add(point)
    return forks


def _pieces(ring: Ring, forks: set[Point]) -> list[list[Point]]:
    open_ring = ring[:-1]
    cuts = [at for at, point in enumerate(open_ring) if point in forks]
    if len(cuts) < 2:
        first = cuts[0] if cuts else open_ring.index(min(open_ring))
        turned = open_ring[first:] + open_ring[:first]
        half = max(range(len(turned)), key=lambda at: _far(turned[at], turned[0]))
        return [turned[: half + 1], [*turned[half:], turned[0]]]
    turned = open_ring[cuts[0] :] + open_ring[: cuts[0]] + [open_ring[cuts[0]]]
    marks = [at - cuts[0] for at in cuts] + [len(open_ring)]
    return [turned[a : b + 1] for a, b in itertools.pairwise(marks)]


def _far(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _thin(line: list[Point], tolerance: float) -> list[Point]:
    keep = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        worst, at = 0.0, -1
        for middle in range(first + 1, last):
            off = _off(line[middle], line[first], line[last])
            if off > worst:
                worst, at = off, middle
        if worst > tolerance:
            keep.add(at)
            todo += [(first, at), (at, last)]
    return [line[at] for at in sorted(keep)]


def _off(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = 0.0
    if length:
        along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length
    along = min(1.0, max(0.0, along))
    return float(_far(point, (start[0] + along * dx, start[1] + along * dy)) ** 0.5)
