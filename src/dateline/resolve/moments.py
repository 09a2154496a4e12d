"""
The meaning of one time expression, given the ground, the year track and the moment spoken of.

Each way of meaning has its function and gives its reason in words a reader can follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.core.mentions import Timex
from dateline.core.span import Span
from dateline.core.time import Base, Granularity, period
from dateline.resolve.grounds import Ground, Kind
from dateline.resolve.partial import (
    Bounds,
    bounds,
    filled,
    granularity,
    month_of,
    moved,
    season_month,
    with_year,
    year_of,
)
from dateline.resolve.years import Step
from dateline.world.calendar import war_start

UNIT_GRAIN = {
    "CE": Granularity.YEAR,
    "DE": Granularity.YEAR,
    "ML": Granularity.YEAR,
    "Y": Granularity.YEAR,
    "M": Granularity.MONTH,
    "Q": Granularity.MONTH,
    "H6": Granularity.MONTH,
}
AHEAD_COST = 3
"""A date ahead must be this much nearer than one behind, where no verb says which it is."""
UNIT_DAYS = {"D": 1, "W": 7, "FN": 14, "M": 30, "Y": 365, "DE": 3652}


@dataclass(frozen=True, slots=True)
class Moment:
    """A point the text has reached: its day, known only as exactly as `grain`, and its words."""

    day: date
    grain: Granularity
    span: Span
    before_christ: int = 0
    """The year before Christ, where it is one: `day` then means nothing."""

    @staticmethod
    def of(value: str, span: Span) -> Moment | None:
        """None where the value is open, or no point in time."""
        if value.startswith("BC") and (year := year_of(value)):
            return Moment(date(1, 1, 1), Granularity.YEAR, span, -year)
        found, grain = bounds(value), granularity(value)
        if found is None or grain is None:
            return None
        return Moment(found[0], min(grain, Granularity.DAY, key=list(Granularity).index), span)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What was worked out, and on what ground."""

    value: str
    reason: str = ""
    type: str | None = None
    anchor: Span | None = None
    candidates: tuple[str, ...] = ()
    bounds: Bounds | None = None


def meaning(
    item: Timex, known: Ground, step: Step, *, then: Moment | None, year_words: Timex | None
) -> Meaning:
    """The value with what could be filled in; X stays where the ground is missing."""
    says = item.says
    if item.type == "DURATION":
        return _stretch(item, known)
    if item.type == "SET" or "REF" in item.value:
        return Meaning(item.value, "as the words say")
    if says.base is Base.WAR and says.shift is not None:
        day = moved(war_start(), says.shift, "D")
        return Meaning(day.isoformat(), f"counted from {war_start()}, day 1 of the war")
    if says.base is Base.EVENT:
        return _from_event(item, known)
    if says.base is not Base.STATED:
        return _counted(item, known, then)
    return _stated(item, known, step, then=then, year_words=year_words)


def _stretch(item: Timex, known: Ground) -> Meaning:
    """A length; its ends, too, where it is counted from publication (`the past nine days`)."""
    days = UNIT_DAYS.get(item.says.unit or "")
    if item.says.base is not Base.NOW or known.day is None or not item.count or not days:
        return Meaning(item.value, "as the words say")
    far = moved(known.day, (item.says.shift or 0) * round(item.count[1]), item.says.unit or "D")
    ends = (far, known.day) if far <= known.day else (known.day, far)
    return Meaning(item.value, f"counted from {known.how}", bounds=ends)


def _from_event(item: Timex, known: Ground) -> Meaning:
    """In news a length (`two weeks`), since only the event's own date could make it a day."""
    reason = "counted from an event that the words name"
    if known.kind is Kind.TALE or item.count is None:
        return Meaning(item.value, reason)
    return Meaning(period(item.count[1], item.says.unit or "D"), reason, type="DURATION")


def _counted(item: Timex, known: Ground, then: Moment | None) -> Meaning:
    """From publication, or from the moment that the text speaks of."""
    says = item.says
    from_now = says.base is Base.NOW or (says.base is Base.NEXT and known.kind is Kind.NEWS)
    if known.kind is Kind.TALE and then is not None and says.unit != "D":
        from_now = False
    if from_now and known.kind is Kind.TALE and says.unit == "D" and says.shift == 0:
        if len(item.value) == len("XXXX-XX-XX"):
            return Meaning("PRESENT_REF", "the time of writing")
    if from_now and known.day is not None:
        return _from_day(item, known.day, f"counted from {known.how}")
    if not from_now and then is not None:
        return _from_moment(item, then)
    if not from_now and known.day is not None and known.kind is Kind.NEWS:
        return _from_day(item, known.day, f"counted from {known.how}")
    return Meaning(item.value, "nothing in the text says what it counts from")


def _from_day(item: Timex, day: date, reason: str, grain: Granularity = Granularity.DAY) -> Meaning:
    says = item.says
    if says.shift is None:
        return Meaning(item.value, reason)
    if says.lean:
        return Meaning(_leaned(item.value, day, says.lean), reason)
    start = moved(day, says.shift, says.unit or "D")
    if says.unit in ("TH", "TM", "S"):
        start = day
    value = filled(item.value, start, grain)
    return Meaning(value, reason)


def _from_moment(item: Timex, then: Moment) -> Meaning:
    reason = "counted from the date before it"
    if then.before_christ:
        return _before_christ(item, then, reason)
    made = _from_day(item, then.day, reason, then.grain)
    return Meaning(made.value, reason, anchor=then.span)


