"""Documents of an archive through one of the formats of `present.export`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import BinaryIO

from sqlalchemy import Connection

from dateline.core.kept import Kept
from dateline.store.read import kept
from dateline.store.search import Filter

Write = Callable[[Iterator[Kept], BinaryIO], None]


Each = Callable[[Kept], Kept]


def write(
    connection: Connection, asked: Filter, format: str, out: BinaryIO, *, each: Each | None = None
) -> None:
    """
    Every document that fits, in the order of their keys, so that two exports are the same bytes.

    `each` is done to every document before it is written: what must not go out is taken away.

    Raises:
        UsageError: a filter cannot be used, or the format lacks its package.
    """
    writer: Write = import_module(f"dateline.present.export.{format}").write
    found = kept(connection, asked)
    writer(map(each, found) if each else found, out)
