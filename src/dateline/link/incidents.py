"""
Incidents: the claims of many reports that tell of one happening, put together.

Claims come in the order of their days; each joins the first incident whose own first claim it is
one with, so that a chain of look-alikes never runs from one happening into the next. The order in
which reports are given does not matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta

from dateline.core.event import ClaimRef, Event
from dateline.core.ids import content_id
from dateline.link.likeness import Same, likeness, same
from dateline.link.places import Lie, finest, lie
from dateline.link.told import Gist, Told, Where

MADE_BY = "incidents/2"
Dated = tuple[str, Gist, Told]
"""The day a claim is sorted by, its report, and itself."""


def incidents(gists: Iterable[Gist]) -> tuple[Event, ...]:
    """
    Every happening that some claim tells of, in the order of days, then of ids.

    A claim takes part when it names a kind of happening and a place finer than a country, and
    its day is known from its words or its report. One report alone makes an incident too; a
    denial makes none, and joins the one that it denies.
    """
    return joined(gists, (), ())


def joined(
    gists: Iterable[Gist], before: Iterable[Event], new: Collection[str]
) -> tuple[Event, ...]:
    """
    The same as `incidents(gists)`, where `before` are those that were found without `new`.

    `new` are the documents that are not in `before`, or were read anew since. Only they, and what
    they move, are compared again.
    """
    known = {event.id: event for event in before}
    places = _Groups(_homes(known.values(), frozenset(new)))
    for entry in sorted(_dated(gists), key=lambda e: (e[2].negated, e[0], e[2].claim)):
        places.put(entry)
    made = (places.event(at, known) for at in range(len(places.groups)))
    return tuple(sorted(made, key=lambda event: (event.earliest or "", event.id)))


def _homes(events: Iterable[Event], new: frozenset[str]) -> dict[ClaimRef, ClaimRef]:
    """Each claim's incident by the claim that it began with, but for what is new."""
    out: dict[ClaimRef, ClaimRef] = {}
    for event in events:
        first = next((ref for ref in event.claims if _id_of(ref) == event.id), None)
        if first is not None and first.document not in new:
            out |= {ref: first for ref in event.claims if ref.document not in new}
    return out


class _Groups:
    """Claims put together one by one; what stood before is compared only with what is fresh."""

    def __init__(self, homes: Mapping[ClaimRef, ClaimRef]) -> None:
        self.groups: list[list[Dated]] = []
        self._homes = homes
        self._index: dict[str, list[int]] = {}
        self._begun: dict[ClaimRef, int] = {}
        self._fresh: set[int] = set()
        """Groups that no claim could join before."""
        self._touched: set[int] = set()

    def put(self, entry: Dated) -> None:
        told = entry[2]
        home = self._homes.get(told.claim)
        at = self._home(entry, home)
        if at is None and told.negated:
            return
        if at is None:
            at = self._begin(entry, is_fresh=home != told.claim)
        elif home is None or self._begun.get(home) != at:
            self._touched.add(at)
        self.groups[at].append(entry)

    def _begin(self, entry: Dated, *, is_fresh: bool) -> int:
        at = len(self.groups)
        self.groups.append([])
        self._begun[entry[2].claim] = at
        if is_fresh:
            self._fresh.add(at)
        for key in _keys(entry[0], entry[2]):
            self._index.setdefault(key, []).append(at)
        return at

    def _home(self, entry: Dated, home: ClaimRef | None) -> int | None:
        """The first group whose first claim is one happening with this one."""
        old = self._begun.get(home) if home is not None else None
        if home is None or (old is None and home != entry[2].claim):
            return self._first(entry, self._around(entry))
        near = self._around(entry) & self._fresh if self._fresh else set()
        found = self._first(entry, {at for at in near if old is None or at < old})
        return old if found is None else found

    def _around(self, entry: Dated) -> set[int]:
        day, _, told = entry
        return {at for key in _keys(day, told) for at in self._index.get(key, ())}

    def _first(self, entry: Dated, around: Iterable[int]) -> int | None:
        _, gist, told = entry
        for at in sorted(around):
            _, other_gist, other = self.groups[at][0]
            close = lie(told.places, other.places) >= Lie.NEAR
            found = likeness(other, told, (other_gist.published, gist.published))
            if close and same(found) is Same.INCIDENT:
                return at
        return None

    def event(self, at: int, known: Mapping[str, Event]) -> Event:
        """The group as an event: the one that is known where nothing in it was touched."""
        group = self.groups[at]
        event = known.get(_id_of(group[0][2].claim))
        as_before = event is not None and at not in self._touched and at not in self._fresh
        if event is not None and as_before and len(event.claims) == len(group):
            return event
        return _event(group)


def _id_of(first: ClaimRef) -> str:
    return content_id("event", first.document, first.claim)


def incident_keys(told: Told, published: str | None) -> tuple[str, ...]:
    """
    What an archive looks incidents up by, `area/day`: claims of one incident share one of these.

    Empty where the claim tells of no incident.
    """
    day = told.days[0] if told.days else (published or "")[:10]
    return _keys(day, told) if day and told.kinds and finest(told.places) else ()


def _dated(gists: Iterable[Gist]) -> Iterator[Dated]:
    for gist in gists:
        for told in gist.told:
            if incident_keys(told, gist.published):
                yield told.days[0] if told.days else (gist.published or "")[:10], gist, told


def _keys(day: str, told: Told) -> tuple[str, ...]:
    """An area that its places lie in, on its day and the days beside it."""
    areas = {ident for where in finest(told.places) for ident in (where.id, *where.within)}
    wide = {where.country for where in told.places}
    here = date.fromisoformat(day)
    days = [(here + timedelta(days=step)).isoformat() for step in (-1, 0, 1)]
    return tuple(sorted(f"{area}/{one}" for area in areas - wide for one in days))


def _event(group: list[Dated]) -> Event:
    claims = tuple(sorted({told.claim for _, _, told in group}))
    stated = [told.days for _, _, told in group if told.days]
    days = [day for pair in stated for day in pair] or [day for day, _, _ in group]
    place = _narrowest([where for _, _, told in group for where in finest(told.places)])
    first = group[0][2]
    return Event(
        id=_id_of(first.claim),
        kind=_most([kind for _, _, told in group for kind in told.kinds]),
        claims=claims,
        earliest=min(days),
        latest=max(days) if stated else min(days),
        place=place.id,
        place_name=place.name,
        parties=tuple(sorted({side for _, _, told in group for side in told.agents})),
        made_by=MADE_BY,
    )


def _narrowest(places: list[Where]) -> Where:
    """The deepest place in, or equal to, the one that is named most often."""
    usual = min(places, key=lambda where: (-places.count(where), -len(where.within), where.id))
    fitting = [where for where in places if lie((where,), (usual,)) >= Lie.WITHIN]
    return min(fitting, key=lambda where: (-len(where.within), -places.count(where), where.id))


def _most(names: list[str]) -> str:
    return min(names, key=lambda name: (-names.count(name), name))
