"""
A small map of the places where things are said to have happened: areas as areas, points as points.

Only places whose role is location are drawn. Whose an area is comes from `world.boundaries` with
its source; a contested one is never drawn plainly.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.core.place import Area, PlaceKind, Status
from dateline.core.record import Record, RecordPlace
from dateline.present.labels import country_names, free_place
from dateline.present.outlines import frame_box, half_width, outline, point
from dateline.present.projection import KM_PER_DEGREE, Frame, path, scale_km
from dateline.world.boundaries import area, areas
from dateline.world.gazetteer import gazetteer


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
    box = frame_box([places[0] for places in groups])
    if box is None:
        return Locator(spots=tuple(_spot(record, i, g) for i, g in enumerate(groups, 1)))
    frame = Frame(box)
    base = areas(box)
    named = {a.id: a for a in map(outline, (g[0] for g in groups)) if a}
    shapes = _shapes(base, named, {g[0].country for g in groups}, frame)
    spots = _placed(record, groups, frame)
    numbers = [(s.x, s.y) for s in spots if s.x is not None and s.y is not None]
    bar = scale_km(frame)
    return Locator(
        height=round(frame.height, 1),
        shapes=tuple(shapes),
        spots=tuple(spots),
        circles=tuple(_circles([g[0] for g in groups], frame)),
        names=tuple(country_names(base, frame, numbers, named)),
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
        middle = point(same[0])
        if middle and frame.holds(*middle):
            x, y = free_place(frame.xy(*middle), taken)
            taken.append((x, y))
            spot = _spot(record, number, same, at=(round(x, 1), round(y, 1)))
        spots.append(spot)
    return spots


def _spot(
    record: Record,
    number: int,
    same: list[RecordPlace],
    at: tuple[float, float] | None = None,
) -> Spot:
    mentions = tuple(n for n, place in enumerate(record.places, 1) if place in same)
    shape = outline(same[0])
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
        status=shape.status_note if shape else "",
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
        rough = place.radius_km or (half_width(place.bbox) if not outline(place) else None)
        if rough and place.lat is not None and place.lon is not None and place.kind != "settlement":
            x, y = frame.xy(place.lon, place.lat)
            out.append((round(x, 1), round(y, 1), round(rough / KM_PER_DEGREE * frame.unit, 1)))
    return out


def _seen(of: Area, frame: Frame) -> bool:
    return any(path(ring, frame) for ring in of.rings)
