"""
What a located place looks like on a map: its outline, its middle, and the box around several.

Whose an area is, and how it is drawn, is not this module's business.
"""

from __future__ import annotations

from math import cos, radians

from dateline.core.place import Area, Box
from dateline.core.record import RecordPlace
from dateline.present.projection import KM_PER_DEGREE, centre
from dateline.world.boundaries import area, holds

_MARGIN = 0.18
"""Of the box, on each side."""
_LEAST_DEGREES = 2.2
"""A single village is shown with this much around it."""
_WIDE_DEGREES = 25.0
"""A region wider than that (a continent) frames no map while there is anything smaller."""
_TALLEST = 0.85
"""Of its width: a taller map is widened instead."""


def outline(place: RecordPlace) -> Area | None:
    """The outline of the area itself; for a named part of a division, that of the division."""
    by_id = area(place.id) if place.id else None
    if by_id or place.kind not in ("oblast", "country", "region"):
        return by_id
    code = place.country if place.kind == "country" else place.iso3166_2
    return area(code) if code else None


def point(place: RecordPlace) -> tuple[float, float] | None:
    """The middle of an area with an outline, where that is inside it; else the record's point."""
    shape = outline(place) if place.kind in ("country", "oblast", "raion", "hromada") else None
    middle = centre(max(shape.rings, key=len)) if shape else None
    if shape and middle and holds(shape, *middle):
        return middle
    return (place.lon, place.lat) if place.lat is not None and place.lon is not None else None


def frame_box(places: list[RecordPlace]) -> Box | None:
    """Around everything smaller than a country, with a margin; around countries if that is all."""
    smaller = [place for place in places if place.kind not in ("country", "sea")]
    near = [box for box in map(_extent, smaller) if box and box[2] - box[0] <= _WIDE_DEGREES]
    boxes = near or [box for box in map(_extent, places) if box]
    if not boxes:
        return None
    west, south = min(b[0] for b in boxes), min(b[1] for b in boxes)
    east, north = max(b[2] for b in boxes), max(b[3] for b in boxes)
    lon = max((east - west) * _MARGIN, (_LEAST_DEGREES - (east - west)) / 2)
    lat = max((north - south) * _MARGIN, (_LEAST_DEGREES * 0.6 - (north - south)) / 2)
    return _widened((west - lon, max(-85.0, south - lat), east + lon, min(85.0, north + lat)))


def _widened(box: Box) -> Box:
    """The box, made wide enough for its height."""
    west, south, east, north = box
    least = (north - south) / _TALLEST / cos(radians((south + north) / 2))
    more = max(0.0, (least - (east - west)) / 2)
    return max(-180.0, west - more), south, min(180.0, east + more), north


def _extent(place: RecordPlace) -> Box | None:
    shape = outline(place) if place.kind in ("oblast", "country") else None
    if shape and shape.box[2] - shape.box[0] < 180:
        return shape.box
    if place.bbox and place.kind not in ("settlement", "feature") and _is_plain(place.bbox):
        return place.bbox
    if place.lat is None or place.lon is None:
        return None
    return place.lon, place.lat, place.lon, place.lat


def _is_plain(box: Box) -> bool:
    """Whether it stays on one side of the antimeridian."""
    return box[0] <= box[2]


def half_width(box: Box | None) -> float | None:
    """Kilometres from the middle of a box to its nearer side."""
    if box is None or not _is_plain(box):
        return None
    wide = (box[2] - box[0]) * cos(radians((box[1] + box[3]) / 2))
    return min(wide, box[3] - box[1]) / 2 * KM_PER_DEGREE