def _before_christ(item: Timex, then: Moment, reason: str) -> Meaning:
    year = -then.before_christ
    if item.says.unit == "Y" and item.says.shift is not None:
        year += item.says.shift
    if item.value.startswith("XXXX") and year < 0:
        return Meaning(with_year(item.value, year), reason, anchor=then.span)
    return Meaning(item.value, reason, anchor=then.span)


def _leaned(value: str, day: date, lean: int) -> str:
    """`last May`, `next Tuesday`: the nearest one on that side of `day`."""
    if value.startswith("XXXX-WXX-"):
        return _weekday(int(value[9]), day, lean, value[10:], strict=True)
    month = season_month(value) or month_of(value) or (1 if value[5:7] == "WI" else day.month)
    year = day.year
    if lean < 0 and month >= day.month:
        year -= 1
    elif lean > 0 and month <= day.month:
        year += 1
    return with_year(value, year)


def _weekday(number: int, day: date, lean: int, tail: str, *, strict: bool = False) -> str:
    """The nearest such day behind (lean < 0) or ahead; `day` itself counts unless `strict`."""
    back = (day.isoweekday() - number) % 7
    if lean > 0:
        ahead = (number - day.isoweekday()) % 7
        return (day + timedelta(ahead or (7 if strict else 0))).isoformat() + tail
    return (day - timedelta(back or (7 if strict else 0))).isoformat() + tail


def _stated(
    item: Timex, known: Ground, step: Step, *, then: Moment | None, year_words: Timex | None
) -> Meaning:
    """Words that name a date and leave some of it open."""
    value = item.value
    if "X" not in value[:10].replace("-XX", ""):
        return Meaning(value, "as the words say")
    if value.startswith("XXXX-WXX-"):
        return _bare_weekday(item, known)
    if value.startswith("XXXX-XX-XXT"):
        return _bare_clock(item, known, then)
    if value.startswith("XXXX-XX-"):
        return _bare_day(item, known, then)
    if value.startswith("XX") and len(value) == len("XX7"):
        return _bare_decade(item, known, step)
    return _yearless(item, known, step, year_words)


def _bare_weekday(item: Timex, known: Ground) -> Meaning:
    if known.day is None or known.kind is Kind.TALE:
        return Meaning(item.value, "no ground for which week is meant")
    value = _weekday(int(item.value[9]), known.day, item.says.tense, item.value[10:])
    side = "next after" if item.says.tense > 0 else "last before"
    return Meaning(value, f"the {side} {known.how}")


def _bare_clock(item: Timex, known: Ground, then: Moment | None) -> Meaning:
    if known.kind is Kind.NEWS and known.day is not None and then is None:
        return Meaning(filled(item.value, known.day), f"the day of {known.how}")
    if then is not None and then.grain is Granularity.DAY and not then.before_christ:
        return Meaning(filled(item.value, then.day), "the day named before it", anchor=then.span)
    if known.kind is Kind.NEWS and known.day is not None:
        return Meaning(filled(item.value, known.day), f"the day of {known.how}")
    return Meaning(item.value, "no day is named")


def _bare_day(item: Timex, known: Ground, then: Moment | None) -> Meaning:
    if then is not None and not then.before_christ and then.grain is not Granularity.YEAR:
        value = f"{then.day.year:04}-{then.day.month:02}{item.value[7:]}"
        return Meaning(value, "the month named before it", anchor=then.span)
    if known.day is not None:
        value = f"{known.day.year:04}-{known.day.month:02}{item.value[7:]}"
        return Meaning(value, f"the month of {known.how}")
    return Meaning(item.value, "no month is named")


def _bare_decade(item: Timex, known: Ground, step: Step) -> Meaning:
    year = step.year or (known.day.year if known.day else None)
    if year is None or year < 0:
        return Meaning(item.value, "no century is named")
    decade = int(item.value[2])
    century = year // 100 if decade <= year // 10 % 10 else year // 100 - 1
    return Meaning(f"{century:02}{decade}", "the last such decade before the dates around it")


def _yearless(item: Timex, known: Ground, step: Step, year_words: Timex | None) -> Meaning:
    """A month, a day of a month or a season without its year."""
    if known.kind is Kind.NEWS and known.day is not None:
        return _near_publication(item, known.day, known.how)
    if step.year is None:
        return Meaning(item.value, "no year is named, and no publication date is known")
    value = with_year(item.value, step.year)
    if known.kind is Kind.NEWS and not _is_ground(year_words):
        reason = "no publication date is known, and no date of the text itself has a year"
        return Meaning(item.value, reason, candidates=(value,))
    anchor = year_words.span if year_words else None
    return Meaning(value, f"year {step.year} from the dates around it", anchor=anchor)


def _is_ground(year_words: Timex | None) -> bool:
    """A full date says which year a report is of; a year alone, or a headline, may look back."""
    return year_words is not None and month_of(year_words.value) is not None


def _near_publication(item: Timex, day: date, how: str) -> Meaning:
    year = min(
        (day.year - 1, day.year, day.year + 1),
        key=lambda year: (_distance(item, year, day), -year),
    )
    return Meaning(with_year(item.value, year), f"year {year} from {how}")


def _distance(item: Timex, year: int, day: date) -> int:
    """Days from publication to the date in that year; the side that the verbs deny counts more."""
    found = bounds(with_year(item.value, year))
    if found is None:
        return 10**6
    if found[0] <= day <= found[1]:
        return 0
    ahead = (found[0] - day).days if found[0] > day else 0
    behind = (day - found[1]).days if found[1] < day else 0
    if item.says.tense > 0:
        return ahead + behind * AHEAD_COST
    return behind + ahead * AHEAD_COST
