"""A plain table for a terminal: columns as wide as their words, the last one wrapped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.present.caret import Style
from dateline.present.cells import pad, safe, shortened, width, wrapped

_GAP = 2
_WIDEST = 34
_LAST = 24


def columns(head: Sequence[str], rows: Sequence[Sequence[str]], style: Style) -> Iterator[str]:
    """Each line of the table, the head first; nothing where there are no rows."""
    if not rows:
        return
    cells = [
        [*(shortened(safe(cell), _WIDEST) for cell in row[:-1]), safe(row[-1])] for row in rows
    ]
    widths = [
        max(width(head[at]), *(width(row[at]) for row in cells)) for at in range(len(head) - 1)
    ]
    room = max(_LAST, style.columns - sum(widths) - _GAP * len(widths))
    yield style.paint("bold", _line(head[:-1], widths, head[-1]))
    for row in cells:
        first, *more = wrapped(row[-1], room)
        yield _line(row[:-1], widths, first)
        indent = " " * (sum(widths) + _GAP * len(widths))
        yield from (indent + line for line in more)


def _line(cells: Sequence[str], widths: Sequence[int], last: str) -> str:
    gap = " " * _GAP
    padded = (pad(cell, cells_) for cell, cells_ in zip(cells, widths, strict=True))
    return gap.join([*padded, last]).rstrip()
