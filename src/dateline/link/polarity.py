"""
Whether two claims say that a thing happened, or that it did not.

Told by negation, by denial, by "nobody was hurt" against a number, and by a place said to have been
taken against one said to be held. The other slots are compared in slots.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.event import Agreement, Slot
from dateline.link.names import share_name
from dateline.link.places import Lie, lie
from dateline.link.told import Told
from dateline.link.words import ONE_SENTENCE, likely

_TAKES = frozenset({"capture", "liberation"})
_MOVES = _TAKES | {"retreat"}
_NONE = "0"


def polarity(a: Told, b: Told) -> Iterator[tuple[bool, Agreement]]:
    """(Whether they agree, the signs): happened or not; nobody hurt against somebody hurt."""
    if (gained := _gained_and_held(a, b)) is not None:
        yield False, gained
    elif set(a.kinds) & set(b.kinds) or (a.targets and a.targets == b.targets):
        yield a.negated == b.negated, Agreement(Slot.POLARITY, _sign(a), _sign(b))
    elif ("not" in a.turns) != ("not" in b.turns) and likely(a, b) >= ONE_SENTENCE:
        signs = ("not", "yes") if "not" in a.turns else ("yes", "not")
        yield False, Agreement(Slot.POLARITY, *signs)
    for one, other, turned in ((a, b, False), (b, a, True)):
        if _nobody(one) and (hurt := _hurt(other)):
            words = (hurt, _NONE) if turned else (_NONE, hurt)
            yield False, Agreement(Slot.POLARITY, *words)


def held_or_moved(a: Told, b: Told) -> bool:
    """Whether one says that a place changed hands and the other that it did not."""
    return _gained_and_held(a, b) is not None


def _gained_and_held(a: Told, b: Told) -> Agreement | None:
    """A place that one says was taken or left, and the other that it is held as before."""
    one_place = lie(a.places, b.places) >= Lie.WITHIN or share_name(a.names, b.names)
    if one_place and a.holders and b.holders and not set(a.holders) & set(b.holders):
        return Agreement(Slot.POLARITY, a.holders[0], b.holders[0])
    for one, other, signs in ((a, b, ("yes", "held")), (b, a, ("held", "yes"))):
        moved = not _MOVES.isdisjoint(one.kinds) and not one.negated and "held" not in one.turns
        if not (moved and one_place and "held" in other.turns):
            continue
        if not _taker_holds(one, other):
            return Agreement(Slot.POLARITY, *signs)
    return None


def _taker_holds(one: Told, other: Told) -> bool:
    """Whether the side that took the place is the one said to hold it."""
    took = _TAKES & set(one.kinds)
    return bool(took and set(one.agents) & set(other.holders))


def _nobody(told: Told) -> bool:
    """Whether it says that nobody was hurt, also with the words apart ("жертв в городе нет")."""
    victims = {"toll", "victims"} & set(told.turns)
    return "nobody" in told.turns or bool(victims and "absent" in told.turns and not _hurt(told))


def _sign(told: Told) -> str:
    return "denied" if told.status == "denied" else "not" if told.negated else "yes"


def _hurt(told: Told) -> str | None:
    return next(
        (
            count.words
            for count in told.counts
            if count.state in ("killed", "wounded") and count.low
        ),
        None,
    )
