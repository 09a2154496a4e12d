"""
A time axis in percent that is linear but for empty stretches, which are cut short and say so.

A report that names one day of 2020 and ten of June 2025 would else be drawn as two dots.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_BREAK = 7.0
"""Percent of the axis that an empty stretch keeps."""
_DOMINATES = 0.65
"""A stretch between two dates that takes more of the axis than this is cut short."""
_MOST_BREAKS = 3
_FIVES = (1, 5, 10, 15, 20, 25)
_LEAST_CUT = 120
"""Days: nothing shorter is cut."""
_APART = 21.0
"""Percent between two labels: they may not touch on a telephone."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A label under the axis at `at` percent."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Days (proleptic ordinals, with fractions) to percent, piece by piece."""

    days: tuple[float, ...]
    percents: tuple[float, ...]
    breaks: tuple[tuple[float, float], ...] = ()
    """Where a stretch was cut short: from and to, in percent."""

    def at(self, day: float) -> float:
        """Percent from the left, clamped to the axis."""
        if day <= self.days[0]:
            return self.percents[0]
        for left in range(len(self.days) - 1):
            first, last = self.days[left], self.days[left + 1]
            if day <= last:
                share = (day - first) / (last - first) if last > first else 0.0
                return self.percents[left] + share * (self.percents[left + 1] - self.percents[left])
        return self.percents[-1]

    def ticks(self) -> tuple[Tick, ...]:
        """Round dates in each unbroken stretch, never closer together than labels allow."""
        out: list[Tick] = []
        for first, last in self._stretches():
            for day in _round_days(first, last):
                at = round(self.at(day.toordinal()), 2)
                if at <= 100 - _APART and not (out and at - out[-1].at < _APART):
                    out.append(Tick(at, _label(day, last - first)))
        return tuple(out)

    def _stretches(self) -> list[tuple[float, float]]:
        """First and last day of each run of the axis between two breaks."""
        stretches, begin = [], self.days[0]
        for start, end in self.breaks:
            stretches.append((begin, self.days[self._index(start)]))
            begin = self.days[self._index(end)]
        return [*stretches, (begin, self.days[-1])]

    def _index(self, percent: float) -> int:
        return min(range(len(self.percents)), key=lambda i: abs(self.percents[i] - percent))


def scale(points: Iterable[float]) -> Scale:
    """The axis for these days; a margin is left on both sides."""
    days = sorted(set(points))
    margin = max(1.0, (days[-1] - days[0]) * 0.02)
    gaps = {i: days[i + 1] - days[i] for i in range(len(days) - 1)}
    cut = _cut(gaps)
    kept = sum(size for i, size in gaps.items() if i not in cut)
    if cut:
        margin = max(1.0, kept * 0.06)
    room = 100.0 - _BREAK * len(cut)
    per_day = room / (kept + 2 * margin)
    at = margin * per_day
    percents, breaks = [0.0, at], []
    for i, size in gaps.items():
        step = _BREAK if i in cut else size * per_day
        if i in cut:
            breaks.append((round(at, 2), round(at + step, 2)))
        at += step
        percents.append(at)
    return Scale((days[0] - margin, *days, days[-1] + margin), (*percents, 100.0), tuple(breaks))


def _cut(gaps: dict[int, float]) -> set[int]:
    """The stretches that dwarf everything else, largest first."""
    cut: set[int] = set()
    while len(cut) < _MOST_BREAKS and len(gaps) - len(cut) > 1:
        rest = {i: size for i, size in gaps.items() if i not in cut}
        largest = max(rest, key=lambda i: (rest[i], -i))
        if rest[largest] < _LEAST_CUT or rest[largest] < _DOMINATES * sum(rest.values()):
            break
        cut.add(largest)
    return cut


def _round_days(first: float, last: float) -> list[date]:
    """The first of years, months or days between the two, whichever are few enough."""
    begin, end = date.fromordinal(max(1, int(first))), date.fromordinal(int(last) + 1)
    if end - begin > timedelta(days=5 * 366):
        return [date(year, 1, 1) for year in range(begin.year + 1, end.year + 1)]
    if end - begin > timedelta(days=45):
        months = range(begin.year * 12 + begin.month, end.year * 12 + end.month)
        return [date(month // 12, month % 12 + 1, 1) for month in months]
    days = [begin + timedelta(days=step) for step in range((end - begin).days + 1)]
    return [day for day in days if day.day in _FIVES] if len(days) > 14 else days


def _label(day: date, extent: float) -> str:
    if extent > 5 * 366:
        return str(day.year)
    if extent > 45:
        return f"{day:%b} {day.year}"
    return f"{day.day} {day:%b} {day.year}"
