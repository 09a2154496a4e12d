"""
What a text says of where it plays: which countries and divisions it names, and what stands by what.

Weighing the candidates of one name is the business of `places_choice`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from math import cos, hypot, radians

from msgspec import Struct

from dateline.core.document import Document
from dateline.core.mentions import PlaceRole, Toponym
from dateline.core.place import PlaceKind
from dateline.core.span import Span
from dateline.lang.rules import lists
from dateline.world.gazetteer import Gazetteer, Place

_SEPARATORS = frozenset((", ", " (", " - ", ",\n"))
_KM = 111.195
_FEW, _FIRST = 3, 2
_HALF, _SURE = 0.5, 0.6
_NOTHING = 1e-6
_AREAS = (PlaceKind.COUNTRY, PlaceKind.OBLAST, PlaceKind.RAION)
_KINDS = frozenset(kind.value for kind in PlaceKind)
_GROUND = (PlaceRole.LOCATION, PlaceRole.ACTOR)


class Named(Struct, frozen=True):
    """One toponym with its candidates, and the places that stand beside it, above or below."""

    item: Toponym
    places: tuple[Place, ...]
    key: str
    above: tuple[Place, ...] = ()
    """What the name after the comma may be: `Cottonport, La.`"""
    beside: tuple[Place, ...] = ()
    """What the next name may be where few words lie between: `X под Киевом`, `X near Y`."""
    around: frozenset[str] = frozenset()
    """Ids of the divisions that the same sentence names."""
    comer: str = ""
    """The country of the side that is said to have come onto it; empty where none is."""
    said_in: bool = False
    """The name right after it is that of the division it is said to lie in: `X Курской области`."""

    @property
    def said(self) -> bool:
        """Whether the words say what kind of place it is."""
        return any(kind in _KINDS for kind in self.item.kinds)


class Story(Struct, frozen=True):
    """What is known of where a text plays before any of its names is placed."""

    home: tuple[str, ...] = ()
    """Countries that texts of its language mostly write of."""
    slavic: frozenset[str] = frozenset()
    """Countries where a city has villages as namesakes, which are hardly ever meant."""
    ground: frozenset[str] = frozenset()
    """Countries on whose ground a war is fought of which the text names both parties."""
    printed: frozenset[str] = frozenset()
    """Ids of the places that the outlet is named after, or has its address in."""


class Focus(Struct, frozen=True):
    """How often the text names or implies each country and division, and its sure points."""

    counts: dict[str, float]
    """Of each id: how many names, weighed by how sure they are, lie in it."""
    total: float
    own: dict[str, tuple[frozenset[str], float]]
    """What each name itself has brought to the counts: no name is its own witness."""
    points: dict[str, tuple[float, float]]
    """Name to longitude and latitude, of those whose place is sure."""
    named: dict[str, str]
    """Ids of countries and divisions that the text names as such, and the name."""
    story: Story = Story()

    def share(self, ident: str, key: str) -> float:
        """The share, 0 to 1, of the other names that lie in the place with this id."""
        mine, weight = self.own.get(key, (frozenset(), 0.0))
        rest = self.total - weight
        count = self.counts.get(ident, 0.0) - (weight if ident in mine else 0.0)
        return max(0.0, count / rest) if rest > _NOTHING else 0.0

    def names(self, ident: str, key: str) -> bool:
        """Whether another name of the text names the area with this id."""
        return ident in self.named and self.named[ident] != key

    def others(self, key: str) -> list[tuple[float, float]]:
        """The sure points of the other names."""
        return [point for name, point in self.points.items() if name != key]


def named(
    doc: Document, toponyms: Sequence[Toponym], known: Gazetteer,
    *, sentences: Sequence[Span] = (), comers: Mapping[Span, str] | None = None,
) -> list[Named]:  # fmt: skip
    """The toponyms with their candidates, those allowed by their kinds where any is."""
    links = tuple(lists(doc.lang, "places").get("hierarchy", {}).get("words", ()))
    holders = (*_SEPARATORS, *(f" {word} " for word in links), *(f", {word} " for word in links))
    areas = _areas_by_sentence(toponyms, known, sentences)
    out: list[Named] = []
    for item, after in zip_longest(toponyms, toponyms[1:]):
        places = tuple(p for i in item.candidates if (p := known.place(i)))
        allowed = tuple(p for p in places if p.kind.value in item.kinds)
        glue = doc.text[item.span.end : after.span.start] if after is not None else ""
        next_to = tuple(p for i in after.candidates if (p := known.place(i))) if after else ()
        out.append(
            Named(
                item, allowed or places, doc.quote(item.span).casefold(),
                above=_above(next_to, glue, holders),
                beside=next_to[:_FIRST] if _few_words(glue) else (),
                around=areas.get(_sentence_at(item.span, sentences), frozenset()),
                comer=(comers or {}).get(item.span, ""),
                said_in=glue == " ",
            )
        )  # fmt: skip
    return out


def _above(places: tuple[Place, ...], glue: str, holders: Sequence[str]) -> tuple[Place, ...]:
    """What may hold the name before it; right behind it, only a division does."""
    if glue == " ":
        return places if all(p.kind is PlaceKind.OBLAST for p in places) else ()
    return places if glue in holders else ()


def _sentence_at(span: Span, sentences: Sequence[Span]) -> int:
    """The number of the sentence that the span starts in; -1 before the first."""
    return bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1


def _areas_by_sentence(
    toponyms: Sequence[Toponym], known: Gazetteer, sentences: Sequence[Span]
) -> dict[int, frozenset[str]]:
    """Number of a sentence to the oblasts and raions that it names; empty without sentences."""
    found: dict[int, set[str]] = {}
    for item in toponyms if sentences else ():
        places = [p for i in item.candidates[:2] if (p := known.place(i))]
        ids = {p.id for p in places if p.kind in (PlaceKind.OBLAST, PlaceKind.RAION)}
        if ids and (item.kinds or places[0].id in ids):
            found.setdefault(_sentence_at(item.span, sentences), set()).update(ids)
    return {at: frozenset(ids) for at, ids in found.items()}


def _few_words(glue: str) -> bool:
    """Between two names: one to three small words, and no mark of punctuation."""
    between = glue.split()
    return 0 < len(between) <= _FEW and all(w.isalpha() and w.islower() for w in between)


def held_by(place: Place, above: Sequence[Place]) -> Place | None:
    """The first of `above` that the place lies in; None where none holds it."""
    return next((p for p in above if p.id in place.within or _part_holds(p, place)), None)


def _part_holds(region: Place, place: Place) -> bool:
    """A region that is part of a division (the DPR) may hold what lies in that division."""
    part = region.kind is PlaceKind.REGION and region.within[:1] != (region.country,)
    return part and region.within[:1] != () and region.within[0] in place.within


def focus(chosen: Sequence[tuple[Named, Place | None, float]], story: Story | None = None) -> Focus:
    """
    From a first choice, each with how sure it is (0 to 1), where the text plays.

    A name counts once, however often it stands in the text.
    """
    story = story or Story()
    counts: Counter[str] = Counter()
    own: dict[str, tuple[frozenset[str], float]] = {}
    points: dict[str, tuple[float, float]] = {}
    names: dict[str, str] = {}
    for one, place, sure in chosen:
        if place is None or one.key in own:
            continue
        weight = sure * (1.0 if one.item.role in _GROUND else 0.3)
        lies_in = frozenset((place.id, *place.within))
        own[one.key] = lies_in, weight
        for ident in lies_in:
            counts[ident] += weight  # type: ignore[assignment]
        if place.kind in _AREAS and sure > _HALF:
            names.setdefault(place.id, one.key)
        if place.kind is PlaceKind.REGION and place.within:
            names.setdefault(place.within[0], one.key)
        if place.kind in (PlaceKind.SETTLEMENT, PlaceKind.RAION) and sure > _SURE:
            points[one.key] = (place.lon, place.lat)
    total = sum(weight for _, weight in own.values())
    return Focus(dict(counts), total, own, points, names, story)


def nearest_km(place: Place, points: Sequence[tuple[float, float]]) -> float | None:
    """Kilometres to the nearest point that is not the place itself; None without points."""
    east = _KM * cos(radians(place.lat))
    found = [
        hypot((lon - place.lon) * east, (lat - place.lat) * _KM)
        for lon, lat in points
        if (lon, lat) != (place.lon, place.lat)
    ]
    return min(found, default=None)
