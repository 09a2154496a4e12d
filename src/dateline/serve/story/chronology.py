"""A story as rows with bars: when each thing is said to have happened, and how exactly."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dateline.core.event import Event
from dateline.serve.story.axis import Axis, Bar, axis
from dateline.serve.story.moments import stretch
from dateline.serve.story.telling import Line

_WIDTH = 320.0


class Row(Struct, frozen=True, kw_only=True):
    """One line; `happened` is the bar of its time, `said` where it was said, None if unknown."""

    line: Line
    happened: Bar | None
    said: float | None


class Chronology(Struct, frozen=True, kw_only=True):
    """Rows along one axis; `axis` is None where nothing is dated."""

    axis: Axis | None
    rows: tuple[Row, ...]


def chronology(lines: Sequence[Line], event: Event | None) -> Chronology:
    """All lines in their order, along an axis around the event."""
    spans = [one for line in lines for one in (line.happened, line.said) if one]
    focus = stretch(event.earliest, event.latest or event.earliest) if event else None
    along = axis(spans, focus=focus, width=_WIDTH)
    return Chronology(axis=along, rows=tuple(_row(line, along) for line in lines))


def _row(line: Line, along: Axis | None) -> Row:
    if along is None:
        return Row(line=line, happened=None, said=None)
    return Row(
        line=line,
        happened=along.bar(line.happened) if line.happened else None,
        said=along.x(line.said.start) if line.said else None,
    )
