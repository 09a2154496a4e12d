"""
Two claims slot by slot: place, date, number, actor, polarity. Each agrees, differs, or is open.

Only values are compared. Whether two claims are about one happening is told in likeness.py, what a
difference then means in relations.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dateline.core.event import Agreement, Slot
from dateline.link.names import named
from dateline.link.places import Lie, finest, lie, pinned
from dateline.link.polarity import polarity
from dateline.link.told import Count, Told
from dateline.link.words import ONE_SENTENCE, likely

_PEOPLE = frozenset(
    {"people", "civilians", "women", "men", "children", "girls", "boys", "soldiers"}
)
_ONE_SIDED = frozenset(
    {"strike", "explosion", "fire", "destruction", "sabotage", "capture", "liberation", "advance"}
)
"""Kinds that one side does to the other; an exchange or talks have two actors."""
_SENT = {"", "launched"}
"""States of weapons that mean the same: three drones, three drones launched."""
_ALL_BUT_ONE = 0.75
"""The part of the words from which on two claims are one sentence but for a name."""


class Slots(NamedTuple):
    """The slots that agree and those that differ, sorted; a slot that one lacks is in neither."""

    agree: tuple[Agreement, ...]
    differ: tuple[Agreement, ...]


def slots(a: Told, b: Told) -> Slots:
    """Every slot that both fill; wordings in the order of the arguments."""
    told = [*_places(a, b), *_days(a, b), *_numbers(a, b), *_actors(a, b), *polarity(a, b)]
    agree = {item for equal, item in told if equal}
    differ = {item for equal, item in told if not equal}
    return Slots(tuple(sorted(agree)), tuple(sorted(differ)))


Compared = tuple[bool, Agreement]


def _places(a: Told, b: Told) -> Iterator[Compared]:
    relation = lie(a.places, b.places)
    if relation is Lie.UNKNOWN and likely(a, b) >= _ALL_BUT_ONE:
        yield from _names(a, b)
    if relation is Lie.UNKNOWN or (relation is Lie.NEAR and not _towns(a, b)):
        return
    names = [", ".join(sorted({w.name for w in finest(told.places)})) for told in (a, b)]
    yield relation >= Lie.WITHIN, Agreement(Slot.PLACE, *names)


def _names(a: Told, b: Told) -> Iterator[Compared]:
    """The one name in which two sentences differ, where the gazetteer does not know both."""
    own_a, own_b = (sorted(set(one.names) - set(two.names)) for one, two in ((a, b), (b, a)))
    if len(own_a) == 1 == len(own_b) and (a.places or b.places):
        yield False, Agreement(Slot.PLACE, named(a.text, own_a[0]), named(b.text, own_b[0]))


def _towns(a: Told, b: Told) -> bool:
    """Whether each names one town, so that two towns near each other are two places."""
    return all(len(finest(told.places)) == 1 and pinned(told.places) for told in (a, b))


def _days(a: Told, b: Told) -> Iterator[Compared]:
    if not a.days or not b.days:
        return
    yield one_date(a, b), Agreement(Slot.DATE, _span(a.days), _span(b.days))


def one_date(a: Told, b: Told) -> bool:
    """Whether both state days that touch; a night touches the day before it and the one after."""
    if not a.days or not b.days:
        return False
    return days_apart(a.days, b.days) <= int(a.night or b.night)


def _span(days: tuple[str, str]) -> str:
    return days[0] if days[0] == days[1] else "/".join(days)


def days_apart(a: tuple[str, str], b: tuple[str, str]) -> int:
    """Whole days between two stretches; 0 where they touch."""
    first, second = sorted((a, b))
    gap = date.fromisoformat(second[0]) - date.fromisoformat(first[1])
    return max(0, gap.days)


def _numbers(a: Told, b: Told) -> Iterator[Compared]:
    """Numbers of the same thing in the same state; of several that fit, one that agrees."""
    if not any(comparable(one, other) for one in a.counts for other in b.counts):
        yield from _lone(a, b)
    for one in a.counts:
        alike = [other for other in b.counts if comparable(one, other)]
        if not alike:
            continue
        equal = [other for other in alike if other.low <= one.high and one.low <= other.high]
        best = (equal or alike)[0]
        if equal or not _told_elsewhere(one, a, best, b):
            yield bool(equal), Agreement(Slot.NUMBER, one.words, best.words)


def _lone(a: Told, b: Told) -> Iterator[Compared]:
    """The only number of each, where the words do not say what one of them counts."""
    one_sentence = likely(a, b) >= ONE_SENTENCE
    if one_sentence and len(a.counts) == 1 == len(b.counts) and a.kinds and b.kinds:
        one, other = a.counts[0], b.counts[0]
        if _uncounted(one) or _uncounted(other):
            yield _equal(one, other), Agreement(Slot.NUMBER, one.words, other.words)


def _uncounted(count: Count) -> bool:
    return not count.unit and not count.state


def _told_elsewhere(one: Count, a: Told, other: Count, b: Told) -> bool:
    """Whether either number stands in the other claim too, of something else."""
    return any(_equal(one, count) for count in b.counts if comparable(count, one)) or any(
        _equal(other, count) for count in a.counts if comparable(count, other)
    )


def _equal(one: Count, other: Count) -> bool:
    return one.low <= other.high and other.low <= one.high


def comparable(one: Count, other: Count) -> bool:
    """Whether both count the same: equal state, and one unit or people of any sort in general."""
    if one.state != other.state:
        return one.unit == other.unit != "" and {one.state, other.state} == _SENT
    if one.unit == other.unit or not one.unit or not other.unit:
        return bool(one.state) or (one.unit == other.unit and bool(one.unit))
    return (
        bool(one.state) and {one.unit, other.unit} <= _PEOPLE and "people" in (one.unit, other.unit)
    )


def _actors(a: Told, b: Told) -> Iterator[Compared]:
    if (
        len(a.agents) != 1
        or len(b.agents) != 1
        or not all(_ONE_SIDED & set(t.kinds) for t in (a, b))
    ):
        return
    yield a.agents == b.agents, Agreement(Slot.ACTOR, a.agents[0], b.agents[0])
