"""
Dated maps of held ground that a user has added: who made each, under what licence, and its days.

A layer is a folder under `layers/` of DATELINE_HOME: `layer.toml` and one GeoJSON file a day. It is
one party's map, and it maps held ground, not raids. Comparing a claim with it is the business of
the checker.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import DecodeError, Struct
from msgspec.json import decode

from dateline.core.errors import LexiconError
from dateline.core.place import Ring
from dateline.world.packs import home

_DAY = re.compile(r"(20\d\d)-?([01]\d)-?([0-3]\d)")
_PROPERTIES = ("date", "day", "datetime", "timestamp")
NEEDED = ("name", "author", "licence", "maps", "holder")
"""What `layer.toml` has to say. `holder` is the side that holds the ground: russia, ukraine."""
_STALE_DAYS = 14
_LEAST_RING = 4


class Layer(Struct, frozen=True, kw_only=True):
    """A map of ground held by one side, day by day in order."""

    name: str
    author: str
    licence: str
    maps: str
    holder: str
    days: tuple[tuple[str, str], ...]
    """(ISO day, path of its GeoJSON)."""

    def at(self, day: str) -> tuple[str, str] | None:
        """The latest day not after `day` and at most two weeks older, and its file."""
        before = [one for one in self.days if one[0] <= day]
        if not before:
            return None
        age = date.fromisoformat(day) - date.fromisoformat(before[-1][0])
        return before[-1] if age.days <= _STALE_DAYS else None

    def after(self, day: str) -> tuple[tuple[str, str], ...]:
        """The days later than `day`."""
        return tuple(one for one in self.days if one[0] > day)


def layers() -> tuple[Layer, ...]:
    """Every layer that the user has, in order of name; none where nothing was added."""
    return _layers(home() / "layers")


@cache
def _layers(folder: Path) -> tuple[Layer, ...]:
    if not folder.is_dir():
        return ()
    return tuple(
        read_layer(one) for one in sorted(folder.iterdir()) if (one / "layer.toml").exists()
    )


def forget() -> None:
    """Look anew at the next question: a layer was added."""
    _layers.cache_clear()
    ground.cache_clear()


def read_layer(folder: Path) -> Layer:
    """
    The layer in `folder`; its days' files are named, not read.

    Raises:
        LexiconError: `layer.toml` lacks something of NEEDED, or a file has no date.
    """
    path = folder / "layer.toml"
    told = tomllib.loads(path.read_text("utf-8"))
    for key in NEEDED:
        if not str(told.get(key, "")).strip():
            raise LexiconError(
                path, key, "is missing: who made it, under what licence, what it maps"
            )
    days = sorted((day_of(file), str(file)) for file in folder.glob("*.geojson"))
    return Layer(days=tuple(days), **{key: str(told[key]) for key in NEEDED})


def day_of(path: Path) -> str:
    """
    The ISO day in the file's name, else in a property of its first feature.

    Raises:
        LexiconError: neither has one, or it is no day of the calendar.
    """
    found = _DAY.search(path.stem)
    if found is None:
        features = _content(path).get("features") or [{}]
        own = features[0].get("properties") or {}
        found = next((m for key in _PROPERTIES if (m := _DAY.search(str(own.get(key, ""))))), None)
    if found is None:
        raise LexiconError(path, "date", "want a date in the file's name or in a property")
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError as error:
        raise LexiconError(path, found[0], f"is no date: {error}") from error


@cache
def ground(path: str) -> tuple[Ring, ...]:
    """
    The rings of all polygons of one day.

    Raises:
        LexiconError: it is no GeoJSON, or a feature has no polygon that can be drawn.
    """
    file = Path(path)
    rings: list[Ring] = []
    for number, feature in enumerate(_content(file).get("features") or (), 1):
        rings += _rings(file, number, feature.get("geometry") or {})
    if not rings:
        raise LexiconError(file, "features", "hold no polygon")
    return tuple(rings)


def _content(path: Path) -> dict[str, Any]:
    try:
        content = decode(path.read_bytes())
    except DecodeError as error:
        raise LexiconError(path, "file", f"is no GeoJSON: {error}") from error
    if not isinstance(content, dict):
        raise LexiconError(path, "file", "want a FeatureCollection")
    return content


def _rings(path: Path, number: int, geometry: dict[str, Any]) -> list[Ring]:
    polygons = geometry.get("coordinates") or ()
    if geometry.get("type") == "Polygon":
        polygons = (polygons,)
    elif geometry.get("type") != "MultiPolygon":
        raise LexiconError(path, f"feature {number}", f"want polygons, got {geometry.get('type')}")
    return [_ring(path, number, ring) for polygon in polygons for ring in polygon]


def _ring(path: Path, number: int, ring: Any) -> Ring:
    entry = f"feature {number}"
    try:
        points = tuple((float(p[0]), float(p[1])) for p in ring)
    except (TypeError, ValueError, IndexError) as error:
        raise LexiconError(
            path, entry, f"has a point that is no pair of numbers: {error}"
        ) from error
    if len(points) < _LEAST_RING or points[0] != points[-1]:
        raise LexiconError(path, entry, "has a ring that is not closed or has under four points")
    if any(abs(x) > 180 or abs(y) > 90 for x, y in points):
        raise LexiconError(path, entry, "has a point outside the world: want longitude, latitude")
    return points
