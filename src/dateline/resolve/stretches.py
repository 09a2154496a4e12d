"""
Stretches beside the dates of their own sentence; dates beside words that count from publication.

Which words stand beside which is found by `annotate`; here they become days. Stretches over several
sentences are `elapsed`'s business.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateline.core.agreements import DayBeside, SaidAgo, StretchOf
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.core.parts import component
from dateline.core.time import Interval
from dateline.core.values import Dated, Elapsed
from dateline.resolve.stretch import stated_days

_SOME_YEAR = 2001
"""Where no date has a year; not a leap year, so that 29 February is never made up."""
_IMPLAUSIBLE, _BORNE = 4, 8
"""A gap so many times the stated one tells of another happening, not of a slip; more is needed
where the event bears its date ("after the truce of April 11")."""
_NEAR = 120
"""Days from publication beyond which a date without a year may be of another one."""
Day = tuple[Interval, bool]


@component(version=2, reads=(Timex, Dated, StretchOf), writes=(Elapsed,))
def stretches(_doc: Document, layers: Layers) -> Iterator[Elapsed]:
    """Each stretch with the two days that it joins, where both have a year or neither has."""
    times = {t.span: t for t in layers.of(Timex)}
    for pair in layers.of(StretchOf):
        item = times[pair.span]
        since, until = (_day(layers, times[span]) for span in (pair.first, pair.second))
        days = stated_days(item.count or (0, 0), item.says.unit or "", item.mod)
        if since is None or until is None or days is None or since[1] != until[1]:
            continue
        fewest, most = since[0].gap_days(until[0])
        times_off = _BORNE if pair.first.start > pair.second.start else _IMPLAUSIBLE
        if fewest > 0 and days[0] <= most * times_off and fewest <= days[1] * times_off:
            yield Elapsed(
                span=item.span,
                made_by="stretches/beside",
                stated_days=days,
                since=since[0],
                until=until[0],
                dated_at=(pair.first, pair.second),
                year_known=since[1],
            )


@component(version=1, reads=(Timex, DayBeside), writes=(SaidAgo,))
def ago(doc: Document, layers: Layers) -> Iterator[SaidAgo]:
    """Each date beside words that count from publication, where that is known."""
    if doc.published is None:
        return
    times = {t.span: t for t in layers.of(Timex)}
    for pair in layers.of(DayBeside):
        item, day = times[pair.span], _nearest(times[pair.date].value, doc.published.day)
        shift = item.says.shift
        stated = None
        if shift is not None:
            count = item.count or (abs(shift), abs(shift))
            stated = stated_days(count, item.says.unit or "", item.mod)
        if day is None or stated is None or shift is None:
            continue
        yield SaidAgo(
            span=item.span,
            made_by="ago/publication",
            date=pair.date,
            stated=stated if shift >= 0 else (-stated[1], -stated[0]),
            days=(day - doc.published.day).days,
            day=str(day),
        )


def _nearest(value: str, published: date) -> date | None:
    """The day, in the year that brings it nearest to publication where none is written."""
    years = (
        [value[:4]] if not value.startswith("XXXX") else [published.year + n for n in (-1, 0, 1)]
    )
    days = [day for year in years if (day := _valid(f"{year}{value[4:10]}"))]
    day = min(days, key=lambda d: abs((d - published).days), default=None)
    return day if day and abs((day - published).days) <= _NEAR else None


def _valid(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _day(layers: Layers, item: Timex) -> Day | None:
    """The day, and whether its year is written: without one, both are put into the same year."""
    if item.value.startswith("XXXX"):
        day = _valid(f"{_SOME_YEAR}{item.value[4:10]}")
        return (Interval(day, day), False) if day else None
    dated = next((d for d in layers.of(Dated) if d.span == item.span), None)
    return (dated.days, True) if dated and dated.days else None
