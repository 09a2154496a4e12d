"""
From degrees to the units of a drawing: a plane that is true at the middle parallel of its box.

Equirectangular: good enough for a locator map of a few hundred kilometres, and easy to check.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from math import cos, radians

from dateline.core.place import Box, Ring

WIDTH = 600.0
"""Of the drawing, in its own units; its height follows from the box."""
KM_PER_DEGREE = 111.195
"""Of latitude, on a sphere of 6,371 km."""
_CLOSE = 0.8
"""Units between two points that nobody can tell apart."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The box that is drawn, and how to get into it."""

    box: Box
    east: float = field(init=False)
    unit: float = field(init=False)

    def __post_init__(self) -> None:
        west, south, east, north = self.box
        object.__setattr__(self, "east", cos(radians((south + north) / 2)))
        object.__setattr__(self, "unit", WIDTH / ((east - west) * self.east))

    @property
    def height(self) -> float:
        return (self.box[3] - self.box[1]) * self.unit

    def xy(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.box[0]) * self.east * self.unit, (self.box[3] - lat) * self.unit

    def holds(self, lon: float, lat: float) -> bool:
        west, south, east, north = self.box
        return west <= lon <= east and south <= lat <= north


def path(ring: Ring, frame: Frame) -> str:
    """The ring with points dropped that nobody could tell apart; empty outside the frame."""
    west, south, east, north = frame.box
    ring = _unwrapped(ring)
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    if max(xs) < west or min(xs) > east or max(ys) < south or min(ys) > north:
        return ""
    points = [frame.xy(lon, lat) for lon, lat in ring]
    kept = [points[0]]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _CLOSE:
            kept.append((x, y))
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "Z" if len(kept) > 2 else ""


def centre(ring: Ring) -> tuple[float, float] | None:
    """The centre of the area that a ring encloses; None where it encloses none."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(_unwrapped(ring)):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (x / (3 * area), y / (3 * area)) if area else None


def _unwrapped(ring: Ring) -> Ring:
    """The ring past 180 degrees where it crosses the antimeridian, not back over the whole map."""
    if max(x for x, _ in ring) - min(x for x, _ in ring) <= 180:
        return ring
    out = [ring[0]]
    for lon, lat in ring[1:]:
        turns = round((out[-1][0] - lon) / 360)
        out.append((lon + 360 * turns, lat))
    return tuple(out)


def scale_km(frame: Frame) -> int:
    """The round distance that is nearest to a fifth of the map's width."""
    target = WIDTH / 5 / frame.unit * KM_PER_DEGREE
    rounds = [n * int(10**power) for power in range(5) for n in (1, 2, 5)]
    return min(rounds, key=lambda km: abs(km - target))


def grid(frame: Frame) -> list[tuple[float, float]]:
    """Points spread evenly over the box."""
    west, south, east, north = frame.box
    across, down = 11, 7
    return [
        (
            west + (east - west) * (i + 1) / (across + 1),
            south + (north - south) * (j + 1) / (down + 1),
        )
        for i in range(across)
        for j in range(down)
    ]
