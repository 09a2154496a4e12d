"""The point in time that a text has reached, and what was worked out for one expression."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from dateline.core.mentions import Timex
from dateline.core.span import Span
from dateline.core.time import Base, Granularity
from dateline.resolve.grounds import Ground
from dateline.resolve.partial import Bounds, bounds, granularity, year_of
from dateline.resolve.years import Step

_ORDER = tuple(Granularity)
YEARS = ("Y", "M", "H6", "Q")
NIGHTS = (("timex/night-of", 1), ("timex/night-into", -1), ("timex/part", -1))
"""Rules whose nights are named by the day on which they begin, or end."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day the text has reached, known only as exactly as `grain`, its clock, and its words."""

    day: date
    grain: Granularity
    span: Span | None = None
    clock: time | None = None
    before_christ: int = 0
    """The year before Christ, where it is one: `day` then means nothing."""
    part: str = ""
    """The part of the day, where the words name one."""

    @staticmethod
    def of(value: str, span: Span) -> Moment | None:
        """None where the value is open, or no point in time."""
        if value.startswith("BC") and (year := year_of(value)):
            return Moment(date(1, 1, 1), Granularity.YEAR, span, before_christ=-year)
        found, grain = bounds(value), granularity(value)
        if found is None or grain is None:
            return None
        clock = value.partition("T")[2]
        exact = time.fromisoformat(clock) if len(clock) == len("09:14") and clock < "24" else None
        part = clock if clock.isalpha() else ""
        day_grain = min(grain, Granularity.DAY, key=_ORDER.index)
        return Moment(found[0], day_grain, span, exact, part=part)

    night: int = 0
    """1 for a night named by the day on which it begins, -1 by the one on which it ends."""
    ahead: bool = False
    """Whether the words around it tell it as still to come."""
    weekday: bool = False
    """Whether it was named by its week day alone."""
    counted: bool = False
    """Whether its year was counted (`the following year`), so that no year of the text gives it."""

    def told_by(self, item: Timex, *, counted: bool = False) -> Moment:
        """
        The moment, with what the words that name it add to its day.

        `counted` where the moment before it was, and it has no year of its own.
        """
        night = next((n for rule, n in NIGHTS if item.made_by.startswith(rule)), 0)
        says = item.says
        counted |= says.base in (Base.THEN, Base.NEXT) and says.unit in YEARS and bool(says.shift)
        night = night if self.part == "NI" else 0
        weekday = item.value.startswith("XXXX-WXX-")
        ahead = says.tense > 0
        if not (night or ahead or weekday or counted):
            return self
        return replace(self, night=night, ahead=ahead, weekday=weekday, counted=counted)

    @property
    def is_day(self) -> bool:
        """Whether the day itself is known, not only its month or year."""
        return self.grain is Granularity.DAY and not self.before_christ

    @property
    def moment(self) -> datetime | None:
        """Day and clock together; None where either is missing."""
        if self.clock is None or not self.is_day:
            return None
        return datetime.combine(self.day, self.clock)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What was worked out, and on what ground."""

    value: str
    reason: str = ""
    type: str | None = None
    anchor: Span | None = None
    candidates: tuple[str, ...] = ()
    bounds: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """All that the meaning of one expression can rest on."""

    ground: Ground
    step: Step
    """Where the year track stands."""
    year_words: Timex | None
    """The expression that set the track's year."""
    same_paragraph: bool
    """Whether that expression stands in the same paragraph."""
    then: Moment | None
    """The moment that the text speaks of."""
    then_near: bool
    """Whether its words stand in the same paragraph."""
    opens_line: bool
    """Whether the expression stands first in its line, as in a log."""
    mentioned: Moment | None
    """The last date with a year of its own, be it an aside or not."""
    before: Moment | None = None
    """The moment spoken of before that one, in the same paragraph."""
