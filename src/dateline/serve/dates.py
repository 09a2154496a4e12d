"""Days and times as readers of each language write them; formats are CLDR's, through Babel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime


def day_in(lang: str, style: str = "d MMM y") -> Callable[[str | None], str]:
    """A function that writes an ISO day as `14 Sep 2025`; anything else stays as it is."""
    from babel.dates import format_date

    def written(value: str | None) -> str:
        try:
            then = date.fromisoformat((value or "")[:10])
        except ValueError:
            return value or ""
        return format_date(then, style, locale=lang)

    return written


def day_month_in(lang: str) -> Callable[[str | None], str]:
    """The same without the year, for an axis that has no room: `14 Sep`."""
    return day_in(lang, "d MMM")


def time_in(lang: str) -> Callable[[str | None], str]:
    """
    A function that writes an ISO day or date-time, the clock as it was given with its offset.

    `2025-09-14T06:40:00+03:00` is `14 Sep 2025, 06:40 +03:00`; no clock, no comma.
    """
    day = day_in(lang)

    def written(value: str | None) -> str:
        if not value or len(value) <= len("2025-09-14"):
            return day(value)
        try:
            then = datetime.fromisoformat(value)
        except ValueError:
            return value
        zone = "" if then.tzinfo is None else f" {then:%z}"
        zone = " UTC" if zone == " +0000" else f"{zone[:-2]}:{zone[-2:]}" if zone else ""
        return f"{day(value)}, {then:%H:%M}{zone}"

    return written
