"""
TIMEX3 values as partial dates: fill what is open from a day, move by units, give the bounds.

Pure arithmetic. Which day or year a text means is decided in `dates` and `years`.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from dateline.core.time import Granularity

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month, as meteorology counts them in the north; winter ends a year later."""
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days of each month in a year that is no leap year."""
THIRDS = {"START": 0, "MID": 1, "END": 2}
REMEMBERED = 4096
"""Values whose bounds are kept: a text names the same few years over and over."""
FIRST, LAST = date.min.year, date.max.year - 1
Bounds = tuple[date, date]


def year_of(value: str) -> int | None:
    """The year of a value, negative before Christ; None where it is open or coarser."""
    if value.startswith("BC"):
        return -int(value[2:6]) if value[2:6].isdigit() and len(value) >= 6 else None
    head = value[:4]
    return int(head) if len(head) == 4 and head.isdigit() else None


def month_of(value: str) -> int | None:
    """The month of a value; None where it is open."""
    digits = value[5:7]
    return int(digits) if value[4:5] == "-" and digits.isdigit() else None


def season_month(value: str) -> int | None:
    """The month, or the middle month of a season that lies within one year."""
    if value[5:7] in SEASONS and value[5:7] != "WI":
        return SEASONS[value[5:7]][0] + 1
    return month_of(value)


def with_year(value: str, year: int) -> str:
    """`XXXX-05-20` in a year; a negative one is before Christ."""
    head = f"{year:04}" if year > 0 else f"BC{-year:04}"
    return head + value[4:]


def is_open(value: str) -> bool:
    """Whether digits are missing."""
    return "X" in value


def moved(day: date, by: int, unit: str) -> date:
    """`day` moved by so many units; the last day of a shorter month; clipped to the calendar."""
    months = {"M": 1, "Q": 3, "H6": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}.get(unit)
    if months is None:
        days = {"W": 7, "FN": 14, "WE": 7}.get(unit, 1) * by
        return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal() - 400))
    total = day.year * 12 + day.month - 1 + months * by
    year = min(max(total // 12, FIRST), LAST)
    month = total % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def filled(value: str, day: date, known: Granularity = Granularity.DAY) -> str:
    """
    `value` with its open parts taken from `day`, which is `known` only as exactly as that.

    >>> filled("XXXX-WXX", date(2025, 6, 9)), filled("XXXX-XX-XXTMO", date(2025, 6, 9))
    ('2025-W24', '2025-06-09TMO')
    """
    if value.startswith("XXXX-WXX"):
        return _filled_week(value, day) if _finer(known, Granularity.MONTH) else value
    head, _, rest = value.partition("-")
    head = _taken(head, f"{day.year:04}")
    if not rest:
        return head
    if rest[0] in "QH":
        part = (day.month - 1) // 3 + 1 if rest[0] == "Q" else (day.month - 1) // 6 + 1
        return f"{head}-{rest.replace('X', str(part))}"
    return f"{head}-{_filled_month(rest, day, known)}"


def _filled_week(value: str, day: date) -> str:
    year, week, _ = day.isocalendar()
    if value[9:10].isdigit():
        return date.fromisocalendar(year, week, int(value[9])).isoformat() + value[10:]
    return f"{year:04}-W{week:02}{value[8:]}"


def weekday_near(value: str, day: date, lean: int, *, strict: bool = False) -> str:
    """
    `XXXX-WXX-5` as the nearest such day behind, or ahead where `lean` is positive.

    `day` itself counts unless `strict`.
    """
    number, tail = int(value[9]), value[10:]
    back = (day.isoweekday() - number) % 7 or (7 if strict else 0)
    ahead = (number - day.isoweekday()) % 7 or (7 if strict else 0)
    return moved(day, ahead if lean > 0 else -back, "D").isoformat() + tail


def _filled_month(rest: str, day: date, known: Granularity) -> str:
    month, dash, tail = rest.partition("-")
    if month == "XX" and _finer(known, Granularity.YEAR):
        month = f"{day.month:02}"
    if not dash:
        return month
    if tail[:2] == "XX" and _finer(known, Granularity.WEEK):
        tail = f"{day.day:02}{tail[2:]}"
    return f"{month}-{tail}"


_ORDER = {grain: at for at, grain in enumerate(Granularity)}


def _finer(grain: Granularity, than: Granularity) -> bool:
    return _ORDER[grain] > _ORDER[than]


def _taken(pattern: str, digits: str) -> str:
    return "".join(d if p == "X" else p for p, d in zip(pattern, digits, strict=False))


@lru_cache(REMEMBERED)
def granularity(value: str) -> Granularity | None:
    """How exactly a value dates something; None for references, stretches and sets."""
    day, _, clock = value.removeprefix("BC").partition("T")
    if not day or day[0] not in "0123456789X":
        return None
    if not clock:
        return _day_granularity(day)
    return _CLOCKS[clock.count(":")] if clock[0].isdigit() else Granularity.PART


_CLOCKS = (Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)


def _day_granularity(day: str) -> Granularity | None:
    parts = day.split("-")
    if len(parts) == 1:
        return {2: Granularity.CENTURY, 3: Granularity.DECADE, 4: Granularity.YEAR}.get(len(day))
    second = parts[1]
    if second[0] == "W" and second != "WI":
        return Granularity.WEEK if len(parts) == 2 or parts[2] == "WE" else Granularity.DAY
    if second in SEASONS:
        return Granularity.SEASON
    if second[0] in "QH":
        return Granularity.QUARTER if second[0] == "Q" else Granularity.HALF
    return Granularity.DAY if len(parts) == 3 else Granularity.MONTH


@lru_cache(REMEMBERED)
def bounds(value: str, mod: str | None = None) -> Bounds | None:
    """The first and the last day a value can mean; None where it is open or before Christ."""
    day = value.partition("T")[0]
    if not day or "X" in day.replace("-XX", "") or day.startswith("BC") or "REF" in value:
        return None
    while day.endswith("-XX"):
        day = day[:-3]
    if "X" in day or not day[0].isdigit():
        return None
    return _narrowed(_whole(day), mod)


def _whole(day: str) -> Bounds | None:
    grain = _day_granularity(day)
    if grain in (Granularity.CENTURY, Granularity.DECADE, Granularity.YEAR):
        span = 10 ** (4 - len(day))
        year = int(day) * span
        return (date(max(year, 1), 1, 1), date(year + span - 1, 12, 31)) if year < LAST else None
    year, rest = int(day[:4]), day[5:]
    if year < 1:
        return None
    if rest[0] == "W" and rest != "WI":
        return _week(year, rest)
    if rest in SEASONS:
        first, last = SEASONS[rest]
        return date(year, first, 1), _month_end(year + (last < first), last)
    if rest[0] in "QH":
        size = 3 if rest[0] == "Q" else 6
        last = int(rest[1]) * size
        return date(year, last - size + 1, 1), _month_end(year, last)
    month = int(rest[:2])
    if grain is Granularity.MONTH:
        return date(year, month, 1), _month_end(year, month)
    exact = date(year, month, min(int(rest[3:5]), monthrange(year, month)[1]))
    return exact, exact


def _week(year: int, rest: str) -> Bounds | None:
    number, _, day = rest[1:].partition("-")
    try:
        monday = date.fromisocalendar(year, int(number), 1)
    except ValueError:
        return None
    if day == "WE":
        return monday + timedelta(5), monday + timedelta(6)
    if day:
        exact = monday + timedelta(int(day) - 1)
        return exact, exact
    return monday, monday + timedelta(6)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _narrowed(whole: Bounds | None, mod: str | None) -> Bounds | None:
    """A third of it where the words say early, mid or late."""
    if whole is None or mod not in THIRDS or whole[0] == whole[1]:
        return whole
    first, last = whole
    size = (last - first).days + 1
    at = THIRDS[mod]
    return (
        first + timedelta(size * at // 3),
        first + timedelta(size * (at + 1) // 3 - 1),
    )
