"""
A small map of the places where things are said to have happened: areas as areas, points as points.

Only places whose role is location are drawn. Whose an area is comes from `world.boundaries` with
its source; a contested one is never drawn plainly.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians

from dateline.core.place import Area, Box, PlaceKind, Status
from dateline.core.record import Record, RecordPlace
from dateline.present.projection import KM_PER_DEGREE, WIDTH, Frame, centre, grid, path, scale_km
from dateline.world.boundaries import area, areas, holds
from dateline.world.gazetteer import gazetteer

_MARGIN = 0.18
_LEAST_DEGREES = 2.2
_WIDE_DEGREES = 25.0
"""A region wider than that ("Europe") frames no map while there is anything smaller."""
_MARKER = 13.0
_NAME = (75.0, 24.0)
"""Half the room that a country's name takes, with a number beside it."""
_TALLEST = 0.85
"""Of its width: a taller map is widened instead."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place in the legend: its number, the mentions, and what the record says of it."""

    number: int
    place: RecordPlace
    mentions: tuple[int, ...]
    words: tuple[str, ...]
    x: float | None = None
    y: float | None = None
    """Where its number stands on the map; None where it lies beyond the map or nowhere."""
    exact: bool = False
    inside: str = ""
    """The first-order division it lies in, or the country; empty where it is one itself."""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline as an SVG path; `kind` is land, division, named or contested."""

    path: str
    kind: str
    name: str
    status: str


@dataclass(frozen=True, slots=True)
class Contested:
    """Areas drawn dashed and hatched, what that means, and on whose word."""

    names: tuple[str, ...]
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Locator:
    """The drawing; without shapes and with `height` 0 where nothing could be placed."""

    height: float = 0.0
    shapes: tuple[Shape, ...] = ()
    spots: tuple[Spot, ...] = ()
    circles: tuple[tuple[float, float, float], ...] = ()
    """Centre and radius of places that are known only roughly."""
    names: tuple[tuple[float, float, str], ...] = ()
    scale_km: int = 0
    scale_width: float = 0.0
    contested: tuple[Contested, ...] = ()


def locator(record: Record) -> Locator:
    """The map of one record; countries beyond its frame stay in the legend only."""
    groups = _groups(record)
    box = _box([places[0] for places in groups])
    if box is None:
        return Locator(spots=tuple(_spot(record, i, g) for i, g in enumerate(groups, 1)))
    frame = Frame(box)
    base = areas(box)
    named = {a.id: a for a in map(_outline, (g[0] for g in groups)) if a}
    shapes = _shapes(base, named, {g[0].country for g in groups}, frame)
    spots = _placed(record, groups, frame)
    bar = scale_km(frame)
    return Locator(
        height=round(frame.height, 1),
        shapes=tuple(shapes),
        spots=tuple(spots),
        circles=tuple(_circles([g[0] for g in groups], frame)),
        names=tuple(_country_names(base, frame, spots, named)),
        scale_km=bar,
        scale_width=round(bar / KM_PER_DEGREE * frame.unit, 1),
        contested=_contested(base, frame),
    )


def _groups(record: Record) -> list[list[RecordPlace]]:
    """The located places, the mentions of one place together, in text order."""
    groups: dict[str, list[RecordPlace]] = {}
    for place in record.places:
        if place.role == "location" and (place.id or place.lat is not None):
            groups.setdefault(place.id or place.name, []).append(place)
    return list(groups.values())


def _outline(place: RecordPlace) -> Area | None:
    """The outline of the area itself; for a named part of a division, that of the division."""
    by_id = area(place.id) if place.id else None
    if by_id or place.kind not in ("oblast", "country", "region"):
        return by_id
    code = place.country if place.kind == "country" else place.iso3166_2
    return area(code) if code else None


def _box(places: list[RecordPlace]) -> Box | None:
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
    outline = _outline(place) if place.kind in ("oblast", "country") else None
    if outline and outline.box[2] - outline.box[0] < 180:
        return outline.box
    if place.bbox and place.kind not in ("settlement", "feature") and _is_plain(place.bbox):
        return place.bbox
    if place.lat is None or place.lon is None:
        return None
    return place.lon, place.lat, place.lon, place.lat


def _is_plain(box: Box) -> bool:
    """Whether it stays on one side of the antimeridian."""
    return box[0] <= box[2]


def _large_first(named: dict[str, Area]) -> list[Area]:
    def size(a: Area) -> tuple[float, str]:
        return -(a.box[2] - a.box[0]) * (a.box[3] - a.box[1]), a.id

    return sorted(named.values(), key=size)


def _shapes(
    base: tuple[Area, ...], named: dict[str, Area], countries: set[str | None], frame: Frame
) -> list[Shape]:
    """From the ground up: land, divisions of the countries concerned, named, contested."""
    states = [a for a in base if a.kind is PlaceKind.COUNTRY]
    inner = [a for a in base if a.kind is not PlaceKind.COUNTRY and a.country in countries]
    smaller = [a for a in _large_first(named) if a.kind is not PlaceKind.COUNTRY]
    contested = [a for a in base if a.status is not Status.PLAIN]
    layers = (("land", states), ("division", inner), ("named", smaller), ("contested", contested))
    drawn = [_shape(a, kind, frame) for kind, of in layers for a in of]
    return [shape for shape in drawn if shape.path]


def _contested(base: tuple[Area, ...], frame: Frame) -> tuple[Contested, ...]:
    """The contested areas in sight, those with the same standing together."""
    groups: dict[tuple[str, str], dict[str, None]] = {}
    for of in base:
        if of.status is not Status.PLAIN and _seen(of, frame):
            groups.setdefault((of.status_note, of.status_source), {})[of.name] = None
    return tuple(Contested(tuple(names), *key) for key, names in groups.items())


def _shape(of: Area, kind: str, frame: Frame) -> Shape:
    drawn = "".join(path(ring, frame) for ring in of.rings)
    return Shape(drawn, kind, of.name, str(of.status))


def _placed(record: Record, groups: list[list[RecordPlace]], frame: Frame) -> list[Spot]:
    """Numbers at their places, moved apart where they would cover each other."""
    taken: list[tuple[float, float]] = []
    spots = []
    for number, same in enumerate(groups, 1):
        spot = _spot(record, number, same)
        point = _point(same[0])
        if point and frame.holds(*point):
            x, y = _free(frame.xy(*point), taken)
            taken.append((x, y))
            spot = _spot(record, number, same, at=(round(x, 1), round(y, 1)))
        spots.append(spot)
    return spots


def _point(place: RecordPlace) -> tuple[float, float] | None:
    """The middle of an area with an outline, where that is inside it; else the record's point."""
    outline = _outline(place) if place.kind in ("country", "oblast", "raion", "hromada") else None
    middle = centre(max(outline.rings, key=len)) if outline else None
    if outline and middle and holds(outline, *middle):
        return middle
    return (place.lon, place.lat) if place.lat is not None and place.lon is not None else None


