"""
Whether two claims are about one happening: place, time, kind and what was hit decide it.

Likeness of wording hardly tells one strike from the next, so words only break ties.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from dateline.link.names import share_name
from dateline.link.places import Lie, lie, pinned
from dateline.link.slots import comparable, days_apart
from dateline.link.told import Told
from dateline.link.words import likely

BLAST = frozenset({"strike", "explosion", "fire", "destruction"})
"""Kinds that one happening can be called by turns."""
GROUND = frozenset({"capture", "liberation", "advance", "retreat", "battle"})
_AIR = frozenset({"shootdown", "crash", "strike", "explosion", "fire", "destruction"})
_FAMILIES = (BLAST, GROUND, _AIR)
_SWAP = "exchange"
_LOOKS_BACK = frozenset({"follow", "rise"})
DAY_OF = 1
"""Days between two first reports of one happening."""
FOLLOW_DAYS = 7
"""Days for which a report that looks back is still about it."""
SLIP_DAYS = 3
"""Days by which two reports of one happening may date it differently."""
STORY_DAYS = 7
_SOMEWHAT = 0.3
_ALIKE = 0.55
_VERY_ALIKE = 0.75


class Same(IntEnum):
    """Ordered: nothing in common, one story, one happening."""

    DIFFERENT = 0
    RELATED = 1
    INCIDENT = 2


class Likeness(NamedTuple):
    """How two claims stand to each other, before any slot is compared."""

    place: Lie
    gap: int | None
    """Days between the stated times, else between the publications; None where neither tells."""
    stated: bool
    """Whether both state their day."""
    kind: bool | None
    target: bool | None
    words: float
    """The part of the fewer words that the other has too, 0 to 1."""
    pinned: bool = False
    """Whether both name a place no wider than a town."""
    follows: bool = False
    """Whether the later one looks back: satellite pictures, a fire put out, what it cost."""
    again: bool = False
    """Whether the later one says that it is another: a new strike, explosions again."""
    one_language: bool = True
    actors: bool | None = None
    """Whether the same side acts; None where one does not say who does."""
    swap: bool = False
    """Whether both tell of an exchange: it is between two sides, wherever it was."""
    counted: bool | None = None
    """Whether a number of the same thing in the same state agrees; None where none is compared."""


def likeness(a: Told, b: Told, published: tuple[str | None, str | None]) -> Likeness:
    """How close place, time, kind, target and words of two claims are."""
    gap, stated = _gap(a, b, published)
    later = _later_turns(a, b, published)
    return Likeness(
        _place(a, b),
        gap,
        stated,
        one_kind(a, b),
        _overlap(a.targets, b.targets),
        likely(a, b),
        pinned(a.places) and pinned(b.places),
        not _LOOKS_BACK.isdisjoint(later),
        "again" in later,
        a.lang == b.lang,
        _overlap(a.agents, b.agents),
        _SWAP in a.kinds and _SWAP in b.kinds,
        _counted(a, b),
    )


def _later_turns(a: Told, b: Told, published: tuple[str | None, str | None]) -> set[str]:
    """The turns of the report that came out later; of both where that is unknown."""
    day_a, day_b = ((day or "")[:10] for day in published)
    if day_a and day_b and day_a != day_b:
        return set(b.turns if day_b > day_a else a.turns)
    return {*a.turns, *b.turns}


def _place(a: Told, b: Told) -> Lie:
    """By the gazetteer; where it knows one of them not, by what both name."""
    found = lie(a.places, b.places)
    return Lie.SAME if found is Lie.UNKNOWN and share_name(a.names, b.names) else found


def same(found: Likeness) -> Same:
    """Whether that makes one happening, one story, or neither."""
    if _is_incident(found):
        return Same.INCIDENT
    if _is_related(found):
        return Same.RELATED
    return Same.DIFFERENT


def _is_incident(found: Likeness) -> bool:
    if found.kind is False or (found.again and found.gap):
        return False
    soon = found.gap is None or found.gap <= DAY_OF
    if found.swap:
        return not found.gap and found.counted is not False
    if found.place not in (Lie.SAME, Lie.UNKNOWN) and found.actors is False:
        return False
    if found.place >= Lie.NEAR and _is_followed(found, soon=soon):
        return True
    if found.place is Lie.UNKNOWN and soon:
        return found.words >= _ALIKE or bool(found.kind and found.counted is not None)
    return _is_told_otherwise(found, soon=soon)


def _is_told_otherwise(found: Likeness, *, soon: bool) -> bool:
    """One slot differs, all else is alike: one happening, and a contradiction."""
    if not found.one_language:
        same_day = found.stated and not found.gap
        return bool(same_day and found.kind and found.target and found.counted is not False)
    if found.words < (_ALIKE if found.counted else _VERY_ALIKE):
        return False
    if found.place in (Lie.APART, Lie.REGION):
        return not found.gap
    return soon or (found.stated and found.place >= Lie.WITHIN)


def _is_followed(found: Likeness, *, soon: bool) -> bool:
    """Whether two reports of one place tell of one happening there, by time and target."""
    one_town = found.place is Lie.SAME and found.pinned
    if not found.gap:
        if found.place is Lie.NEAR and found.pinned:
            return found.words >= _ALIKE
        return bool(found.target) or one_town or _open(found) or found.words >= _ALIKE
    if found.follows and found.gap <= FOLLOW_DAYS:
        return bool(found.target) or _open(found)
    if soon:
        if found.place < Lie.SAME or (not found.pinned and found.counted is False):
            return False
        return bool(found.target) or _open(found)
    if found.stated and found.place is Lie.SAME and found.gap <= SLIP_DAYS:
        told_alike = found.words >= _SOMEWHAT or not found.one_language
        return bool(found.kind and found.target and told_alike)
    return False


def _open(found: Likeness) -> bool:
    return found.place is Lie.SAME and found.target is None


def _is_related(found: Likeness) -> bool:
    soon = found.gap is None or found.gap <= STORY_DAYS
    if not soon:
        return False
    if found.place >= Lie.NEAR or found.swap:
        return True
    alike = bool(found.target) or (found.kind is True and found.place is Lie.REGION)
    return alike and (found.gap or 0) <= DAY_OF + 1


def _gap(a: Told, b: Told, published: tuple[str | None, str | None]) -> tuple[int | None, bool]:
    """Days apart; a stated day is set against the eve and the day of a publication."""
    if a.days and b.days:
        return days_apart(a.days, b.days), True
    around_a = a.days or _around(published[0])
    around_b = b.days or _around(published[1])
    if around_a is None or around_b is None:
        return None, False
    if not a.days and not b.days:
        first, second = published
        gap = date.fromisoformat((first or "")[:10]) - date.fromisoformat((second or "")[:10])
        return abs(gap.days), False
    return days_apart(around_a, around_b), False


def _around(published: str | None) -> tuple[str, str] | None:
    if not published:
        return None
    day = date.fromisoformat(published[:10])
    return (day - timedelta(days=1)).isoformat(), day.isoformat()


def one_kind(a: Told, b: Told) -> bool | None:
    """Whether a kind of each can be one happening; None where one names none."""
    if not a.kinds or not b.kinds:
        return None
    if set(a.kinds) & set(b.kinds):
        return True
    return any(family & set(a.kinds) and family & set(b.kinds) for family in _FAMILIES)


def _overlap(a: tuple[str, ...], b: tuple[str, ...]) -> bool | None:
    return bool(set(a) & set(b)) if a and b else None


def _counted(a: Told, b: Told) -> bool | None:
    swap = _SWAP in a.kinds and _SWAP in b.kinds
    both = [
        one.low <= other.high and other.low <= one.high
        for one in a.counts
        for other in b.counts
        if (one.state or swap) and comparable(one, other)
    ]
    return any(both) if both else None
