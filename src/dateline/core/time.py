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
