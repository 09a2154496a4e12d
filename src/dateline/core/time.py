"""Calendar time as reporting gives it: partial, ranged, and often without a zone."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Granularity(StrEnum):
    """How exactly the words date something, coarse to fine."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    PART = "part of day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"


class Base(StrEnum):
    """What the words count from, or take their missing parts from."""

    STATED = "stated"
    """Nothing: what is open stays open until a year or a day is known from elsewhere."""
    NOW = "now"
    """The moment of publication: `yesterday`, `last year`, `two weeks ago`."""
    THEN = "then"
    """The moment the text speaks of: `the following day`, `two days later`, `that year`."""
    NEXT = "next"
    """Either: `next year` is counted from publication in news, from the tale in a narrative."""
    EVENT = "event"
    """An event that the words name: `two weeks after the initial incursion`."""
    WAR = "war"
    """The first day of a war: `day 1,200 of the war`."""


class Says(Struct, frozen=True, gc=False):
    """
    What the words say beside their TIMEX3 value, before anything is known of their meaning.

    Parts that the value leaves open (X) are those of the base moved by `shift` times `unit`
    (a TIMEX3 letter: Y M W D TH TM S, or DE, CE, WE, Q). `shift` is None for `a few days later`.
    `lean` is -1 for `last May`, +1 for `next May`, 0 where the words do not say; `tense` the
    same for the verbs around them. `aside` marks a year that does not move the story: `since
    1813`, or one in brackets; `weekday` a day that is named with its week day.
    """

    base: Base = Base.STATED
    shift: int | None = 0
    unit: str | None = None
    lean: int = 0
    tense: int = 0
    aside: bool = False
    weekday: bool = False


class Interval(Struct, frozen=True, order=True):
    """Whole days, both ends included. A single day has `earliest == latest`."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"interval ends ({self.latest}) before it starts ({self.earliest})")

    def __str__(self) -> str:
        if self.earliest == self.latest:
            return self.earliest.isoformat()
        return f"{self.earliest}/{self.latest}"

    def gap_days(self, later: Interval) -> tuple[int, int]:
        """The fewest and the most whole days that can lie between this and `later`."""
        return (later.earliest - self.latest).days, (later.latest - self.earliest).days


def period(amount: float | None, unit: str) -> str:
    """
    A stretch as TIMEX3 writes it; `amount` None where it is open, `unit` as in `Says`.

    >>> period(2, "W"), period(30, "TM"), period(None, "D"), period(1, "DE"), period(None, "DE")
    ('P2W', 'PT30M', 'PXD', 'P10Y', 'PXDE')
    """
    letters = _LETTERS if amount is None else _LETTERS | _COUNTED_LETTERS
    factor, letter = letters.get(unit, (1, unit))
    number = "X" if amount is None else f"{amount * factor:g}"
    return (
        f"P{number}{letter}"
        if len(letter) == 1 or letter in ("DE", "CE", "WE")
        else f"PT{number}{letter[1]}"
    )


_LETTERS = {"H6": (6, "M"), "FN": (2, "W"), "ML": (1000, "Y"), "S": (1, "TS")}
_COUNTED_LETTERS = {"DE": (10, "Y"), "CE": (100, "Y")}
"""Units that TIMEX3 has no letter for, in those it has; `T` marks those of a clock."""
