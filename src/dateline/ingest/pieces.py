"""What comes out of a container (feed, web archive, export): each document with its own bytes."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version

from dateline.core.capture import Capture, Skipped, Taken, digest
from dateline.core.failure import Failure

Piece = Taken | Failure | Skipped
"""One document; or what should have been one and is not; or what by its nature is none."""


@cache
def tool(between: str = " ") -> str:
    """This program and its version: in a capture `dateline 0.1.0`, to a server with a slash."""
    try:
        return f"dateline{between}{version('dateline')}"
    except PackageNotFoundError:
        return "dateline"


def capture(content: bytes, *, fetched: str, container: str, url: str | None = None) -> Capture:
    """The Capture of a piece that dateline itself took out of `container`."""
    return Capture(
        sha256=digest(content),
        size=len(content),
        fetched=fetched,
        tool=tool(),
        url=url,
        container=container,
    )
