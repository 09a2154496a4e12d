"""T004: the weekday beside a date is another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateline.core.agreements import DayName
from dateline.core.document import Document, Role
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.core.parts import Observation, checker
from dateline.core.span import Span

_NEAR = 14
_OTHER_YEARS = 10
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Pair = tuple[DayName, date]


@checker("T004", severity=Severity.WARNING, reads=(DayName, Timex))
def weekday_date_mismatch(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    The weekday beside a date is not the weekday of that date.

    Why it matters: one of the two is wrong, and a reader cannot tell which day is meant.

    Compares only where the year is written, or the date lies within fourteen days of publication.
    The day of publication itself, with its year, is a stamp: it is left alone where it is no line
    of its own. Where two or more weekdays of the text all fit one other year, the date of
    publication is in doubt, and that is said instead.
    """
    written = {t.span: t.value for t in layers.of(Timex)}
    pairs = [
        (name, day)
        for name in layers.of(DayName)
        if (day := _day(doc, written.get(name.date, ""))) is not None
        if not _is_loose_stamp(doc, name, written[name.date], day)
    ]
    wrong = [(name, day) for name, day in pairs if day.isoweekday() != name.weekday]
    open_year = [pair for pair in wrong if written[pair[0].date].startswith("XXXX")]
    year = _other_year(open_year) if len(open_year) == len(pairs) else None
    if year and doc.published:
        yield (
            f"every weekday of the text fits {year}, and none the date of publication, "
            f"{doc.published.day}",
            tuple(span for pair in wrong for span in _evidence(pair[0])),
            {"published": str(doc.published.day), "fits": year, "weekdays": len(wrong)},
        )
        return
    for name, day in wrong:
        yield (
            f"says {doc.quote(_hull(name))!r}, but {day} was a {_NAMES[day.weekday()]}",
            (_hull(name),),
            {"date": str(day), "weekday": _NAMES[day.weekday()], "said": _NAMES[name.weekday - 1]},
        )


def _day(doc: Document, value: str) -> date | None:
    """The date where its year is written or close to publication; None elsewhere."""
    published = doc.published.day if doc.published else None
    if not value.startswith("XXXX"):
        return _valid(value[:10])
    if published is None:
        return None
    near = [
        day
        for year in (published.year - 1, published.year, published.year + 1)
        if (day := _valid(f"{year}{value[4:10]}")) and abs((day - published).days) <= _NEAR
    ]
    return near[0] if near else None


def _is_loose_stamp(doc: Document, name: DayName, value: str, day: date) -> bool:
    """Whether it is the day of publication, behind words that can end with another's weekday."""
    if value.startswith("XXXX") or doc.published is None or day != doc.published.day:
        return False
    return not any(_hull(name).covers(b.span) for b in doc.blocks if b.role is Role.DATELINE)


def _valid(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _other_year(wrong: list[Pair]) -> int | None:
    """The nearest other year that all of two or more weekdays fit; None where there is none."""
    if len(wrong) < 2 or len({day for _, day in wrong}) < 2:
        return None
    years = [
        (abs(shift), wrong[0][1].year + shift)
        for shift in range(-_OTHER_YEARS, _OTHER_YEARS + 1)
        if shift and all(_fits(name, day, day.year + shift) for name, day in wrong)
    ]
    return min(years)[1] if years else None


def _fits(name: DayName, day: date, year: int) -> bool:
    other = _valid(f"{year:04}-{day.month:02}-{day.day:02}")
    return other is not None and other.isoweekday() == name.weekday


def _evidence(name: DayName) -> tuple[Span, ...]:
    return (_hull(name),)


def _hull(name: DayName) -> Span:
    return Span(min(name.span.start, name.date.start), max(name.span.end, name.date.end))
