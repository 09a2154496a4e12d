"""Weigh the places a name could be: how well known, what holds it, how near to the rest."""

from __future__ import annotations

from math import log10

from msgspec import Struct

from dateline.core.place import PlaceKind
from dateline.resolve.places_context import Focus, Named, held_by, nearest_km
from dateline.world.gazetteer import Place
from dateline.world.index import FRONT
from dateline.world.romanise import alike

_LEAST = 100
_SMALL, _BIG, _FAMOUS = 60_000, 300_000, 1_000_000
_CLOSE, _EACH, _MANY = 0.3, 0.06, 12
"""How far the best of two has to lead, and how much more for each other place of the name."""
_APART_KM = 40.0
_TOLD, _SENTENCE = 3.0, 2.6
_BORNE_BY = 8
"""How many places make a name a common one."""
_OTHER_NAME = 2.5
_OWN_GROUND = 2.5
"""What speaks against a place of the country whose own forces are said to have come onto it."""
_FOUGHT_ON, _PRINTED_IN, _PRINTED_MOST = 0.8, 0.5, 2
"""The last two: for each area shared with the outlet's town (country, state), at most so many."""
_CITY, _SEAT, _CHIEF, _TOWN = 100_000, 10_000, 60, 20
_FAMED_REGION = 160
"""The rank from which on a region (Gaza, Crimea) is known by any of its names."""
_COUNTRY_WORTH, _DIVISION_WORTH = 1.1, 2.2


class Choice(Struct, frozen=True):
    """A place, or None where none stands out; how sure it is, 0 to 1 and only for ranking; why."""

    place: Place | None
    sure: float
    reason: str
    rivals: tuple[Place, ...] = ()


def choose(one: Named, where: Focus | None) -> Choice:
    """The place that the evidence favours. Never a capital for its province: kinds stay apart."""
    if not one.places:
        return Choice(None, 0.0, "not in the gazetteer")
    if _elsewhere(one):
        reason = f"no place of the name is known in {one.above[0].name}"
        return Choice(None, 0.0, reason, one.places[:8])
    if len(one.places) == 1:
        return Choice(one.places[0], 0.9, "the only place of the name that is known")
    strange = _otherwise_called(one, where.story.slavic) if where is not None else frozenset()
    scored = sorted(
        (
            (_score(p, one, where, first=at == 0) - _OTHER_NAME * (p.id in strange), -at, p)
            for at, p in enumerate(one.places)
        ),
        key=lambda x: x[:2],
        reverse=True,
    )
    best = _city(scored, one, where) or scored[0][2]
    holder = held_by(best, one.above)
    if holder is not None:
        return Choice(best, 1.0, f"named with {holder.name}, which holds it", _others(scored))
    if where is not None and _unsettled(scored, where, one):
        reason = f"one of {len(one.places)} places of the name; nothing in the text decides"
        return Choice(None, 0.0, reason, tuple(p for _, _, p in scored[:8]))
    return Choice(best, _sure(scored), _reason(best, one, where), _others(scored))


def _otherwise_called(one: Named, countries: frozenset[str]) -> frozenset[str]:
    """
    Ids of settlements that were called so once, or abroad, where many places bear the very name.

    Donetsk was Aleksandrovka; a hundred villages are. `countries` are those that this holds for.
    """
    towns = [p for p in one.places if p.kind is PlaceKind.SETTLEMENT]
    so_called = {p.id for p in towns if p.country in countries and alike(one.key, p.name)}
    others = frozenset(p.id for p in towns if not alike(one.key, p.name))
    if len(so_called) >= _BORNE_BY:
        return others
    known = max((p.weight for p in towns if p.id in so_called), default=0)
    return frozenset(p.id for p in towns if p.id in others and p.weight < known)


def _city(
    scored: list[tuple[float, int, Place]], one: Named, where: Focus | None
) -> Place | None:  # fmt: skip
    """The city of the name where only nearness speaks for a village, and the text says nothing."""
    best = scored[0][2]
    if where is None or best.rank >= _TOWN or best.kind is not PlaceKind.SETTLEMENT:
        return None
    if held_by(best, one.above) or _beside(best, one):
        return None
    return next(
        (
            p for _, _, p in scored
            if p.population >= _CITY and p.kind is PlaceKind.SETTLEMENT
            and p.country in where.story.slavic and p.country != one.comer
            and alike(one.key, p.name)
        ),
        None,
    )  # fmt: skip


def _elsewhere(one: Named) -> bool:
    """Said to lie in a division that holds none of the little places of its name."""
    if not (one.said_in and one.above) or any(held_by(p, one.above) for p in one.places):
        return False
    return all(p.kind is PlaceKind.SETTLEMENT and p.weight < _BIG for p in one.places)


def _score(place: Place, one: Named, where: Focus | None, *, first: bool) -> float:
    score = log10(max(_fame(place, one, where), _LEAST))
    if first or (place.kind is PlaceKind.REGION and place.rank >= _FAMED_REGION):
        score += 0.4
    if place.kind in (PlaceKind.RAION, PlaceKind.HROMADA) and not one.said:
        score -= 1.2
    if held_by(place, one.above):
        score += 5.0
    score += _beside(place, one)
    if one.around.intersection(place.within):
        famous = max(p.weight for p in one.places) >= _FAMOUS
        score += 0.5 if famous else _SENTENCE
    if one.comer and one.comer == place.country:
        score -= _OWN_GROUND
    if where is None:
        return score
    if _named_in_full(place, one, where):
        score -= _OTHER_NAME
    return score + _fit(place, where, one.key) + _story(place, where)


