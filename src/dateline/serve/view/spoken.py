"""
TIMEX3 values and dates as people say them, in the language of the page.

Month names and their forms come from CLDR by way of Babel; the rest are messages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

from babel.dates import format_date, get_month_names

from dateline.serve.view.labels import N_

Say = Callable[[str], str]

_VAGUE = {
    "PAST_REF": N_("earlier, not dated"),
    "PRESENT_REF": N_("now"),
    "FUTURE_REF": N_("later, not dated"),
}
_PARTS = {
    "SP": N_("spring %(year)s"),
    "SU": N_("summer %(year)s"),
    "FA": N_("autumn %(year)s"),
    "WI": N_("winter %(year)s"),
    "H1": N_("first half of %(year)s"),
    "H2": N_("second half of %(year)s"),
    "Q1": N_("first quarter of %(year)s"),
    "Q2": N_("second quarter of %(year)s"),
    "Q3": N_("third quarter of %(year)s"),
    "Q4": N_("fourth quarter of %(year)s"),
}
_CLOCK = {
    "MO": N_("morning"),
    "AF": N_("afternoon"),
    "EV": N_("evening"),
    "NI": N_("night"),
    "DT": N_("daytime"),
}
_LEAP = "2000"
_NO_YEAR = N_("%(day)s, year not told")
_SECONDS = re.compile(r"(?<=:\d\d):\d\d(?:\.\d+)?")


def day(value: str | None, lang: str) -> str:
    """An ISO day or instant as `20 May 2025`, with its clock time; as it is where it is none."""
    if not value:
        return ""
    try:
        then = date.fromisoformat(value[:10])
    except ValueError:
        return value
    clock = _SECONDS.sub("", value[10:]).replace("T", " ").replace("Z", " UTC")
    return format_date(then, "d MMMM y", locale=lang) + clock


def moment(value: str | None, lang: str) -> str:
    """When somebody did something here: day and clock time, in the zone of the machine."""
    if not value:
        return ""
    then = datetime.fromisoformat(value.replace("Z", "+00:00")).astimezone()
    return f"{format_date(then.date(), 'd MMM y', locale=lang)}, {then:%H:%M}"


def spoken(value: str | None, lang: str, say: Say) -> str:
    """A TIMEX3 value in words; as it stands where there is no plain way to say it."""
    if not value:
        return ""
    if value in _VAGUE:
        return say(_VAGUE[value])
    when, _, clock = value.partition("T")
    part = say(_CLOCK[clock]) if clock in _CLOCK else clock
    if clock and not set(when) - set("X-"):
        return say(N_("%(part)s, day not told")) % {"part": part}
    said = _date(when, lang, say)
    if said is None:
        return value
    whole = f"{said}, {part}" if part else said
    is_open = not when.partition("-")[0].isdigit() and when.partition("-")[2] not in _PARTS
    return say(_NO_YEAR) % {"day": whole} if is_open else whole


def _date(when: str, lang: str, say: Say) -> str | None:
    year, _, rest = when.partition("-")
    known = year if year.isdigit() else None
    if not rest:
        return known
    if rest in _PARTS:
        return say(_PARTS[rest]) % {"year": known or say(N_("a year not told"))}
    return _of_year(rest, known, lang, say)


def _of_year(rest: str, year: str | None, lang: str, say: Say) -> str | None:
    if rest[:1] == "W":
        known = rest[1:].isdigit() and year
        return (
            say(N_("week %(week)s of %(year)s")) % {"week": rest[1:], "year": year}
            if known
            else None
        )
    try:
        then = date.fromisoformat(f"{year or _LEAP}-{rest if len(rest) > 2 else rest + '-01'}")
    except ValueError:
        return None
    if len(rest) == 2:
        names = get_month_names("wide", context="stand-alone", locale=lang)
        words = str(names[then.month])
    else:
        words = format_date(then, "d MMMM", locale=lang)
    if year is None:
        return words
    return format_date(then, "d MMMM y", locale=lang) if len(rest) > 2 else f"{words} {year}"


def bounds(earliest: str | None, latest: str | None, lang: str, say: Say) -> str:
    """From when to when, both included; empty where neither is known."""
    if earliest is None and latest is None:
        return ""
    if earliest == latest:
        return day(earliest, lang)
    first = day(earliest, lang) or say(N_("any time before"))
    last = day(latest, lang) or say(N_("any time after"))
    return say(N_("%(first)s to %(last)s")) % {"first": first, "last": last}


def instant(value: str | None) -> str:
    """An ISO day or date-time as RFC 3339 wants it; a day is its first moment in UTC."""
    if not value:
        return ""
    try:
        then = datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        return ""
    return (then if then.tzinfo else then.replace(tzinfo=UTC)).isoformat()
