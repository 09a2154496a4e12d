"""The calendar part of an expression: year, month, day, week day, season, decade, century."""

from __future__ import annotations

from collections.abc import Callable

from dateline.annotate.timex.numbers import number
from dateline.annotate.timex.parts import Parts
from dateline.world.calendar import holiday

MONTHS = 12
CENTURY_TURN = 50
"""Two-digit years below it are of this century."""


def calendar_of(parts: Parts) -> str | None:
    """The date part with X for what is open; nothing without one; None where it is no date."""
    for part, maker in _MAKERS.items():
        if part in parts:
            return maker(parts)
    return ""


def _year(parts: Parts) -> str:
    if "shortyear" in parts:
        return _short_year(parts)
    if "year" not in parts:
        return "XXXX"
    year = parts.whole("year")
    return f"BC{year:04}" if "bc" in parts else f"{year:04}"


def _short_year(parts: Parts) -> str:
    """`41-го року`, `двадцять четвертого`: two digits of a year; open where they are none."""
    year = parts.whole("shortyear")
    if "longyear" in parts:
        year += int(number(parts.found, *parts.at["longyear"]) or 0)
        return f"{year}" if 1000 <= year < 2200 else "XXXX"
    if "tens" in parts:
        tens = parts.whole("tens")
        year = tens + year if tens % 10 == 0 and 20 <= tens < 100 and year < 10 else 0
    if not 10 <= year < 100:
        return "XXXX"
    return f"{year + (2000 if year < CENTURY_TURN - 15 else 1900)}"


def _month(parts: Parts) -> str:
    return next(v for cat in ("month", "monthab", "monthadj") if (v := parts.says("month", cat)))


LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _month_day(parts: Parts) -> str | None:
    month = int(_month(parts))
    if "day" not in parts:
        return f"{_year(parts)}-{month:02}"
    day = _day(parts)
    return f"{_year(parts)}-{month:02}-{day:02}" if 1 <= day <= LENGTHS[month - 1] else None


def _day(parts: Parts) -> int:
    """`8`, `восьмое`, `двадцать первое`."""
    return parts.whole("day") + (parts.whole("dtens") if "dtens" in parts else 0)


def _numeric(parts: Parts) -> str | None:
    """`08.06.2025`; in English with slashes the month comes first, unless only the day can."""
    form = parts.form("dmy")
    first, second, year = (int(n) for n in form.replace("/", ".").replace("-", ".").split("."))
    month_first = "/" in form and parts.found.home == "en" and first <= MONTHS
    day, month = (second, first) if month_first or second > MONTHS else (first, second)
    year += 0 if year > 99 else 2000 if year < CENTURY_TURN else 1900
    if not (1 <= month <= MONTHS and 1 <= day <= LENGTHS[month - 1]):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _iso(parts: Parts) -> str | None:
    """`2025-06-08`, `2025/06/08T09:14`; None where it is no day."""
    day, _, clock = parts.form("iso").upper().replace("/", "-").replace(".", "-").partition("T")
    _, month, number = (int(n) for n in day.split("-"))
    if not (1 <= month <= MONTHS and 1 <= number <= LENGTHS[month - 1]):
        return None
    return f"{day}T{clock[:5]}" if clock else day


def _day_month(parts: Parts) -> str | None:
    day, month = (int(n) for n in parts.form("dm").split("."))
    fits = 1 <= month <= MONTHS and 1 <= day <= LENGTHS[month - 1]
    return f"XXXX-{month:02}-{day:02}" if fits else None


def _decade(parts: Parts) -> str | None:
    """`193`, `XX7`, `BC046`; None for two digits before Christ, of which no century is known."""
    if "decw" in parts:
        return f"XX{parts.says('decw')}"
    digits = parts.form("dec")
    if "bc" in parts:
        return f"BC{digits[:-1].zfill(3)}" if len(digits) > len("30") else None
    return digits[:-1].zfill(3) if len(digits) > len("30") else f"XX{digits[0]}"


def _century(parts: Parts) -> str:
    number_ = parts.whole("cent")
    return f"BC{number_ - 1:02}" if "bc" in parts else f"{number_ - 1:02}"


def _half(parts: Parts) -> str:
    if "month" in parts:
        return _month_day(parts) or ""
    return f"{_year(parts)}-H{parts.says('half')}"


def _quarter(parts: Parts) -> str | None:
    spelt = parts.says("qn", "lastq")
    number_ = int(spelt) if spelt else parts.whole("qn")
    return f"{_year(parts)}-Q{number_}" if 1 <= number_ <= 4 else None


def _season(parts: Parts) -> str:
    return f"{_year(parts)}-{parts.says('season') or parts.says('season', 'fallw')}"


_MAKERS: dict[str, Callable[[Parts], str | None]] = {
    "iso": _iso,
    "dmy": _numeric,
    "dm": _day_month,
    "dec": _decade,
    "decw": _decade,
    "half": _half,
    "month": _month_day,
    "season": _season,
    "qn": _quarter,
    "cent": _century,
    "holiday": lambda parts: f"{_year(parts)}-{holiday(parts.says('holiday'))}",
    "day": lambda parts: f"XXXX-XX-{day:02}" if 1 <= (day := _day(parts)) <= max(LENGTHS) else None,
    "wd": lambda parts: f"XXXX-WXX-{parts.says('wd') or parts.says('wd', 'wdab')}",
    "year": _year,
}
