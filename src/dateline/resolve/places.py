"""
Which place each toponym means: kind, codes, point or box, and the reason.

By the text's own hierarchy, its neighbours, where the story plays, and how well known a place is,
in that order of weight. An area stays an area; where nothing decides, it abstains and keeps the
candidates. Finding names in the words is not its business.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, radians, sin

from msgspec.structs import replace

from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Name, Sentence, Toponym
from dateline.core.parts import component
from dateline.core.place import Box, PlaceKind, Status
from dateline.core.presence import Movement
from dateline.core.values import Located
from dateline.lang.rules import lists
from dateline.resolve.places_border import lines
from dateline.resolve.places_choice import Choice, choose
from dateline.resolve.places_context import Named, Story, focus, named
from dateline.resolve.places_story import comers, ground, printed_in
from dateline.world.boundaries import status_of
from dateline.world.gazetteer import Place, gazetteer
from dateline.world.old_names import old_name
from dateline.world.roads import road

_FRONT, _VICINITY, _ROAD = "sector", "vicinity:", "road:"
_KM = 111.195
_LOOSE, _LOOSE_KM = 0.4, 2.0
"""How wide the circle is around a point so many kilometres off, in parts of them, and at least."""
_FRONT_KM = 30.0
_NEARBY_KM = 10.0
"""How far off "south of X" is taken to be, and how wide the circle around that is."""
_ROUNDS = 2
_KEPT = 12


@component(version=4, reads=(Sentence, Toponym, Movement, Name), writes=(Located,))
def places(doc: Document, layers: Layers) -> Iterable[Located]:
    """The meaning of each toponym, at its span."""
    known = gazetteer()
    sentences = [sentence.span for sentence in layers.of(Sentence)]
    moved = comers(layers, known)
    names = named(doc, layers.of(Toponym), known, sentences=sentences, comers=moved)
    story = _story(doc, layers)
    choices = [choose(one, focus((), story)) for one in names]
    for _ in range(_ROUNDS):
        chosen = [(o, c.place, c.sure) for o, c in zip(names, choices, strict=True)]
        where = focus(chosen, story)
        choices = [choose(one, where) for one in names]
    choices = _same_throughout(names, choices)
    found = [_located(doc, o, c) for o, c in zip(names, choices, strict=True)]
    return lines(doc.text, layers.of(Toponym), found)


def _story(doc: Document, layers: Layers) -> Story:
    words = lists(doc.lang, "places")
    home = tuple(words.get("home", {}).get("countries", ()))
    slavic = frozenset((*home, *words.get("endings", {}).get("countries", ())))
    fought = ground(doc, layers, gazetteer())
    return Story(home, slavic, fought, printed_in(doc, gazetteer()))


def _same_throughout(names: list[Named], choices: list[Choice]) -> list[Choice]:
    """One name, one place: the surest choice of a name holds for all of it in the text."""
    best: dict[tuple[str, tuple[str, ...]], Choice] = {}
    for one, choice in zip(names, choices, strict=True):
        key = (one.key, tuple(p.id for p in one.places))
        if key not in best or choice.sure > best[key].sure:
            best[key] = choice
    return [
        best[one.key, tuple(p.id for p in one.places)] if choice.sure < 1.0 else choice
        for one, choice in zip(names, choices, strict=True)
    ]


def _located(doc: Document, one: Named, choice: Choice) -> Located:
    item, place = one.item, choice.place
    candidates = tuple(p.id for p in one.places[:_KEPT])
    made_by = "places/choice"
    if place is None:
        return Located(
            span=item.span, made_by=made_by, role=item.role, name=doc.quote(item.span),
            reason=choice.reason, candidates=candidates,
        )  # fmt: skip
    front = _FRONT in item.kinds
    near = next((k for k in item.kinds if k.startswith(_VICINITY)), None)
    lane = next((k for k in item.kinds if k.startswith(_ROAD)), None)
    if lane is not None:
        return _along(one, place, lane.removeprefix(_ROAD))
    if near is not None and place.kind is PlaceKind.SETTLEMENT:
        return _off(doc, one, choice, near)
    return Located(
        span=item.span,
        made_by=made_by,
        role=item.role,
        name=f"{place.name} sector of the front" if front else place.name,
        id=f"front:{place.id}" if front else place.id,
        place_kind=PlaceKind.REGION if front else place.kind,
        iso3166_2=place.iso,
        country=place.country or None,
        within=(place.id, *place.within) if front else place.within,
        precision="region" if front else _precision(place),
        lat=place.lat,
        lon=place.lon,
        bbox=_around(place) if front else place.box,
        radius_km=_FRONT_KM if front else None,
        reason=choice.reason + _once_called(doc, one, place) + _status(place),
        candidates=candidates,
    )


def _along(one: Named, area: Place, number: str) -> Located:
    """A road as a line, with the box of its course, or of the area that it is known to lie in."""
    known = road(number)
    box = (known.box if known else None) or area.box
    course = f"a road: {known.course}" if known and known.course else f"a road of {area.name}"
    middle = ((box[1] + box[3]) / 2, (box[0] + box[2]) / 2) if box else (area.lat, area.lon)
    return Located(
        span=one.item.span, made_by="places/road", role=one.item.role, name=number,
        id=f"{_ROAD}{number}", place_kind=PlaceKind.LINE, iso3166_2=area.iso,
        country=area.country, within=(area.id, *area.within), precision="line",
        lat=round(middle[0], 4), lon=round(middle[1], 4), bbox=box, reason=course,
    )  # fmt: skip


def _off(doc: Document, one: Named, choice: Choice, near: str) -> Located:
    """A place so many kilometres from another, in a circle as wide as the words are loose."""
    plain = _located(doc, replace(one, item=replace(one.item, kinds=())), choice)
    _, told, way = near.split(":")
    lat, lon, away = plain.lat or 0.0, plain.lon or 0.0, float(told or _NEARBY_KM)
    radius = away
    if way:
        turn = radians(float(way))
        lat += away * cos(turn) / _KM
        lon += away * sin(turn) / (_KM * cos(radians(lat)))
        radius = max(_LOOSE_KM, away * _LOOSE) if told else away
    return replace(
        plain,
        precision="vicinity",
        lat=round(lat, 5),
        lon=round(lon, 5),
        bbox=None,
        radius_km=round(radius, 1),
        reason=f"{f'{told} km' if told else 'some way'} from {plain.name}, {plain.reason}",
    )


def _precision(place: Place) -> str:
    """`settlement`, or the sort of area it is; `point` for a feature without an extent."""
    if place.kind is PlaceKind.FEATURE and place.box is None:
        return "point"
    return place.kind.value


def _around(place: Place) -> Box:
    return (place.lon - 0.4, place.lat - 0.27, place.lon + 0.4, place.lat + 0.27)


def _once_called(doc: Document, one: Named, place: Place) -> str:
    """The name that the text uses and the years in which it was official, if it is an old one."""
    called = old_name(doc.quote(one.item.span), place.id)
    return f"; {called.told}" if called is not None else ""


def _status(place: Place) -> str:
    for ident in (place.id, *place.within):
        status, source, note = status_of(ident)
        if status is not Status.PLAIN:
            return f"; status {status.value}: {note} ({source})"
    return ""
