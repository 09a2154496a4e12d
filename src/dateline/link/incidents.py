"""
Incidents: the claims of many reports that tell of one happening, put together.

Claims come in the order of their days; each joins the first incident whose own first claim it is
one with, so that a chain of look-alikes never runs from one happening into the next. The order in
which reports are given does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dateline.core.event import Event
from dateline.core.ids import content_id
from dateline.link.likeness import Same, likeness, same
from dateline.link.places import Lie, finest, lie
from dateline.link.told import Gist, Told, Where

MADE_BY = "incidents/1"
Dated = tuple[str, Gist, Told]
"""The day a claim is sorted by, its report, and itself."""


def incidents(gists: Iterable[Gist]) -> tuple[Event, ...]:
    """
    Every happening that some claim tells of, in the order of days, then of ids.

    A claim takes part when it names a kind of happening and a place finer than a country, and
    its day is known from its words or its report. One report alone makes an incident too; a
    denial makes none, and joins the one that it denies.
    """
    groups: list[list[Dated]] = []
    index: dict[str, list[int]] = {}
    for entry in sorted(_dated(gists), key=lambda e: (e[2].negated, e[0], e[2].claim)):
        at = _home(entry, groups, index)
        if at is None and entry[2].negated:
            continue
        if at is None:
            at = len(groups)
            groups.append([])
            for key in _keys(entry[0], entry[2]):
                index.setdefault(key, []).append(at)
        groups[at].append(entry)
    return tuple(sorted(map(_event, groups), key=lambda event: (event.earliest or "", event.id)))


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


def _home(entry: Dated, groups: list[list[Dated]], index: dict[str, list[int]]) -> int | None:
    """The first group whose first claim is one happening with this one."""
    day, gist, told = entry
    around = {at for key in _keys(day, told) for at in index.get(key, ())}
    for at in sorted(around):
        _, other_gist, other = groups[at][0]
        close = lie(told.places, other.places) >= Lie.NEAR
        found = likeness(other, told, (other_gist.published, gist.published))
        if close and same(found) is Same.INCIDENT:
            return at
    return None


def _event(group: list[Dated]) -> Event:
    claims = tuple(sorted({told.claim for _, _, told in group}))
    stated = [told.days for _, _, told in group if told.days]
    days = [day for pair in stated for day in pair] or [day for day, _, _ in group]
    place = _narrowest([where for _, _, told in group for where in finest(told.places)])
    first = group[0][2]
    return Event(
        id=content_id("event", first.claim.document, first.claim.claim),
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
