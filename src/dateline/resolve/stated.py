"""Expressions that name a date and leave some of it open: the year, the month, the day."""

from __future__ import annotations

from datetime import date, datetime

from dateline.core.mentions import Timex
from dateline.core.time import Granularity
from dateline.resolve.grounds import Kind
from dateline.resolve.moments import Meaning, Moment, Setting
from dateline.resolve.partial import bounds, filled, month_of, moved, weekday_near, with_year
from dateline.resolve.zones import instant
from dateline.world.calendar import holiday_in

UNLIKELY, DENIED, DENIED_MONTH = 2, 12, 40
"""How much farther a date on that side of publication counts: where no verb says which side it
is on, one ahead; where a verb does, one on the other side, by its day or by its month alone."""
NEAR_NAMED = 45
"""Days from a day that the text gives in full within which a date is of the same year."""
CLOSE = 14
"""Days from publication within which a date without a year is of that year, whatever was named."""
JOINED_WEEKDAYS = 5
"""Code points between two week days that are one phrase."""
SOON = 2
"""Days ahead up to which a week day without a verb is the coming one."""
LATE, SMALL, SMALLEST = 18, 8, 5
"""Hours between which a sequence of clock times passes midnight."""
HOURS = {
    "MO": range(4, 12),
    "AF": range(12, 19),
    "EV": range(16, 24),
    "NI": (*range(20, 24), *range(7)),
}
"""Hours of the clock that can be meant within a part of the day."""
A_DAY, A_MONTH = len("2025-05-20"), len("2025-05")
NEVER = 10**6
AS_SAID = "as the words say"


def stated(item: Timex, setting: Setting) -> Meaning:
    """The value with its open parts from the ground, the year track or the date before it."""
    value = item.value
    if item.holiday and "X" in value:
        return _holiday(item, setting)
    if "X" not in value[:10].replace("-XX", ""):
        return Meaning(value, AS_SAID)
    if value.startswith("XXXX-WXX-"):
        return _weekday(item, setting)
    if value.startswith("XXXX-XX-XXT"):
        return _clock(item, setting)
    if value.startswith("XXXX-XX-"):
        return _day(item, setting)
    if value.startswith("XX") and len(value) == len("XX7"):
        return _decade(item, setting)
    return _yearless(item, setting) if value.startswith("XXXX") else Meaning(value, AS_SAID)


def _weekday(item: Timex, setting: Setting) -> Meaning:
    ground = setting.ground
    if ground.day is None or ground.kind is Kind.TALE:
        return _same_weekday(item, setting)
    if (joined := _joined_weekday(item, setting)) is not None:
        return joined
    lean = item.says.tense or _nearer_side(item.value, ground.day)
    side = "next after" if lean > 0 else "last before"
    value = weekday_near(item.value, ground.day, lean)
    return Meaning(value, f"the {side} {ground.how}", anchor=ground.span)


def _joined_weekday(item: Timex, setting: Setting) -> Meaning | None:
    """`Thursday and Friday`: the next after the first; `last week, on Wednesday`: of that week."""
    then = setting.then
    if then is None or then.span is None:
        return None
    if not 0 <= item.span.start - then.span.end <= JOINED_WEEKDAYS:
        return None
    if then.grain is Granularity.WEEK:
        value = weekday_near(item.value, then.day, 1)
        return Meaning(value, "the week named before it", anchor=then.span)
    if not then.is_day or not then.weekday:
        return None
    value = weekday_near(item.value, then.day, 1)
    return Meaning(value, "the next after the week day beside it", anchor=then.span)


def _same_weekday(item: Timex, setting: Setting) -> Meaning:
    """`On Wednesday` in an undated text that has just dated a Wednesday in full: that one."""
    full = setting.mentioned
    behind = setting.ground.day is None and item.says.tense <= 0
    known = behind and full is not None and full.is_day
    if known and full is not None and full.day.isoweekday() == int(item.value[9]):
        value = f"{full.day}{item.value[10:]}"
        return Meaning(value, "the week day dated before it", anchor=full.span)
    return Meaning(item.value, "nothing says which week is meant")


def _nearer_side(value: str, day: date) -> int:
    """1 where the week day is tomorrow or the day after, for want of a verb; else -1."""
    ahead = (int(value[9]) - day.isoweekday()) % 7
    return 1 if 0 < ahead <= SOON else -1


