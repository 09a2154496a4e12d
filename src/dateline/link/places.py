"""
How two sets of named places lie to each other: the same, one in the other, near, apart.

Areas are never turned into points: a settlement lies in its oblast, whatever the distance.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from math import asin, cos, radians, sin, sqrt

from dateline.core.place import PlaceKind
from dateline.link.told import Where
from dateline.world.fold import fold

SAME_KM = 6
"""Two points this near are one place (a town and its airfield)."""
NEAR_KM = 40
_BOTH = 2
_EARTH_KM = 6371.0
_POINTS = (PlaceKind.SETTLEMENT, PlaceKind.FEATURE, PlaceKind.HROMADA)


class Lie(IntEnum):
    """Ordered: the greater, the closer. UNKNOWN where one names no place."""

    APART = 0
    REGION = 1
    """In the same first-order division, no nearer."""
    UNKNOWN = 2
    NEAR = 3
    WITHIN = 4
    SAME = 5


def lie(a: Sequence[Where], b: Sequence[Where]) -> Lie:
    """The closest relation between a place of `a` and one of `b`, the finest of each alone."""
    fine_a, fine_b = finest(a), finest(b)
    if pinned(fine_a) and pinned(fine_b):
        fine_a, fine_b = _towns(fine_a), _towns(fine_b)
    if not fine_a or not fine_b:
        return Lie.UNKNOWN
    found = max(_pair(one, other) for one in fine_a for other in fine_b)
    stated_a, stated_b = _stated(a), _stated(b)
    if found < Lie.WITHIN and _namesakes(fine_a, fine_b):
        return found if stated_a and stated_b and not stated_a & stated_b else Lie.WITHIN
    return max(found, Lie.REGION) if stated_a & stated_b else found


def _stated(places: Sequence[Where]) -> set[str]:
    """The first-order divisions that are named."""
    return {where.id for where in places if where.kind == PlaceKind.OBLAST}


def _namesakes(a: Sequence[Where], b: Sequence[Where]) -> bool:
    """Whether both name a town by one name; its namesakes are told apart by text or not."""
    names = {fold(where.name) for where in a if where.kind == PlaceKind.SETTLEMENT}
    return any(fold(w.name) in names for w in b if w.kind == PlaceKind.SETTLEMENT)


def pinned(places: Sequence[Where]) -> bool:
    """Whether a place is named that is no wider than a town."""
    return any(where.kind in _POINTS for where in places)


def finest(places: Sequence[Where]) -> tuple[Where, ...]:
    """Those in which no other of them lies; countries are too wide to tell a place."""
    narrow = [where for where in places if where.kind != PlaceKind.COUNTRY]
    above = {ident for where in narrow for ident in where.within}
    return tuple(where for where in narrow if where.id not in above)


def _pair(one: Where, other: Where) -> Lie:
    if one.id == other.id:
        return Lie.SAME
    if one.id in other.within or other.id in one.within:
        return Lie.WITHIN
    together = bool(_division(one) & _division(other))
    if together and PlaceKind.REGION in (one.kind, other.kind):
        return Lie.WITHIN
    towns = _point(one) + _point(other)
    gap = kilometres(one, other) if towns else NEAR_KM + 1
    if towns == _BOTH and gap <= SAME_KM:
        return Lie.SAME
    if gap <= NEAR_KM and (towns == _BOTH or PlaceKind.RAION in (one.kind, other.kind)):
        return Lie.NEAR
    return Lie.REGION if together else Lie.APART


def _towns(places: Sequence[Where]) -> tuple[Where, ...]:
    return tuple(where for where in places if _point(where))


def _point(where: Where) -> bool:
    return where.kind in _POINTS


def _division(where: Where) -> set[str]:
    """The first-order division and the regions that it is or lies in."""
    return {i for i in (where.id, *where.within) if "-" in i or i.startswith("ua:")}


def kilometres(one: Where, other: Where) -> float:
    """Kilometres between the two points on a sphere."""
    lat_a, lat_b = radians(one.lat), radians(other.lat)
    half_lat, half_lon = (lat_b - lat_a) / 2, radians(other.lon - one.lon) / 2
    chord = sin(half_lat) ** 2 + cos(lat_a) * cos(lat_b) * sin(half_lon) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, chord)))
