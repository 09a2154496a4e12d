"""
A small map of the places where things are said to have happened: areas as areas, points as points.

Only places whose role is location are drawn. Whose an area is comes from `world.boundaries` with
its source; a contested one is never drawn plainly.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import cos, radians

from dateline.core.place import Area, Box, PlaceKind, Ring, Status
from dateline.core.record import Record, RecordPlace
from dateline.world.boundaries import area, areas, holds

WIDTH = 600.0
"""Of the drawing, in its own units; its height follows from the box."""
_MARGIN = 0.18
_LEAST_DEGREES = 2.2
_MARKER = 13.0
_KM_PER_DEGREE = 111.195


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


@dataclass(frozen=True, slots=True)
class _Frame:
    """Equirectangular, true at the middle parallel: good enough for a few hundred kilometres."""

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


def locator(record: Record) -> Locator:
    """The map of one record; countries beyond its frame stay in the legend only."""
    groups = _groups(record)
    box = _box([places[0] for places in groups])
    if box is None:
        return Locator(spots=tuple(_spot(record, i, g) for i, g in enumerate(groups, 1)))
    frame = _Frame(box)
    base = areas(box)
    named = {a.id: a for a in map(_outline, (g[0] for g in groups)) if a}
    shapes = _shapes(base, named, {g[0].country for g in groups}, frame)
    spots = _placed(record, groups, frame)
    scale_km = _scale_km(frame)
    return Locator(
        height=round(frame.height, 1),
        shapes=tuple(shapes),
        spots=tuple(spots),
        circles=tuple(_circles([g[0] for g in groups], frame)),
        names=tuple(_country_names(base, frame)),
        scale_km=scale_km,
        scale_width=round(scale_km / _KM_PER_DEGREE * frame.unit, 1),
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
    boxes = [box for box in map(_extent, smaller or places) if box]
    if not boxes:
        return None
    west, south = min(b[0] for b in boxes), min(b[1] for b in boxes)
    east, north = max(b[2] for b in boxes), max(b[3] for b in boxes)
    lon = max((east - west) * _MARGIN, (_LEAST_DEGREES - (east - west)) / 2)
    lat = max((north - south) * _MARGIN, (_LEAST_DEGREES * 0.6 - (north - south)) / 2)
    return (
        max(-180.0, west - lon),
        max(-85.0, south - lat),
        min(180.0, east + lon),
        min(85.0, north + lat),
    )


def _extent(place: RecordPlace) -> Box | None:
    outline = _outline(place) if place.kind in ("oblast", "country") else None
    if outline and outline.box[2] - outline.box[0] < 180:
        return outline.box
    if place.bbox and place.kind not in ("settlement", "feature"):
        return place.bbox
    if place.lat is None or place.lon is None:
        return None
    return place.lon, place.lat, place.lon, place.lat


def _large_first(named: dict[str, Area]) -> list[Area]:
    def size(a: Area) -> tuple[float, str]:
        return -(a.box[2] - a.box[0]) * (a.box[3] - a.box[1]), a.id

    return sorted(named.values(), key=size)


def _shapes(
    base: tuple[Area, ...], named: dict[str, Area], countries: set[str | None], frame: _Frame
) -> list[Shape]:
    """From the ground up: land, divisions of the countries concerned, named, contested."""
    states = [a for a in base if a.kind is PlaceKind.COUNTRY]
    inner = [a for a in base if a.kind is not PlaceKind.COUNTRY and a.country in countries]
    smaller = [a for a in _large_first(named) if a.kind is not PlaceKind.COUNTRY]
    contested = [a for a in base if a.status is not Status.PLAIN]
    layers = (("land", states), ("division", inner), ("named", smaller), ("contested", contested))
    drawn = [_shape(a, kind, frame) for kind, of in layers for a in of]
    return [shape for shape in drawn if shape.path]


def _contested(base: tuple[Area, ...], frame: _Frame) -> tuple[Contested, ...]:
    """The contested areas in sight, those with the same standing together."""
    groups: dict[tuple[str, str], dict[str, None]] = {}
    for of in base:
        if of.status is not Status.PLAIN and _seen(of, frame):
            groups.setdefault((of.status_note, of.status_source), {})[of.name] = None
    return tuple(Contested(tuple(names), *key) for key, names in groups.items())


def _shape(of: Area, kind: str, frame: _Frame) -> Shape:
    path = "".join(_path(ring, frame) for ring in of.rings)
    return Shape(path, kind, of.name, str(of.status))


def _path(ring: Ring, frame: _Frame) -> str:
    """The ring with points dropped that nobody could tell apart; empty outside the frame."""
    west, south, east, north = frame.box
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    if max(xs) < west or min(xs) > east or max(ys) < south or min(ys) > north:
        return ""
    points = [frame.xy(lon, lat) for lon, lat in ring]
    kept = [points[0]]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= 0.8:
            kept.append((x, y))
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "Z" if len(kept) > 2 else ""


def _placed(record: Record, groups: list[list[RecordPlace]], frame: _Frame) -> list[Spot]:
    """Numbers at their places, moved apart where they would cover each other."""
    taken: list[tuple[float, float]] = []
    spots = []
    for number, same in enumerate(groups, 1):
        spot = _spot(record, number, same)
        place = same[0]
        if place.lat is not None and place.lon is not None and frame.holds(place.lon, place.lat):
            x, y = _free(frame.xy(place.lon, place.lat), taken)
            taken.append((x, y))
            spot = _spot(record, number, same, at=(round(x, 1), round(y, 1)))
        spots.append(spot)
    return spots


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
        status=outline.status_note if outline else "",
    )


def _circles(places: list[RecordPlace], frame: _Frame) -> list[tuple[float, float, float]]:
    """Regions without an outline of their own, as wide as the record says they may be."""
    out = []
    for place in places:
        rough = place.radius_km or (_half_width(place.bbox) if not _outline(place) else None)
        if rough and place.lat is not None and place.lon is not None and place.kind != "settlement":
            x, y = frame.xy(place.lon, place.lat)
            out.append((round(x, 1), round(y, 1), round(rough / _KM_PER_DEGREE * frame.unit, 1)))
    return out


def _half_width(box: Box | None) -> float | None:
    """Kilometres from the middle of a box to its nearer side."""
    if box is None:
        return None
    wide = (box[2] - box[0]) * cos(radians((box[1] + box[3]) / 2))
    return min(wide, box[3] - box[1]) / 2 * _KM_PER_DEGREE


def _scale_km(frame: _Frame) -> int:
    """The round distance that is nearest to a fifth of the map's width."""
    target = WIDTH / 5 / frame.unit * _KM_PER_DEGREE
    rounds = [n * int(10**power) for power in range(5) for n in (1, 2, 5)]
    return min(rounds, key=lambda km: abs(km - target))


def _seen(of: Area, frame: _Frame) -> bool:
    return any(_path(ring, frame) for ring in of.rings)


def _country_names(base: tuple[Area, ...], frame: _Frame) -> list[tuple[float, float, str]]:
    """Each country's name at the point of a coarse grid that is nearest to its middle."""
    out = []
    for country in (a for a in base if a.kind is PlaceKind.COUNTRY):
        inside = [p for p in _grid(frame) if holds(country, *p)]
        if len(inside) > 3:
            lon = sum(p[0] for p in inside) / len(inside)
            lat = sum(p[1] for p in inside) / len(inside)
            middle = min(inside, key=lambda p: (abs(p[0] - lon) + abs(p[1] - lat), p))
            x, y = frame.xy(*middle)
            out.append((round(x, 1), round(y, 1), country.name))
    return out


def _grid(frame: _Frame) -> list[tuple[float, float]]:
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
