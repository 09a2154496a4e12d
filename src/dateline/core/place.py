"""Places as areas and points: kinds, precision, outlines. Degrees are WGS84, longitude first."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

Box = tuple[float, float, float, float]
"""West, south, east, north; west is greater than east where it crosses the antimeridian."""
Ring = tuple[tuple[float, float], ...]
"""Longitude, latitude; closed: the last point is the first."""


class PlaceKind(StrEnum):
    """What size and sort of place it is; `oblast` is any first-order division."""

    COUNTRY = "country"
    OBLAST = "oblast"
    RAION = "raion"
    HROMADA = "hromada"
    SETTLEMENT = "settlement"
    REGION = "region"
    FEATURE = "feature"
    LINE = "line"
    SEA = "sea"


class Status(StrEnum):
    """How a map has to draw an area; the words and the source stand beside it."""

    PLAIN = "plain"
    DISPUTED = "disputed"
    OCCUPIED_CLAIMED = "occupied-claimed"


class Area(Struct, frozen=True, kw_only=True):
    """
    An outline and whose it is. `country` is alpha-2, by international law where that is clear.

    `rings` are outer and inner rings alike: a point is inside where it lies in an odd number.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str
    rings: tuple[Ring, ...]
    status: Status = Status.PLAIN
    status_source: str = ""
    status_note: str = ""

    @property
    def box(self) -> Box:
        """The smallest box around it; areas that cross the antimeridian get the whole width."""
        xs = [x for ring in self.rings for x, _ in ring]
        ys = [y for ring in self.rings for _, y in ring]
        return min(xs), min(ys), max(xs), max(ys)
