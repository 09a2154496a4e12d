"""
Sources in lanes: who spoke when, side by side, and a line from each denial to what it denies.

Works out places on a drawing; which lane a claim is in follows from its speaker's side.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dateline.serve.story.axis import WIDTH, Axis, axis
from dateline.serve.story.telling import Line

LANES = (
    "ukraine",
    "russia",
    "other-party",
    "international",
    "expert",
    "civilian",
    "media",
    "unknown",
)
"""From top to bottom: the parties, who watches, who was there, who reports, who is not known."""
OUTLET = "media"
_ROW = 22.0
_PAD = 12.0
_DOT = 26.0
"""Units that a dot keeps free of others on its row: as wide as its number."""


class Dot(Struct, frozen=True, kw_only=True):
    """One line of the story where its speaker's lane and its time meet."""

    number: int
    x: float
    y: float
    status: str
    copies: int


class Lane(Struct, frozen=True, kw_only=True):
    """A band of the drawing; units from its top."""

    name: str
    top: float
    height: float
    dots: tuple[Dot, ...]


class Arc(Struct, frozen=True, kw_only=True):
    """From the line that denies to the line that is denied, as the path of an SVG."""

    a: int
    b: int
    status: str
    path: str


class Lanes(Struct, frozen=True, kw_only=True):
    """The whole drawing, WIDTH units wide."""

    axis: Axis
    lanes: tuple[Lane, ...]
    arcs: tuple[Arc, ...]
    height: float


def lane_of(line: Line) -> str:
    """The side of its speaker; the outlet's own voice and claims of no named source are media's."""
    speaker = line.claim.speaker
    if speaker is None:
        return OUTLET
    return speaker.side if speaker.side in LANES else "unknown"


def lanes(lines: Sequence[Line]) -> Lanes | None:
    """Every line that has a time of saying, in its lane; None where none has one."""
    timed = [line for line in lines if line.said]
    along = axis([line.said for line in timed if line.said])
    if along is None:
        return None
    bands: list[Lane] = []
    top = 0.0
    for name in LANES:
        mine = [line for line in timed if lane_of(line) == name]
        if mine:
            band = _lane(name, mine, along, top)
            bands.append(band)
            top += band.height
    dots = {dot.number: dot for band in bands for dot in band.dots}
    return Lanes(axis=along, lanes=tuple(bands), arcs=tuple(_arcs(timed, dots)), height=top)


def _lane(name: str, lines: Sequence[Line], along: Axis, top: float) -> Lane:
    rows: list[float] = []
    dots = []
    for line in sorted(lines, key=lambda line: (line.said, line.number)):
        x = max(_DOT / 2, min(WIDTH - _DOT / 2, along.x(line.said.start if line.said else 0.0)))
        row = next((n for n, taken in enumerate(rows) if x - taken >= _DOT), len(rows))
        rows[row : row + 1] = [x]
        dots.append(
            Dot(
                number=line.number,
                x=round(x, 1),
                y=top + _PAD + row * _ROW + _ROW / 2,
                status=line.claim.status,
                copies=len(line.repeats),
            )
        )
    return Lane(name=name, top=top, height=2 * _PAD + len(rows) * _ROW, dots=tuple(dots))


def _arcs(lines: Sequence[Line], dots: dict[int, Dot]) -> list[Arc]:
    return [
        Arc(
            a=line.number,
            b=number,
            status=line.claim.status,
            path=_path(dots[line.number], dots[number]),
        )
        for line in lines
        for number in line.answers
        if number in dots
    ]


def _path(a: Dot, b: Dot) -> str:
    """A curve that leaves `a` sideways, so that it can be told from the lanes."""
    bend = min(80.0, 24 + abs(a.x - b.x) / 4) * (1 if a.x <= WIDTH / 2 else -1)
    near = f"{a.x + bend:.1f} {a.y:.1f}"
    far = f"{b.x + bend:.1f} {b.y:.1f}"
    return f"M{a.x:.1f} {a.y:.1f}C{near} {far} {b.x:.1f} {b.y:.1f}"
