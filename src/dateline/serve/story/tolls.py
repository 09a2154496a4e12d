"""
Numbers over time: killed, wounded, launched, by source, as best, low and high; updates marked.

A later and higher figure moves an earlier one on; that two figures differ is no contradiction here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.core.record import RecordQuantity
from dateline.present.words import who
from dateline.serve.story.axis import WIDTH, Axis, axis
from dateline.serve.story.lanes import lane_of
from dateline.serve.story.moments import Stretch
from dateline.serve.story.telling import Line

HEIGHT = 130.0
"""Units from the lowest to the highest figure of one kind."""
_EDGE = 10.0
_PEOPLE = "people"
"""Who is counted where the words name nobody else: "five were killed"."""


class Figure(Struct, frozen=True, kw_only=True):
    """One figure of one source; units of the drawing, from its left and from its top."""

    line: Line
    kind: str
    unit: str
    best: int | None
    low: int | None
    high: int | None
    words: str
    source: str
    side: str
    at: Stretch
    later: bool = False
    """Whether it is higher than every figure given before it."""
    x: float = 0.0
    y: float = 0.0
    top: float = 0.0
    bottom: float = 0.0

    @property
    def shown(self) -> int:
        """The number that stands for it: best, else the lower bound, else the upper."""
        return next(n for n in (self.best, self.low, self.high) if n is not None)


class Toll(Struct, frozen=True, kw_only=True):
    """All figures of one kind in order of time; `most` is the top of its scale."""

    kind: str
    unit: str
    figures: tuple[Figure, ...]
    most: int
    steps: str
    """The path of the highest figure given so far, as an SVG draws it."""


class Tolls(Struct, frozen=True, kw_only=True):
    """The kinds with most figures first; `axis` is None where there is no figure."""

    axis: Axis | None
    tolls: tuple[Toll, ...]


def tolls(lines: Sequence[Line]) -> Tolls:
    """Every counted thing in these lines that was said at a known time and is not negated."""
    found = [figure for line in lines if not line.claim.negated for figure in _figures(line)]
    along = axis([figure.at for figure in found])
    if along is None:
        return Tolls(axis=None, tolls=())
    kinds: dict[tuple[str, str], list[Figure]] = {}
    for figure in sorted(found, key=lambda f: (f.at, f.line.number, f.words)):
        unit = "" if figure.unit == _PEOPLE else figure.unit
        kinds.setdefault((figure.kind, unit), []).append(figure)
    made = [_toll(kind, unit, mine, along) for (kind, unit), mine in kinds.items()]
    return Tolls(
        axis=along, tolls=tuple(sorted(made, key=lambda t: (-len(t.figures), t.kind, t.unit)))
    )


def _figures(line: Line) -> Iterator[Figure]:
    for each in line.claim.quantities:
        if line.said is not None and _is_bounded(each):
            yield Figure(
                line=line,
                kind=each.kind,
                unit=each.unit or "",
                best=each.best,
                low=each.low,
                high=each.high,
                words=line.kept.record.document.text[each.start : each.end],
                source=who(line.claim) if line.claim.speaker else line.outlet,
                side=lane_of(line),
                at=line.said,
            )


def _is_bounded(quantity: RecordQuantity) -> bool:
    return any(n is not None for n in (quantity.best, quantity.low, quantity.high))


def _toll(kind: str, unit: str, figures: Sequence[Figure], along: Axis) -> Toll:
    most = max(n for f in figures for n in (f.best, f.low, f.high) if n is not None) or 1
    placed = []
    before = -1
    for figure in figures:
        placed.append(_placed(figure, along, most, later=0 <= before < figure.shown))
        before = max(before, figure.shown)
    return Toll(kind=kind, unit=unit, figures=tuple(placed), most=most, steps=_steps(placed))


def _placed(figure: Figure, along: Axis, most: int, *, later: bool) -> Figure:
    low = figure.low if figure.low is not None else figure.shown
    high = figure.high if figure.high is not None else figure.shown
    x = max(_EDGE, min(WIDTH - _EDGE, along.x(figure.at.start)))
    return replace(
        figure,
        later=later,
        x=round(x, 1),
        y=_height(figure.shown, most),
        top=_height(high, most),
        bottom=_height(low, most),
    )


def _height(number: int, most: int) -> float:
    return round(HEIGHT * (1 - number / most), 1)


def _steps(figures: Sequence[Figure]) -> str:
    """Up at each figure that is higher than all before it, level between them."""
    rising = [f for n, f in enumerate(figures) if n == 0 or f.later]
    first, *rest = rising
    path = f"M{first.x} {first.y}" + "".join(f"H{f.x}V{f.y}" for f in rest)
    return f"{path}H{WIDTH}"
