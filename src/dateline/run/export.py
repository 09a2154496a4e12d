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


def write(connection: Connection, asked: Filter, format: str, out: BinaryIO) -> None:
    """
    Every document that fits, in the order of their keys, so that two exports are the same bytes.

    Raises:
        UsageError: a filter cannot be used, or the format lacks its package.
    """
    writer: Write = import_module(f"dateline.present.export.{format}").write
    writer(kept(connection, asked), out)