def _named_in_full(place: Place, one: Named, where: Focus) -> bool:
    """A town that the text calls `Gaza City`: by `Gaza` alone it means the region around it."""
    if place.kind is not PlaceKind.SETTLEMENT:
        return False
    if not any(p.kind is PlaceKind.REGION and p.rank >= _FAMED_REGION for p in one.places):
        return False
    longer = (ids for key, (ids, _) in where.own.items() if key.startswith(f"{one.key} "))
    return any(place.id in ids for ids in longer)


def _story(place: Place, where: Focus) -> float:
    """Whether it lies where the war is fought that the text is about, or where it is printed."""
    fought = _FOUGHT_ON if place.country in where.story.ground else 0.0
    near = where.story.printed.intersection((place.id, *place.within))
    return fought + _PRINTED_IN * min(len(near), _PRINTED_MOST)


def _fame(place: Place, one: Named, where: Focus | None) -> int:
    """How well known, in people: a little seat is a village if its name is common or a city's."""
    common = where is not None and place.country in where.story.slavic
    little = FRONT < place.rank < _CHIEF and place.population < _SEAT
    city = any(p.population >= _CITY for p in one.places)
    if little and (city or (common and len(one.places) >= _BORNE_BY)):
        return place.population
    return place.weight


def _beside(place: Place, one: Named) -> float:
    """A settlement within an hour's drive of the town that it is named with."""
    if place.kind is not PlaceKind.SETTLEMENT:
        return 0.0
    towns = [(p.lon, p.lat) for p in one.beside if p.kind is PlaceKind.SETTLEMENT]
    near = nearest_km(place, towns)
    return 2.5 if near is not None and near < _APART_KM else 0.0


def _fit(place: Place, where: Focus, key: str) -> float:
    """How well the place agrees with where the rest of the text plays."""
    fit = 1.2 if place.country in where.story.home else 0.0
    if where.story.home[:1] == (place.country,):
        fit += 0.3
    for ident in place.within:
        area = _COUNTRY_WORTH if ident == place.country else _DIVISION_WORTH
        fit += area * where.share(ident, key) + (0.5 if where.names(ident, key) else 0.0)
    if where.names(place.id, key):
        fit += 0.5
    near = nearest_km(place, where.others(key))
    if near is not None and place.kind in (PlaceKind.SETTLEMENT, PlaceKind.RAION):
        fit += 2.0 / (1.0 + near / 40.0)
    return fit


def _sure(scored: list[tuple[float, int, Place]]) -> float:
    lead = scored[0][0] - scored[1][0]
    return min(0.9, 0.3 + 0.4 * lead)


def _unsettled(scored: list[tuple[float, int, Place]], where: Focus, one: Named) -> bool:
    """Two little places of the name, far apart, and no more said for the one than for the other."""
    best = scored[0]
    if _fit(best[2], where, one.key) >= _TOLD:
        return False
    if _well_known(best[2], one, where):
        return _equals(scored, where, one)
    told = bool(one.around.intersection(best[2].within))
    needed = _CLOSE + _EACH * min(len(scored), _MANY)
    point = ((best[2].lon, best[2].lat),)
    return any(
        best[0] - score <= needed and (nearest_km(rival, point) or 0.0) > _APART_KM
        for score, _, rival in scored[1:]
        if not told or one.around.intersection(rival.within)
    )


def _equals(scored: list[tuple[float, int, Place]], where: Focus, one: Named) -> bool:
    """`Самарі` is a form of two cities' names, in two countries that the language writes of."""
    best = scored[0]
    return any(
        best[0] - score <= _CLOSE and rival.country != best[2].country
        and {rival.country, best[2].country} <= set(where.story.home)
        and _well_known(rival, one, where)
        for score, _, rival in scored[1:]
    )  # fmt: skip


def _well_known(place: Place, one: Named, where: Focus) -> bool:
    """Known without more being said; of a common name, only what is a town by its people."""
    if len(one.places) < _BORNE_BY or place.country not in where.story.slavic:
        return place.weight > _SMALL
    return place.weight > _SMALL and (place.population > _SMALL or place.rank >= _CHIEF)


def _others(scored: list[tuple[float, int, Place]]) -> tuple[Place, ...]:
    return tuple(p for _, _, p in scored[1:6])


def _reason(best: Place, one: Named, where: Focus | None) -> str:
    count = len(one.places)
    if best.kind.value in one.item.kinds and len({p.kind for p in one.places}) == 1:
        return f"the text calls it {best.kind.value}"
    if where is not None:
        for ident in best.within:
            if where.names(ident, one.key):
                return f"of {count} of the name, the one in {ident}, which the text names"
        near = nearest_km(best, where.others(one.key))
        if near is not None and near < 60:
            return f"of {count} of the name, the one {near:.0f} km from other places of the text"
    return f"the best known of {count} of the name"
