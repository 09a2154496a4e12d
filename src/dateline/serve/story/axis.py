"""An axis of time: where a stretch stands on it, and what is written along it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from dateline.serve.story.moments import Stretch, day_at

WIDTH = 1000.0
"""Units of a drawing from its left to its right end, unless it says otherwise."""
_LEAST = 3.0
"""Units: a bar is never thinner."""
_PAD = 0.03
_SHORTEST = 1.0
"""Days that an axis shows at least."""
_STEPS = (1 / 24, 1 / 8, 1 / 4, 1, 2, 7, 14)
_TICK = 56.0
"""Units that the words of one tick need."""
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


class Tick(Struct, frozen=True):
    """A mark on the axis; `kind` is hour, day, month or year."""

    x: float
    at: str
    """ISO: `2025-05-20`, or `2025-05-20T06:00` for an hour."""
    kind: str


class Bar(Struct, frozen=True):
    """A stretch drawn; `before` and `after` say that it reaches beyond an end of the axis."""

    x: float
    width: float
    before: bool = False
    after: bool = False


class Axis(Struct, frozen=True):
    """Days since the year 1 from its left to its right end, `width` units apart."""

    start: float
    end: float
    width: float = WIDTH

    def x(self, at: float) -> float:
        """Units from the left, kept on the drawing."""
        share = (at - self.start) / (self.end - self.start)
        return round(max(0.0, min(1.0, share)) * self.width, 1)

    def bar(self, of: Stretch) -> Bar:
        """Where a stretch stands, never thinner than can be seen."""
        left, right = self.x(of.start), self.x(of.end)
        width = max(right - left, _LEAST)
        return Bar(
            x=min(left, round(self.width - width, 1)),
            width=round(width, 1),
            before=of.start < self.start,
            after=of.end > self.end,
        )

    def ticks(self) -> tuple[Tick, ...]:
        """As many as there is room for, on round hours, days, weeks, months or years."""
        days = self.end - self.start
        for step in _STEPS:
            if days / step <= self._most:
                return tuple(self._every(step))
        months = next(m for m in _MONTHS if days / (m * 30.4) <= self._most or m == _MONTHS[-1])
        return tuple(self._monthly(months))

    @property
    def _most(self) -> int:
        return max(2, int(self.width / _TICK))

    def _every(self, step: float) -> Iterator[Tick]:
        first = -int(-self.start // step) if step >= 1 else int(self.start / step)
        for n in range(first, int(self.end / step) + 1):
            at = n * step
            if self.start <= at <= self.end:
                yield _tick(self.x(at), at, hour=step < 1)

    def _monthly(self, months: int) -> Iterator[Tick]:
        then = day_at(self.start)
        count = then.year * 12 + then.month - 1
        count -= count % months
        while count // 12 <= date.max.year:
            at = float(date(max(1, count // 12), count % 12 + 1, 1).toordinal())
            if at > self.end:
                return
            if at >= self.start:
                yield Tick(self.x(at), day_at(at).isoformat(), "year" if months >= 12 else "month")
            count += months


def axis(
    stretches: Iterable[Stretch], *, focus: Stretch | None = None, width: float = WIDTH
) -> Axis | None:
    """
    An axis over all of them, or over those that touch `focus` widened; None where there is none.

    A look back to another year would press all else into one point: it is drawn at the edge.
    """
    every = sorted(stretches)
    if focus is not None:
        margin = max(focus.width, _SHORTEST) * 4
        near = [s for s in every if s.end >= focus.start - margin and s.start <= focus.end + margin]
        every = [
            Stretch(max(s.start, focus.start - margin), min(s.end, focus.end + margin))
            for s in near
        ]
    if not every:
        return None
    start, end = min(s.start for s in every), max(s.end for s in every)
    short = max(0.0, _SHORTEST - (end - start)) / 2
    pad = (end - start + 2 * short) * _PAD
    return Axis(start - short - pad, end + short + pad, width)


def _tick(x: float, at: float, *, hour: bool) -> Tick:
    day = day_at(at + 1e-9).isoformat()
    minutes = round((at - int(at + 1e-9)) * 1440)
    if not hour or minutes <= 0:
        return Tick(x, day, "day")
    return Tick(x, f"{day}T{minutes // 60:02}:{minutes % 60:02}", "hour")
