"""
What two claims about one happening say of each other: corroborate, contradict, deny, update.

A later and higher toll is an update. Only claims of different reports are related.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.core.event import (
    Agreement,
    Answers,
    ClaimRef,
    Contradicts,
    Corroborates,
    Link,
    Slot,
)
from dateline.link.likeness import Same, likeness, same
from dateline.link.slots import Slots, comparable, slots
from dateline.link.told import Count, Told

MADE_BY = "relations/1"
_GROWING = frozenset({"killed", "wounded", "missing", "detained", "evacuated", "captured"})
"""States whose count only grows while an incident is being reported."""
Published = tuple[str | None, str | None]


def relations(a: Told, b: Told, published: Published = (None, None)) -> tuple[Link, ...]:
    """
    The links between a claim of one report and a claim of another; empty where there are none.

    `published` are the two reports' publication times, in the order of the claims. Each link names
    the claim first whose reference sorts first.
    """
    if a.claim > b.claim:
        a, b, published = b, a, (published[1], published[0])
    if a.claim.document == b.claim.document or same(likeness(a, b, published)) < Same.INCIDENT:
        return ()
    found = slots(a, b)
    if answer := _answer(a, b, found):
        return (answer,)
    moved = updates(a, b, published)
    differ = contradicting(found.differ, moved)
    out: list[Link] = []
    if differ:
        out.append(_against(a.claim, b.claim, differ, found.agree))
    if moved:
        out.append(_moved(a.claim, b.claim, moved, found.agree))
    if not differ and not moved and found.agree:
        out.append(Corroborates(a=a.claim, b=b.claim, agree=found.agree, made_by=MADE_BY))
    return tuple(out)


def contradicting(
    differ: Iterable[Agreement], moved: tuple[Agreement, ...]
) -> tuple[Agreement, ...]:
    """
    The differences that are contradictions, sorted; `moved` are the numbers of an update.

    A later toll, or a denial, comes with its own day, which is not that of the happening.
    """
    left = {item for item in differ if item not in moved}
    if moved or any(item.slot is Slot.POLARITY for item in left):
        left = {item for item in left if item.slot is not Slot.DATE}
    return tuple(sorted(left))


def _against(
    a: ClaimRef, b: ClaimRef, differ: tuple[Agreement, ...], agree: tuple[Agreement, ...]
) -> Contradicts:
    return Contradicts(a=a, b=b, differ=differ, agree=agree, made_by=MADE_BY)


def _moved(
    a: ClaimRef, b: ClaimRef, differ: tuple[Agreement, ...], agree: tuple[Agreement, ...]
) -> Contradicts:
    return Contradicts(a=a, b=b, differ=differ, agree=agree, update=True, made_by=MADE_BY)


def _answer(a: Told, b: Told, found: Slots) -> Answers | None:
    """A denial, or a refusal to confirm, of what the other claims."""
    for one, other in ((a, b), (b, a)):
        if one.status in ("denied", "not_confirmed") and other.status not in (
            "denied",
            "not_confirmed",
        ):
            return Answers(a=one.claim, b=other.claim, act=one.status, made_by=MADE_BY)
    return None


def updates(a: Told, b: Told, published: Published) -> tuple[Agreement, ...]:
    """The numbers that differ because the later report has a higher toll."""
    out: list[Agreement] = []
    for one in a.counts:
        for other in b.counts:
            if one.state not in _GROWING or not comparable(one, other):
                continue
            grew = one.high < other.low and _later(b, published[1], published[0])
            fell = other.high < one.low and _later(a, published[0], published[1])
            moved = (a, other, b, one) if grew else (b, one, a, other)
            if (grew or fell) and not _was_told(*moved):
                out.append(Agreement(Slot.NUMBER, one.words, other.words))
    return tuple(sorted(set(out)))


def _was_told(earlier: Told, new: Count, later: Told, old: Count) -> bool:
    """Whether the new number stood in the earlier report, or the old one stands in the later."""
    if _stands(new, earlier):
        return True
    return "rise" not in later.turns and _stands(old, later)


def _stands(count: Count, told: Told) -> bool:
    return any(count.value == one.value and comparable(count, one) for one in told.counts)


def _later(told: Told, its: str | None, others: str | None) -> bool:
    """Whether a claim's report is the later one, by its time or by its own words."""
    if its and others and its[:10] != others[:10]:
        return its[:10] > others[:10]
    if its and others and len(its) > len("2025-06-09") < len(others) and its != others:
        return its > others
    return "rise" in told.turns
