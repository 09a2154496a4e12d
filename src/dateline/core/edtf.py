"""
A TIMEX3 value as EDTF, the Library of Congress's Extended Date/Time Format (ISO 8601-2:2019).

A view for other programs: nothing is worked out here that the value and its bounds do not say.
"""

from __future__ import annotations

SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
QUARTERS = {"Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36"}
HALVES = {"H1": "40", "H2": "41"}
PARTS = SEASONS | QUARTERS | HALVES
YEAR = 4


def edtf(value: str, mod: str | None, *, bounds: tuple[str, str] | None = None) -> str | None:
    """
    None for what is no point in time: lengths, sets, `PAST_REF`.

    `bounds` are the first and the last day, for what EDTF can only say as an interval.

    >>> edtf("XXXX-05-20", None), edtf("193", None), edtf("2025-SU", "APPROX")
    ('XXXX-05-20', '193X', '2025-22~')
    """
    day, _, clock = value.partition("T")
    if "REF" in value or not day or day[0] not in "0123456789XB":
        return None
    if _needs_interval(day, mod):
        return "/".join(bounds) if bounds else None
    made = _dated(day)
    if made is None:
        return None
    if len(clock) >= len("09:14") and "X" not in value and clock[0].isdigit():
        return f"{made}T{clock}:00" if len(clock) == len("09:14") else f"{made}T{clock}"
    return made + ("~" if mod == "APPROX" else "")


def _needs_interval(day: str, mod: str | None) -> bool:
    """Weeks, and the early, middle and late part of anything: EDTF has no word for them."""
    rest = day[5:]
    return (rest[:1] == "W" and rest != "WI") or mod in ("START", "MID", "END")


def _dated(day: str) -> str | None:
    if day.startswith("BC"):
        return _before_christ(day[2:])
    head, _, rest = day.partition("-")
    if len(head) < YEAR:
        return head + "X" * (YEAR - len(head))
    if not rest or rest[0].isdigit() or rest.startswith("XX"):
        return day
    return f"{head}-{PARTS[rest]}" if rest in PARTS else None


def _before_christ(day: str) -> str | None:
    """1 BC is the year 0000: EDTF counts as astronomers do."""
    year, dash, rest = day.partition("-")
    if not (len(year) == YEAR and year.isdigit()):
        return None
    head = f"-{int(year) - 1:04}" if int(year) > 1 else "0000"
    if rest in PARTS:
        return f"{head}-{PARTS[rest]}"
    return head + dash + rest if not rest or rest[0] in "0123456789X" else None
