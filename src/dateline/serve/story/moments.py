"""Time as a number: days since the year 1, so that it can be measured along an axis."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

_HOURS = 24.0
_MINUTES = 1440.0
_SECONDS = 86400.0


class Stretch(Struct, frozen=True, order=True):
    """From `start` up to `end`, days since the year 1; of a known moment both are one minute."""

    start: float
    end: float

    @property
    def width(self) -> float:
        return self.end - self.start


def stretch(earliest: str | None, latest: str | None) -> Stretch | None:
    """
    What lies between two ISO dates or date-times, both included; None where one is no date.

    Offsets are left aside: a day in two neighbouring zones is the same day to a reader.
    """
    start, end = moment(earliest), moment(latest, end=True)
    if start is None or end is None:
        return None
    return Stretch(start, max(start, end))


def moment(value: str | None, *, end: bool = False) -> float | None:
    """An ISO date or date-time as days since the year 1; of a date its first or its last moment."""
    if not value:
        return None
    try:
        if len(value) == len("2025-05-20"):
            return date.fromisoformat(value).toordinal() + (1.0 if end else 0.0)
        then = datetime.fromisoformat(value)
    except ValueError:
        return None
    clock = then.hour / _HOURS + then.minute / _MINUTES + then.second / _SECONDS
    return then.toordinal() + clock + (1 / _MINUTES if end else 0.0)


def day_at(at: float) -> date:
    """The day that holds this moment."""
    return date.fromordinal(max(1, min(int(at), date.max.toordinal())))
