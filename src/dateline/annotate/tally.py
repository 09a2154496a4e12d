"""
Counted people and things ("11 people were killed", "шестеро раненых"): number, unit, state.

Every number of the report that is no part of a date gets a tally, most of them without either. The
unit is the nearest word of a class within a few words behind the number; the state is the nearest
word of a class on either side of it, in the same clause. Which event it is of is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dateline.annotate.links import link_words, plain
from dateline.core.agreements import Tally
from dateline.core.document import Document
from dateline.core.happened import VagueTally
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.numerals import Numeral, numerals, with_vague, without_bound
from dateline.lang.phrases import Phrases
from dateline.lang.rules import LANGUAGES, lists

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.;:!?\n()«»“”\"—–]|,")
_UNIT_WORDS = 3
_STATE_WORDS = 5
_NUMBER_OF_REACH = 70
_HUNDRED = 100


class _Class(NamedTuple):
    start: int
    end: int
    names: tuple[str, ...]


class _Near(NamedTuple):
    words: int
    behind: bool
    found: _Class


@component(version=2, reads=(Timex,), writes=(Tally, VagueTally))
def tallies(doc: Document, layers: Layers) -> Iterator[Tally]:
    """Each number, with the class of thing that it counts and the state that it is in."""
    if doc.lang not in LANGUAGES:
        return
    units, states = (_classes(doc, kind) for kind in ("units", "states"))
    taken = [t.span for t in layers.of(Timex) if not _is_round_count(doc.text, t, units)]
    every = with_vague(doc.text, numerals(doc.text))
    blocks = [block.span for block in doc.readable]
    found: list[Tally] = []
    for at, number in enumerate(every):
        span = Span(number.start, number.end)
        if any(t.overlaps(span) for t in taken) or not any(b.covers(span) for b in blocks):
            continue
        after = every[at + 1].start if at + 1 < len(every) else len(doc.text)
        before = every[at - 1].end if at else 0
        unit = _sign(doc.text, number) or _unit(doc.text, number, units, after)
        if unit and _state_between(number, unit, states):
            unit = None
        state = _state(doc.text, number, unit, states, (before, after))
        if number.vague and unit is None and state is None:
            continue
        found.append(_tally(span, number, unit, state))
    yield from found
    yield from _singles(doc, [tally.span for tally in found])


def _singles(doc: Document, counted: list[Span]) -> Iterator[Tally]:
    """Single persons without a number, where they are no part of a count."""
    for start, end, names in _phrases("singles").find(doc.text):
        span = Span(start, end)
        if not any(other.overlaps(span) for other in counted):
            yield Tally(
                span=span,
                made_by="tally/single",
                number=span,
                value=1,
                low=1,
                high=1,
                unit=names[0],
                single=True,
            )


def _tally(span: Span, number: Numeral, unit: _Class | None, state: _Class | None) -> Tally:
    end = max(unit.end, number.end) if unit else number.end
    made = VagueTally if number.vague else Tally
    return made(
        span=Span(number.start, end),
        made_by="tally/vague" if number.vague else "tally/near",
        number=span,
        value=number.value,
        low=number.low,
        high=number.high,
        unit=unit.names[0] if unit else None,
        state=state.names[0] if state else None,
    )


def _unit(text: str, number: Numeral, units: list[_Class], limit: int) -> _Class | None:
    """The class of the first counted word behind the number."""
    for unit in units:
        if number.end <= unit.start < limit:
            between = text[number.end : unit.start]
            far = len(_WORD.findall(between)) > _UNIT_WORDS
            return None if far or _STOP.search(between) or _has(between, "prepositions") else unit
    return None


def _state_between(number: Numeral, unit: _Class, states: list[_Class]) -> bool:
    """Whether a state ends the count before the unit ("14 injured as drone hits bus")."""
    return any(number.end <= s.start and s.end + 1 < unit.start for s in states)


def _is_round_count(text: str, item: Timex, units: list[_Class]) -> bool:
    """Whether what reads as a year is round and stands right before what is counted."""
    year = text[item.span.start : item.span.end]
    before = text[max(0, item.span.start - 4) : item.span.start].lower().split()[-1:]
    return (
        year.isdigit()
        and int(year) % _HUNDRED == 0
        and not link_words("year_before").intersection(before)
        and any(u.start == item.span.end + 1 for u in units)
    )


def _sign(text: str, number: Numeral) -> _Class | None:
    """The currency whose sign stands right before the number, or the per cent behind it."""
    before = text[max(0, number.start - 2) : number.start].strip()[-1:]
    after = text[number.end : number.end + 2].strip()[:1]
    name = _symbols("symbols").get(before) or _symbols("symbols_after").get(after)
    return _Class(number.start, number.end, (name,)) if name else None


def _state(
    text: str, number: Numeral, unit: _Class | None, states: list[_Class], room: tuple[int, int]
) -> _Class | None:
    """The nearest state before the number or behind what it counts, within its own room."""
    if plain(text[room[0] : number.start]) in link_words("of_whole"):
        return None
    near: list[_Near] = []
    for state in states:
        behind = (unit or number).end <= state.start and state.end <= room[1]
        before = room[0] <= state.start and state.end <= number.start
        if behind or before:
            between = (
                text[(unit or number).end : state.start]
                if behind
                else without_bound(text[state.end : number.start])
            )
            words = len(_WORD.findall(between))
            counted = not behind and _is_number_of(text, state, between)
            near_enough = words <= _STATE_WORDS if unit or not behind else _is_copula(between)
            if counted or (near_enough and not _parted(between, behind=behind)):
                near.append(_Near(words, behind, state))
    return min(near).found if near else None


def _is_copula(between: str) -> bool:
    """Whether nothing or a form of "be" parts a bare number from its state."""
    return not plain(between) or plain(between) in link_words("copula")


def _is_number_of(text: str, state: _Class, between: str) -> bool:
    """Whether "the number of" stands before the state, and its clause goes on to the number."""
    before = plain(text[max(0, state.start - 20) : state.start]).split()
    tied = any(" ".join(before[-n:]) in link_words("number_of") for n in (1, 2, 3))
    return tied and len(between) <= _NUMBER_OF_REACH and not _STOP.search(between)


def _parted(between: str, *, behind: bool) -> bool:
    """Whether the words between a number and a state say that it is another's state."""
    if _STOP.search(between):
        return True
    if behind:
        return _has(between, "subordinators")
    return _has(between, "prepositions") or _has(between, "and")


def _has(words: str, name: str) -> bool:
    return not link_words(name).isdisjoint(plain(words).split())


def _classes(doc: Document, kind: str) -> list[_Class]:
    return [_Class(*found) for found in _phrases(kind).find(doc.text)]


@cache
def _symbols(kind: str) -> dict[str, str]:
    return {
        sign: name
        for language in LANGUAGES
        for name, sign in lists(language, "tallies").get(kind, {}).items()
    }


@cache
def _phrases(kind: str) -> Phrases:
    return Phrases(
        (name, cell)
        for language in LANGUAGES
        for name, cell in lists(language, "tallies").get(kind, {}).items()
    )