def _clock(item: Timex, setting: Setting) -> Meaning:
    ground, then = setting.ground, _moment_for(item.value, setting, item.says.tense)
    day, reason, anchor = ground.day, f"the day of {ground.how}", ground.span
    if then is not None and then.is_day and _goes_on(setting, then):
        day, reason, anchor = then.day, "the day named before it", then.span
        if _past_midnight(item.value, then):
            day, reason = moved(day, 1, "D"), "the night after the clock time before it"
        elif shift := _within_night(item.value, then):
            day, reason = moved(day, shift, "D"), "the night named before it"
    elif ground.kind is Kind.TALE:
        day = None
    if day is None:
        return Meaning(item.value, "no day is named")
    if item.says.tense > 0 and ground.day is not None and ground.kind is not Kind.TALE:
        day = max(day, ground.day)
    if _still_to_come(item, setting, day):
        day, reason = moved(day, -1, "D"), f"the day before, since {ground.how} is earlier"
    return Meaning(filled(item.value, day), reason, anchor=anchor)


def _moment_for(value: str, setting: Setting, item_tense: int) -> Moment | None:
    """
    The moment spoken of; the one before it where only that one's part of day has the hour.

    "On the evening of the 25th, says a statement of last night ... at 19:30": of the 25th.
    """
    then, before = setting.then, setting.before
    clock = value.partition("T")[2][:2]
    if then is None or before is None or not clock.isdigit():
        return then
    if then.ahead and item_tense <= 0 and before.is_day:
        return before
    if not (then.part and before.part):
        return then
    fits = int(clock) in HOURS[before.part] and int(clock) not in HOURS[then.part]
    return before if fits else then


def _still_to_come(item: Timex, setting: Setting, day: date) -> bool:
    """A clock time of the day of publication that had not come then, and is not said to come."""
    clock, ground = item.value.partition("T")[2], setting.ground
    if day != ground.day or ground.clock is None or item.says.tense > 0:
        return False
    if len(clock) != len("09:14") or not clock[0].isdigit():
        return False
    if ground.moment and (told := instant(f"{day}T{clock}", item.zone)):
        return datetime.fromisoformat(told) > ground.moment
    late = ground.kind is Kind.POST or item.says.tense < 0 or int(clock[:2]) >= LATE
    return not item.zone and late and clock > ground.clock.strftime("%H:%M")


def _goes_on(setting: Setting, then: Moment) -> bool:
    """Whether a clock time is of the day before it: near it, in a log, or with no other ground."""
    near = setting.then_near or setting.opens_line or then.clock is not None
    return near or setting.ground.kind is Kind.TALE or setting.ground.day is None


def _within_night(value: str, then: Moment) -> int:
    """A small hour of a night named by its first day, a late one of a night named by its second."""
    hour = value.partition("T")[2][:2]
    if not hour.isdigit():
        return 0
    if then.part == "EV" and then.clock is None:
        return 1 if int(hour) <= SMALLEST else 0
    if not then.night:
        return 0
    if then.night > 0:
        return 1 if int(hour) < LATE else 0
    return -1 if int(hour) >= LATE + 1 else 0


def _past_midnight(value: str, then: Moment) -> bool:
    """A small hour after a late one, as in a log of a night, is of the next day."""
    hour = value.partition("T")[2][:2]
    if then.clock is None or not hour.isdigit():
        return False
    return then.clock.hour >= LATE and int(hour) <= SMALL


def _day(item: Timex, setting: Setting) -> Meaning:
    ground, then = setting.ground, setting.then
    if then is not None and not then.before_christ and then.grain is not Granularity.YEAR:
        value = f"{then.day.year:04}-{then.day.month:02}{item.value[7:]}"
        return Meaning(value, "the month named before it", anchor=then.span)
    if ground.day is not None:
        value = f"{ground.day.year:04}-{ground.day.month:02}{item.value[7:]}"
        return Meaning(value, f"the month of {ground.how}")
    return Meaning(item.value, "no month is named")


def _decade(item: Timex, setting: Setting) -> Meaning:
    """`The sixties`: of the century that the text speaks of, if that has come to them."""
    last = setting.ground.day.year if setting.ground.day else None
    year = setting.step.year or last
    if year is None or year < 0:
        return Meaning(item.value, "no century is named")
    decade, century = int(item.value[2]), year // 100
    latest = year if last is None else min(last, century * 100 + 99)
    if century * 10 + decade > latest // 10:
        century -= 1
    return Meaning(f"{century:02}{decade}", "the last such decade of the years around it")


