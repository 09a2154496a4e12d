"""
Tab-separated tables: how every long word list, gazetteer and fact table of dateline is written.

The first line that is no comment names the columns; `#` opens a comment line; nothing is quoted.
Reading the file is the business of the room that owns it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.core.errors import LexiconError


def parse_table(path: Path, text: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """
    Each row as column to cell, in file order; `path` is only named in errors.

    Raises:
        LexiconError: the columns are not exactly `columns`, or a row has another number of cells.
    """
    header: tuple[str, ...] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if header is None:
            header = cells
            if header != columns:
                raise LexiconError(path, f"line {number}", f"want the columns {columns}")
        elif len(cells) != len(columns):
            raise LexiconError(
                path, f"line {number}", f"want {len(columns)} cells, got {len(cells)}"
            )
        else:
            yield dict(zip(columns, cells, strict=True))
