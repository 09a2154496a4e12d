"""
What dates are counted from: the day of publication, and what kind of text this is.

Nothing is guessed: without a stated day there is no ground, and dates stay open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
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


FRESH = timedelta(days=7)
"""A full date so near to publication is one of the words that count from today."""


class Kind(StrEnum):
    """How a text tells time."""

    NEWS = "news"
    """From the day of publication, looking back a little."""
    TALE = "narrative"
    """From one date to the next, far from publication."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The day that `today` is, and how it is known; both None where nothing tells it."""

    day: date | None
    how: str
    kind: Kind
    span: Span | None = None
    clock: time | None = None
    """The clock of publication, where it is known."""


def ground(doc: Document, items: tuple[Timex, ...]) -> Ground:
    """Publication first, then the agency dateline or a date on a line of its own near the top."""
    day = _published(doc)
    if day is not None:
        how = f"the publication date {day}"
        return Ground(day, how, _kind(items, day), clock=_published_clock(doc))
    for item in items:
        if item.span.start > HEAD:
            break
        if _stands_alone(doc, item.span) and (found := _full_day(item)):
            return Ground(found, f"the date {found} above the text", _kind(items, found), item.span)
    return Ground(None, "", _kind(items, None))


def _published(doc: Document) -> date | None:
    """The stated day; None where what was given as one is no date (`03-02-2009`)."""
    try:
        return doc.published.day if doc.published else None
    except ValueError:
        return None


def _published_clock(doc: Document) -> time | None:
    value = doc.published.value if doc.published else ""
    return time.fromisoformat(value[11:16]) if len(value) >= len("2025-06-09T08:00") else None


def _full_day(item: Timex) -> date | None:
    if item.type != "DATE" or len(item.value) != len("2025-06-09"):
        return None
    try:
        return date.fromisoformat(item.value)
    except ValueError:
        return None


def _stands_alone(doc: Document, span: Span) -> bool:
    """Whether the date is the whole line, or stands in the agency dateline."""
    if doc.role_at(span) is Role.DATELINE:
        return True
    before, after = doc.text[: span.start], doc.text[span.end :]
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    return not any(c.isalnum() for c in line)


def _kind(items: tuple[Timex, ...], day: date | None) -> Kind:
    """A narrative has many years far from publication, and little that counts from today."""
    years = [y for item in items if (y := year_of(item.value)) is not None]
    if day is None:
        return Kind.TALE if len(years) >= TALE_LEAST else Kind.NEWS
    far = sum(1 for year in years if abs(day.year - year) >= TALE_GAP)
    today = sum(1 for item in items if _counts_from_today(item))
    today += sum(1 for item in items if (d := _full_day(item)) and abs(d - day) <= FRESH)
    enough = far >= TALE_LEAST and far >= TALE_SHARE * len(years) and far > TALE_TODAY * today
    return Kind.TALE if enough else Kind.NEWS


def _counts_from_today(item: Timex) -> bool:
    return item.value.startswith("XXXX-WXX-") or (
        item.says.base is Base.NOW and item.says.unit in ("D", "W")
    )