def _yearless(item: Timex, setting: Setting) -> Meaning:
    """A month, a day of a month or a season without its year."""
    ground, step, words = setting.ground, setting.step, setting.year_words
    day = ground.day
    if day is not None and _counts_from_publication(item, setting, day):
        year = _nearest(item, day)
        value = with_year(item.value, year)
        return Meaning(value, f"year {year} from {ground.how}", anchor=ground.span)
    if (counted := _year_counted(item, setting)) is not None:
        return counted
    if day is None and (near := _near_named(item, ground.named)):
        return Meaning(with_year(item.value, near), f"year {near} from a date near it")
    if step.year is None:
        return Meaning(item.value, "no year is named, and no publication date is known")
    value = with_year(item.value, step.year)
    if ground.kind is not Kind.TALE and not _is_ground(words):
        reason = "no publication date is known, and no date of the text itself has a year"
        return Meaning(item.value, reason, candidates=(value,))
    anchor = words.span if words else None
    return Meaning(value, f"year {step.year} from the dates around it", anchor=anchor)


def _year_counted(item: Timex, setting: Setting) -> Meaning | None:
    """After `the following spring`, a date without a year is of that spring's year."""
    then, words = setting.then, setting.year_words
    if then is None or not then.counted or then.span is None or not setting.then_near:
        return None
    if words is not None and words.span.start > then.span.start:
        return None
    year = -then.before_christ or then.day.year
    reason = f"year {year} from the date counted before it"
    return Meaning(with_year(item.value, year), reason, anchor=then.span)


def _near_named(item: Timex, named: tuple[date, ...]) -> int | None:
    """The year that brings a date nearest to a day that an undated report gives in full."""
    gaps = [(_distance(item, day.year, day), day.year) for day in named]
    gap, year = min(gaps, default=(NEVER, 0))
    return year if gap <= NEAR_NAMED else None


def _counts_from_publication(item: Timex, setting: Setting, day: date) -> bool:
    """In news, unless the paragraph has given a full date of another year."""
    if setting.step.year is None:
        return True
    if setting.ground.kind is not Kind.TALE and (item.says.tense > 0 or _is_close(item, day)):
        return True
    elsewhere = setting.step.year != day.year and setting.same_paragraph
    by_month = setting.year_words is not None and len(setting.year_words.value) >= A_MONTH
    return setting.ground.kind is not Kind.TALE and not (elsewhere and by_month)


def _is_close(item: Timex, day: date) -> bool:
    """Whether it can be a date around publication: then it is."""
    return _distance(item, _nearest(item, day), day) <= CLOSE


def _is_ground(words: Timex | None) -> bool:
    """A full date says which year a report is of; a year alone, or a headline, may look back."""
    return words is not None and month_of(words.value) is not None


def _nearest(item: Timex, day: date) -> int:
    return min(
        (day.year - 1, day.year, day.year + 1),
        key=lambda year: (_distance(item, year, day), -year),
    )


def _distance(item: Timex, year: int, day: date) -> int:
    """Days from publication to the date in that year; the unlikely side counts more."""
    found = bounds(with_year(item.value, year))
    if found is None:
        return NEVER
    if found[0] <= day <= found[1]:
        return 0
    ahead, behind = max((found[0] - day).days, 0), max((day - found[1]).days, 0)
    if item.says.tense < 0 and ahead and not item.value[5:6].isdigit():
        return NEVER
    denied = DENIED if len(item.value) >= A_DAY else DENIED_MONTH
    if item.says.tense > 0:
        return ahead + behind * denied
    return behind + ahead * (denied if item.says.tense < 0 else UNLIKELY)


def _holiday(item: Timex, setting: Setting) -> Meaning:
    """The day of a holiday in the year that the words, the track or publication give."""
    name, value, ground = item.holiday or "", item.value, setting.ground
    year = None if value.startswith("XXXX") else int(value[:4])
    if year is None and ground.kind is not Kind.TALE and ground.day is not None:
        known = ground.day
        days = [d for y in (-1, 0, 1) if (d := holiday_in(name, known.year + y))]
        year = min(days, key=lambda d: (_gap(d, known, item), d)).year if days else None
    elif year is None:
        year = setting.step.year
    day = holiday_in(name, year) if year and year > 0 else None
    if day is None:
        return Meaning(value, "the words do not fix the day" if year else "no year is known")
    part = value[A_DAY:] if value[A_DAY : A_DAY + 1] == "T" else ""
    return Meaning(day.isoformat() + part, f"the holiday's day in {year}")


def _gap(day: date, known: date, item: Timex) -> int:
    gap = (day - known).days
    ahead = DENIED if item.says.tense < 0 else 1 if item.says.tense > 0 else UNLIKELY
    behind = DENIED if item.says.tense > 0 else 1
    return gap * ahead if gap > 0 else -gap * behind
