"""
A weekday and the date that it is said of ("Monday, June 8"; "25 июля, в четверг").

On one line and without a full stop between; where a date stands between two weekdays, the one
before it has it. Whether the two agree is for the checker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.annotate.links import link_words, plain
from dateline.core.agreements import DayName
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.rules import LANGUAGES
from dateline.lang.timewords import rows

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:T.*)?")
_GAP = re.compile(r"[ \u00a0,(]{0,3}[^.!?;:\n\d]{0,14}[ \u00a0,(]{0,2}")


@component(version=1, reads=(Timex,), writes=(DayName,))
def daynames(doc: Document, layers: Layers) -> Iterator[DayName]:
    """Each weekday beside a day of a month, once for each date."""
    dates = [t.span for t in layers.of(Timex) if _DAY.fullmatch(t.value)]
    days = [
        (Span(m.start(), m.end()), _weekdays()[m.group().lower()])
        for m in _regex().finditer(doc.text)
    ]
    for date in dates:
        if "\n" in doc.quote(date):
            continue
        inside = _inside(doc, date, days)
        found = inside or _before(doc, date, days) or _after(doc, date, days, dates)
        if len(found) == 1:
            span, weekday = found[0]
            yield DayName(span=span, made_by="dayname/beside", weekday=weekday, date=date)


def _inside(doc: Document, date: Span, days: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """The weekdays in the date's words; of two, the one that stands before the number."""
    within = [day for day in days if date.overlaps(day[0])]
    if len(within) < 2:
        return within
    return [d for d in within if any(map(str.isdigit, doc.text[d[0].end : date.end]))][:1]


def _before(doc: Document, date: Span, days: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    return [d for d in days if d[0].end <= date.start and _linked(doc.text[d[0].end : date.start])]


def _after(
    doc: Document, date: Span, days: list[tuple[Span, int]], dates: list[Span]
) -> list[tuple[Span, int]]:
    """A weekday after the date that does not itself stand before another date."""
    return [
        d
        for d in days
        if date.end <= d[0].start and _linked(doc.text[date.end : d[0].start])
        if not any(o.start >= d[0].end and _linked(doc.text[d[0].end : o.start]) for o in dates)
        if not any(o.overlaps(d[0]) for o in dates)
    ]


def _linked(gap: str) -> bool:
    return len(gap) <= 20 and bool(_GAP.fullmatch(gap)) and plain(gap) in link_words("day_links")


@cache
def _weekdays() -> dict[str, int]:
    return {
        row.form: int(row.value)
        for language in LANGUAGES
        for row in rows(language)
        if row.cat == "wd" and len(row.form) > 2
    }


@cache
def _regex() -> re.Pattern[str]:
    forms = sorted(_weekdays(), key=lambda form: (-len(form), form))
    return re.compile(rf"(?i:\b(?:{'|'.join(map(re.escape, forms))})\b)")
