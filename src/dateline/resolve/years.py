"""
Which year a report speaks of, word by word: a track over the whole document.

Dynamic programming (Viterbi with a beam) over candidate years. An explicit year either moves the
track or is an aside, at a cost; a date without a year follows the track, and may carry it over
the turn of a year. The cheapest track over all dates decides, so that one "since 1813" cannot
drag its neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass

BEAM = 6
"""Tracks kept at each step."""
JUMP_AHEAD, JUMP_BACK, PER_YEAR, FAR = 0.55, 1.3, 0.04, 12
"""What it costs to move the track: to a later year, to an earlier one, and for each year of it."""
ASIDE, MARKED_ASIDE, DATED_ASIDE, OPENING = 1.0, 0.1, 2.2, 0.8
"""What it costs to pass an explicit year over: bare, in brackets or after `since`, with its month;
and what is added where it opens a paragraph."""
MONTH_BACK, TURN, PER_MONTH, BACK_TURN = 0.22, 1.0, 0.1, 2.0
"""Going back a month in one year; passing into the next; each month of that; into the last."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One date on the track: its year and month where the words say them."""

    year: int | None
    month: int | None
    aside: bool = False
    opening: bool = False
    """Whether it is the first date of its paragraph."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where the track stands after a mark, and the mark that set its year; -1 for the start."""

    year: int | None
    set_by: int
    aside: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    cost: float
    year: int | None
    month: int | None
    set_by: int
    aside: bool
    back: _State | None


def track(marks: tuple[Mark, ...], start: int | None = None) -> tuple[Step, ...]:
    """One step for each mark: the cheapest track, the earlier-found one where two cost the same."""
    states = [_State(0.0, start, None, -1, False, None)]
    for at, mark in enumerate(marks):
        found = [state for old in states for state in _after(old, mark, at)]
        states = _best(found)
    return _walked_back(min(states, key=lambda state: state.cost), len(marks))


def _walked_back(last: _State, size: int) -> tuple[Step, ...]:
    steps: list[Step] = []
    state: _State | None = last
    while state is not None and len(steps) < size:
        steps.append(Step(state.year, state.set_by, state.aside))
        state = state.back
    return tuple(reversed(steps))


def _best(found: list[_State]) -> list[_State]:
    """The cheapest state of each year and month, then the cheapest of those."""
    cheapest: dict[tuple[int | None, int | None], _State] = {}
    for state in found:
        key = state.year, state.month
        if key not in cheapest or state.cost < cheapest[key].cost:
            cheapest[key] = state
    return sorted(cheapest.values(), key=lambda state: state.cost)[:BEAM]


def _after(old: _State, mark: Mark, at: int) -> list[_State]:
    return _explicit(old, mark, at) if mark.year is not None else _implicit(old, mark)


def _explicit(old: _State, mark: Mark, at: int) -> list[_State]:
    year = mark.year or 0
    month = mark.month if mark.month or year != old.year else old.month
    move = _State(old.cost + _jump(old.year, year), year, month, at, False, old)
    if year == old.year:
        return [move]
    price = MARKED_ASIDE if mark.aside else DATED_ASIDE if mark.month else ASIDE
    price += OPENING if mark.opening else 0.0
    if old.year is None:
        return [move]
    return [move, _State(old.cost + price, old.year, old.month, old.set_by, True, old)]


def _jump(old: int | None, new: int) -> float:
    if old is None or old == new:
        return 0.0
    far = PER_YEAR * min(abs(new - old), FAR)
    return (JUMP_AHEAD if new > old else JUMP_BACK) + far


def _implicit(old: _State, mark: Mark) -> list[_State]:
    if old.year is None:
        return [_State(old.cost, None, mark.month, old.set_by, False, old)]
    if mark.month is None or old.month is None:
        month = mark.month or old.month
        return [_State(old.cost, old.year, month, old.set_by, False, old)]
    back = old.month - mark.month
    stay = MONTH_BACK * back if back > 0 else 0.0
    out = [_State(old.cost + stay, old.year, mark.month, old.set_by, False, old)]
    if back > 0:
        turn = TURN + PER_MONTH * (12 - back)
        out.append(_State(old.cost + turn, old.year + 1, mark.month, old.set_by, False, old))
    elif back < 0:
        turn = BACK_TURN + PER_MONTH * (12 + back)
        out.append(_State(old.cost + turn, old.year - 1, mark.month, old.set_by, False, old))
    return out