def _free(at: tuple[float, float], taken: list[tuple[float, float]]) -> tuple[float, float]:
    x, y = at
    for step in range(1, 9):
        if all(abs(x - a) + abs(y - b) >= 2 * _MARKER for a, b in taken):
            break
        x, y = at[0] + (step % 3 - 1) * 2 * _MARKER, at[1] + (step // 3 * 2 - 1) * 1.2 * _MARKER
    return min(max(x, _MARKER), WIDTH - _MARKER), max(y, _MARKER)


def _spot(
    record: Record,
    number: int,
    same: list[RecordPlace],
    at: tuple[float, float] | None = None,
) -> Spot:
    mentions = tuple(n for n, place in enumerate(record.places, 1) if place in same)
    outline = _outline(same[0])
    text = record.document.text
    return Spot(
        number=number,
        place=same[0],
        mentions=mentions,
        words=tuple(dict.fromkeys(text[p.start : p.end] for p in same)),
        x=at[0] if at else None,
        y=at[1] if at else None,
        exact=same[0].kind in ("settlement", "feature"),
        inside=_inside(same[0]),
        status=outline.status_note if outline else "",
    )


def _inside(place: RecordPlace) -> str:
    if place.kind == "country":
        return ""
    code = place.country if place.kind == "oblast" else place.iso3166_2 or place.country
    around = area(code) if code else None
    known = gazetteer().place(code) if code and not around else None
    name = around.name if around else known.name if known else ""
    return "" if name == place.name else name


def _circles(places: list[RecordPlace], frame: Frame) -> list[tuple[float, float, float]]:
    """Regions without an outline of their own, as wide as the record says they may be."""
    out = []
    for place in places:
        rough = place.radius_km or (_half_width(place.bbox) if not _outline(place) else None)
        if rough and place.lat is not None and place.lon is not None and place.kind != "settlement":
            x, y = frame.xy(place.lon, place.lat)
            out.append((round(x, 1), round(y, 1), round(rough / KM_PER_DEGREE * frame.unit, 1)))
    return out


def _half_width(box: Box | None) -> float | None:
    """Kilometres from the middle of a box to its nearer side."""
    if box is None or not _is_plain(box):
        return None
    wide = (box[2] - box[0]) * cos(radians((box[1] + box[3]) / 2))
    return min(wide, box[3] - box[1]) / 2 * KM_PER_DEGREE


def _seen(of: Area, frame: Frame) -> bool:
    return any(path(ring, frame) for ring in of.rings)


def _country_names(
    base: tuple[Area, ...], frame: Frame, spots: list[Spot], named: dict[str, Area]
) -> list[tuple[float, float, str]]:
    """Each country's name near the middle of what is in sight of it, clear of what is marked."""
    marked = [a for a in named.values() if a.kind is not PlaceKind.COUNTRY]
    points = [p for p in grid(frame) if not any(_near(frame.xy(*p), spot) for spot in spots)]
    out = []
    for code, parts in sorted(_countries(base).items()):
        inside = [p for p in points if any(holds(part, *p) for part in parts)]
        clear = [p for p in inside if not any(_covers(of, p, frame) for of in marked)]
        name = _country_name(code, parts)
        if len(inside) > 3 and name:
            lon = sum(p[0] for p in inside) / len(inside)
            lat = sum(p[1] for p in inside) / len(inside)
            best = min(clear or inside, key=lambda p: (abs(p[0] - lon) + abs(p[1] - lat), p))
            x, y = frame.xy(*best)
            middle = min(max(x, _NAME[0]), WIDTH - _NAME[0])
            out.append((round(middle, 1), round(y, 1), name))
    return out


def _covers(of: Area, point: tuple[float, float], frame: Frame) -> bool:
    """Whether a name written at the point would run into the area."""
    half = _NAME[0] / 2 / frame.unit / frame.east
    return any(holds(of, point[0] + aside, point[1]) for aside in (-half, 0.0, half))


def _near(point: tuple[float, float], spot: Spot) -> bool:
    """Whether a name written at the point would run into the spot's number."""
    if spot.x is None or spot.y is None:
        return False
    return abs(point[0] - spot.x) < _NAME[0] and abs(point[1] - spot.y) < _NAME[1]


def _countries(base: tuple[Area, ...]) -> dict[str, list[Area]]:
    """The outline of each country, or where there is none those of its divisions."""
    whole = {a.country: [a] for a in base if a.kind is PlaceKind.COUNTRY}
    parts: dict[str, list[Area]] = {}
    for of in base:
        if of.country not in whole:
            parts.setdefault(of.country, []).append(of)
    return whole | parts


def _country_name(code: str, parts: list[Area]) -> str:
    if parts[0].kind is PlaceKind.COUNTRY:
        return parts[0].name
    known = gazetteer().place(code)
    return known.name if known else ""
