"""Expressions that count from a moment: from publication, or from where the text has got to."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from dateline.core.mentions import Timex
from dateline.core.time import Base, Granularity
from dateline.resolve.grounds import Kind
from dateline.resolve.moments import Meaning, Moment, Setting
from dateline.resolve.partial import (
    filled,
    moved,
    season_month,
    weekday_near,
    with_year,
)

DAYS_FINE = ("D", "W")
"""Units that a moment known by its year alone says nothing of."""
DAY = 24 * 3600
CLOCK_UNITS = {"TH": 3600, "TM": 60, "S": 1}
PLAIN_TODAY = "timex/deictic"
SATURDAY = 6
WINTER_ENDS = 2
"""The last month of a winter, which has the year of its December."""
UNKNOWN = "nothing in the text says what it counts from"


def counted(item: Timex, setting: Setting) -> Meaning:
    """From publication, or from the moment that the text speaks of."""
    ground = setting.ground
    if ground.kind is Kind.TALE and _is_plain_today(item):
        return Meaning("PRESENT_REF", "the time of writing")
    if "REF" in item.value:
        return Meaning(item.value, "a vague stretch away")
    now = None
    if ground.day is not None:
        now = Moment(ground.day, Granularity.DAY, ground.span, ground.clock)
    start = _start(item, setting, now)
    if start is None:
        return Meaning(item.value, UNKNOWN)
    reason = f"counted from {ground.how}" if start is now else "counted from the date before it"
    return _from(item, start, reason)


def _start(item: Timex, setting: Setting, now: Moment | None) -> Moment | None:
    """The moment to count from: `now`, the moment spoken of, or whichever of them is known."""
    kind, then = setting.ground.kind, setting.then
    if _names_a_year_again(item) and kind is not Kind.TALE and setting.mentioned is not None:
        then = setting.mentioned
    if _from_now(item, setting) and (now is not None or item.says.base is Base.NOW):
        return now
    if then is not None and not _too_coarse(item, then, kind):
        return then
    return now if now is not None and kind is not Kind.TALE else then


def _names_a_year_again(item: Timex) -> bool:
    """`Of the same year`: the last year that was named, were it only in passing."""
    return item.says.base is Base.THEN and (item.says.unit, item.says.shift) == ("Y", 0)


def _is_plain_today(item: Timex) -> bool:
    says = item.says
    plain = item.made_by == PLAIN_TODAY and len(item.value) == len("XXXX-XX-XX")
    return plain and says.base is Base.NOW and says.shift == 0 and says.unit == "D"


def _from_now(item: Timex, setting: Setting) -> bool:
    """Whether the words count from publication, not from the moment spoken of."""
    says, kind = item.says, setting.ground.kind
    if says.base is Base.THEN:
        return False
    if kind is Kind.TALE and setting.then is not None:
        return says.base is Base.NOW and (says.unit == "D" or _is_current(item))
    if says.base is Base.NEXT and setting.then is not None:
        counted_out = item.count is not None or says.unit == "D"
        return says.tense > 0 or not counted_out
    return True


def _is_current(item: Timex) -> bool:
    """`This year`, `the coming spring`: of the writer's own time, in a narrative, too."""
    return item.count is None and (item.says.shift or 0) >= 0 and item.says.lean >= 0


def _too_coarse(item: Timex, then: Moment, kind: Kind) -> bool:
    """In news, a day after `2019` is a day after today: the year was only touched upon."""
    return kind is not Kind.TALE and item.says.unit in DAYS_FINE and not then.is_day


def _from(item: Timex, start: Moment, reason: str) -> Meaning:
    if start.before_christ:
        return _before_christ(item, start, reason)
    if item.says.unit == "WE" and item.says.shift is None:
        value = filled(item.value, _weekend(start.day, item.says.tense), start.grain)
    elif item.says.lean:
        value = _leaned(item.value, start.day, item.says.lean)
    elif item.says.unit in CLOCK_UNITS:
        value = _clocked(item, start)
    else:
        day = moved(start.day, item.says.shift or 0, item.says.unit or "D")
        if item.value[5:7] == "WI" and day.month <= WINTER_ENDS:
            day = moved(day, -1, "Y")
        value = filled(item.value, day, start.grain)
    return Meaning(value, reason, anchor=start.span)


def _weekend(day: date, tense: int) -> date:
    """A day of the week whose weekend is meant: on a weekday the last one, or the coming."""
    back = 7 if day.isoweekday() < SATURDAY and tense <= 0 else 0
    return moved(day, -back, "D")


def _clocked(item: Timex, start: Moment) -> str:
    """So many hours or minutes away: exact where the clock is known, else the day with T open."""
    unit, shift = item.says.unit or "TH", item.says.shift or 0
    if start.moment is None:
        return filled(item.value, start.day, start.grain)
    seconds = CLOCK_UNITS[unit] * shift
    day = moved(start.day, seconds // DAY, "D")
    exact = datetime.combine(day, start.clock or time.min) + timedelta(seconds=seconds % DAY)
    return _minute(exact)


def _minute(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M") if moment.year > 999 else moment.isoformat()[:16]


def _before_christ(item: Timex, start: Moment, reason: str) -> Meaning:
    year = -start.before_christ
    if item.says.unit == "Y" and item.says.shift is not None:
        year += item.says.shift
    value = item.value
    if value.startswith("XXXX") and year < 0:
        value = with_year(value, year)
    return Meaning(value, reason, anchor=start.span)


def _leaned(value: str, day: date, lean: int) -> str:
    """`last May`, `next Tuesday`: the nearest one on that side of `day`."""
    if value.startswith("XXXX-WXX-"):
        return weekday_near(value, day, lean, strict=True)
    month = 12 if value[5:7] == "WI" else season_month(value) or day.month
    year = day.year
    if lean < 0 and month >= day.month:
        year -= 1
    elif lean > 0 and month <= day.month:
        year += 1
    return with_year(value, year)
