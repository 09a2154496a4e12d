"""
Stretches of time whose two ends the report itself dates.

"This statement came nearly two weeks after the initial incursion": one end is the date of the
statement, the other that of the incursion. Both must be found beyond doubt, or nothing is said:
a wrong pairing would put words into the report's mouth.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Happening, Sentence, Timex
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.core.time import Base, Granularity, Interval
from dateline.core.values import Dated, Elapsed
from dateline.resolve.partial import LENGTHS
from dateline.resolve.stretch import stated_days

SUBJECT_REACH = 2
"""Sentences back in which `this statement` finds the statement it is."""
IMPLAUSIBLE = 3
"""A gap so many times the stated one tells of another happening, not of a slip."""
SAYING = "statement"
"""The class of happenings that hold others in their words."""
SOME_YEAR = 2001
"""Where no date has a year; not a leap year, so that 29 February is never made up."""
EXACT = (
    Granularity.DAY,
    Granularity.PART,
    Granularity.HOUR,
    Granularity.MINUTE,
    Granularity.SECOND,
)


@dataclass(frozen=True, slots=True)
class _Dating:
    """A happening in a sentence with one date."""

    type: str
    first: bool
    sentence: int
    day: Interval
    year_known: bool
    span: Span


@component(version=1, reads=(Sentence, Timex, Happening, Dated), writes=(Elapsed,))
def elapsed(doc: Document, layers: Layers) -> Iterator[Elapsed]:
    """One for each predicated stretch whose two ends are dated once each."""
    stretches = [item for item in layers.of(Timex) if item.predicated and item.event]
    sentences = tuple(sentence.span for sentence in layers.of(Sentence))
    if not stretches or not sentences:
        return
    datings = _datings(doc, layers, sentences)
    for item in stretches:
        if found := _elapsed(item, layers, datings, sentences=sentences):
            yield found


def _elapsed(
    item: Timex, layers: Layers, datings: tuple[_Dating, ...], *, sentences: tuple[Span, ...]
) -> Elapsed | None:
    says = item.says
    if item.count is None or says.base is not Base.EVENT or says.unit is None:
        return None
    days = stated_days(item.count, says.unit, item.mod)
    here = _at(sentences, item.span)
    subject = _subject(item, layers.of(Happening), datings, sentences=sentences)
    if days is None or subject is None:
        return None
    event = _event(item, layers.of(Happening), datings, subject=subject, here=here)
    if event is None or event.year_known != subject.year_known:
        return None
    since, until = (event, subject) if (says.shift or 0) > 0 else (subject, event)
    if not _plausible(since.day, until.day, days):
        return None
    return Elapsed(
        span=item.span,
        made_by="elapsed",
        stated_days=days,
        since=since.day,
        until=until.day,
        dated_at=(since.span, until.span),
        year_known=since.year_known,
    )


def _plausible(since: Interval, until: Interval, days: tuple[int, int]) -> bool:
    fewest, most = since.gap_days(until)
    return fewest >= 0 and most * IMPLAUSIBLE >= days[0] and fewest <= days[1] * IMPLAUSIBLE


def _subject(
    item: Timex,
    happenings: tuple[Happening, ...],
    datings: tuple[_Dating, ...],
    *,
    sentences: tuple[Span, ...],
) -> _Dating | None:
    """What the stretch is predicated of: named before it in its sentence, dated just before."""
    here = _at(sentences, item.span)
    if here < 0:
        return None
    named = [
        h for h in happenings if sentences[here].covers(h.span) and h.span.end <= item.span.start
    ]
    if len(named) != 1:
        return None
    near = [
        d for d in datings if d.type == named[0].type and here - SUBJECT_REACH <= d.sentence < here
    ]
    return near[-1] if near and len({d.day for d in near}) == 1 else None


def _event(
    item: Timex,
    happenings: tuple[Happening, ...],
    datings: tuple[_Dating, ...],
    *,
    subject: _Dating,
    here: int,
) -> _Dating | None:
    """The happening that the stretch counts from: dated once before, or first and earliest."""
    named = [h for h in happenings if item.event and item.event.covers(h.span)]
    if len(named) != 1:
        return None
    known = [
        d
        for d in datings
        if d.type == named[0].type and d.sentence < here and d.sentence != subject.sentence
    ]
    if not known:
        return None
    if len({d.day for d in known}) == 1:
        return known[0]
    earliest = min(known, key=lambda d: (d.day, d.sentence))
    return earliest if named[0].first and earliest == known[0] else None


def _datings(doc: Document, layers: Layers, sentences: tuple[Span, ...]) -> tuple[_Dating, ...]:
    """Every happening of the body in a sentence that holds exactly one day."""
    by_sentence: dict[int, list[Dated]] = {}
    for value in layers.of(Dated):
        if value.type in ("DATE", "TIME") and value.granularity is not None:
            by_sentence.setdefault(_at(sentences, value.span), []).append(value)
    out = []
    for named in layers.of(Happening):
        at = _at(sentences, named.span)
        values = by_sentence.get(at, [])
        if at < 0 or len(values) != 1 or doc.role_at(named.span) is Role.HEADLINE:
            continue
        if _is_of_the_saying(named, values[0], layers.of(Happening)):
            continue
        if day := _day(values[0]):
            interval, known = day
            out.append(_Dating(named.type, named.first, at, interval, known, values[0].span))
    return tuple(out)


def _is_of_the_saying(named: Happening, value: Dated, all_named: tuple[Happening, ...]) -> bool:
    """`On June 8 it announced that units had advanced`: the day is that of the announcement."""
    if named.type == SAYING:
        return False
    first, last = sorted((named.span, value.span))
    return any(h.type == SAYING and first.end <= h.span.start < last.start for h in all_named)


def _day(value: Dated) -> tuple[Interval, bool] | None:
    """The day as an interval, and whether its year is known; None for anything coarser."""
    if value.granularity not in EXACT:
        return None
    if value.days is not None:
        return (value.days, True) if value.days.earliest == value.days.latest else None
    month, day = value.value[5:7], value.value[8:10]
    if not (value.value.startswith("XXXX-") and month.isdigit() and day.isdigit()):
        return None
    if int(day) > LENGTHS[int(month) - 1]:
        return None
    exact = date(SOME_YEAR, int(month), int(day))
    return Interval(exact, exact), False


def _at(sentences: tuple[Span, ...], span: Span) -> int:
    """The number of the sentence that `span` starts in; -1 between sentences."""
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    return at if at >= 0 and span.start < sentences[at].end else -1
