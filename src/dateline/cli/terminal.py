"""What the terminal can do, and what is told on standard error: complaints and progress."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO, TypeVar

from dateline.core.errors import UsageError
from dateline.present.caret import Style
from dateline.present.cells import safe
from dateline.present.checked import shown

T = TypeVar("T")
_MANY = 4
"""Reports from which on a person would wonder whether anything is happening."""


def style(stream: TextIO, *, out: str | None = None) -> Style:
    """
    Colour on a terminal only, never under NO_COLOR (no-color.org) or on a dumb terminal.

    `out` is the file that is written in the place of the stream: it gets no colour.
    """
    plain = out or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    columns = shutil.get_terminal_size((100, 24)).columns
    return Style(colour=stream.isatty() and not plain, columns=max(40, columns))


def complain(message: str) -> None:
    """Tell a person what could not be done, on standard error."""
    print(f"dateline: {safe(shown(message))}", file=sys.stderr)


def progress(items: Iterable[T], *, total: int | None, quiet: bool = False) -> Iterator[T]:
    """
    `items`, with a bar on standard error while they are made, where a person watches.

    `quiet` is for output that goes to the same terminal while the bar would stand there.
    """
    few = total is not None and total < _MANY
    if quiet or few or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(
        items,
        description="Reading",
        total=total,
        console=Console(file=sys.stderr),
        transient=True,
    )


@contextmanager
def output(path: str | None) -> Iterator[BinaryIO]:
    """
    Where data goes: the file at `path`, or standard output where it is None.

    The file is written whole or not at all.
    """
    if path is None or path == "-":
        yield sys.stdout.buffer
        return
    beside = Path(f"{path}.part")
    try:
        file = beside.open("wb")
    except OSError as error:
        raise UsageError(f"--out {path}: cannot be written: {error.strerror}") from error
    try:
        with file:
            yield file
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
