"""
What dates are counted from: the day of publication, and what kind of text this is.

Nothing is guessed: without a stated day there is no ground, and dates stay open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dateline.core.document import Document, Role
from dateline.core.mentions import Timex
from dateline.core.span import Span
from dateline.core.time import Base
from dateline.resolve.partial import year_of

HEAD = 400
"""Code points from the start in which a date on a line of its own dates the report."""
TALE_SHARE, TALE_LEAST, TALE_GAP, TALE_TODAY = 0.5, 3, 2, 4
"""A narrative: so large a share of its years, so many, lie so many years before publication, and
so many times as many as there are words that count from today."""


PREPOSITION = 2
"""Letters that a preposition before a date may have."""
POSTED_IN = frozenset(("telegram channel",))
"""How `ingest` came to know an outlet whose texts are posts."""
POST_LENGTH, POST_CLOCKS = 1500, 2
"""A text no longer than this with so many lines that open with a clock time is a post."""
FRESH = timedelta(days=7)
"""A full date so near to publication is one of the words that count from today."""


class Kind(StrEnum):
    """How a text tells time."""

    NEWS = "news"
    """From the day of publication, looking back a little."""
    TALE = "narrative"
    """From one date to the next, far from publication."""
    POST = "post"
    """From the hour of publication: a post of a channel, or a log of clock times."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The day that `today` is, and how it is known; both None where nothing tells it."""

    day: date | None
    how: str
    kind: Kind
    span: Span | None = None
    clock: time | None = None
    """The clock of publication, where it is known."""
    moment: datetime | None = None
    """The instant of publication, where it is known."""
    named: tuple[date, ...] = ()
    """The days that the text gives in full, where publication is not known."""


def ground(doc: Document, items: tuple[Timex, ...]) -> Ground:
    """Publication first, then the agency dateline or a date on a line of its own near the top."""
    day = _published(doc)
    if day is not None:
        how = f"the publication date {day}"
        return Ground(
            day, how, _kind(doc, items, day), clock=_published_clock(doc), moment=_instant(doc)
        )
    for item in items:
        if item.span.start > HEAD:
            break
        if _stands_alone(doc, item.span) and (found := _day_of(item)):
            how = f"the date {found} above the text"
            return Ground(found, how, _kind(doc, items, found), item.span)
    return _undated(doc, items)


def _undated(doc: Document, items: tuple[Timex, ...]) -> Ground:
    """
    The first day that an undated report gives in full, if a line opens with it, or it has its week
    day, and no later one is told.

    Otherwise no day: the days named in full can still say which year a date near them is of.
    """
    kind = _kind(doc, items, None)
    named = tuple(day for item in items if (day := _day_of(item)))
    first = next((item for item in items if _day_of(item)), None)
    day = named[0] if named else None
    if kind is Kind.TALE or first is None or day is None:
        return Ground(None, "", kind, named=named)
    leads = first.says.weekday or _opens_line(doc, first.span)
    opens = first.span.start <= HEAD and leads and first.says.tense <= 0
    if not opens or max(named) - day > FRESH:
        return Ground(None, "", kind, named=named)
    how = f"the day {day}, the first that the report gives in full"
    return Ground(day, how, kind, first.span, named=named)


def _published(doc: Document) -> date | None:
    """The stated day; None where what was given as one is no date (`03-02-2009`)."""
    try:
        return doc.published.day if doc.published else None
    except ValueError:
        return None


def _published_clock(doc: Document) -> time | None:
    value = doc.published.value if doc.published else ""
    return time.fromisoformat(value[11:16]) if len(value) >= len("2025-06-09T08:00") else None


def _instant(doc: Document) -> datetime | None:
    return doc.published.moment if doc.published else None


def _day_of(item: Timex) -> date | None:
    return full_day(item.value) if item.type == "DATE" else None


def full_day(value: str) -> date | None:
    """The day of a value; None where it is open, coarser, or no day of the calendar."""
    try:
        return date.fromisoformat(value) if len(value) == len("2025-06-09") else None
    except ValueError:
        return None


def _stands_alone(doc: Document, span: Span) -> bool:
    """Whether the date is the whole line, or stands in the agency dateline."""
    if doc.role_at(span) is Role.DATELINE:
        return True
    before, after = doc.text[: span.start], doc.text[span.end :]
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    return not any(c.isalnum() for c in line)


def _opens_line(doc: Document, span: Span) -> bool:
    """Whether a line starts with the date, a preposition before it allowed."""
    before = doc.text[: span.start].rpartition("\n")[2]
    return sum(map(str.isalnum, before)) <= PREPOSITION


def _kind(doc: Document, items: tuple[Timex, ...], day: date | None) -> Kind:
    """A narrative has many years far from publication, and little that counts from today."""
    if _is_post(doc, items):
        return Kind.POST
    years = [y for item in items if (y := year_of(item.value)) is not None]
    if day is None:
        return Kind.TALE if len(years) >= TALE_LEAST else Kind.NEWS
    far = sum(1 for year in years if abs(day.year - year) >= TALE_GAP)
    today = sum(1 for item in items if _counts_from_today(item))
    today += sum(1 for item in items if _is_fresh(item, day))
    enough = far >= TALE_LEAST and far >= TALE_SHARE * len(years) and far > TALE_TODAY * today
    return Kind.TALE if enough else Kind.NEWS


def _is_post(doc: Document, items: tuple[Timex, ...]) -> bool:
    """A post of a channel by its outlet, or a short text of lines that open with a clock."""
    if doc.outlet and doc.outlet.how in POSTED_IN:
        return True
    if len(doc.text) > POST_LENGTH:
        return False
    opening = sum(1 for item in items if _opens_with_clock(doc, item))
    return opening >= POST_CLOCKS


def _opens_with_clock(doc: Document, item: Timex) -> bool:
    clock = (
        item.type == "TIME" and item.value.startswith("XXXX-XX-XXT") and item.value[11:12].isdigit()
    )
    return clock and not any(map(str.isalnum, doc.text[: item.span.start].rpartition("\n")[2]))


def _is_fresh(item: Timex, day: date) -> bool:
    """A date of the days around publication, its year written or not."""
    value = item.value.partition("T")[0]
    near = full_day(value.replace("XXXX", f"{day.year}")) if value[5:7].isdigit() else None
    return near is not None and abs(near - day) <= FRESH


def _counts_from_today(item: Timex) -> bool:
    return item.value.startswith("XXXX-WXX-") or (
        item.says.base is Base.NOW and item.says.unit in ("D", "W")
    )
