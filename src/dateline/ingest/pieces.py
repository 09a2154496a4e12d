"""What comes out of a container (feed, web archive, export): each document with its own bytes."""

from __future__ import annotations

from dateline import __version__
from dateline.core.capture import Capture, Skipped, Taken, digest
from dateline.core.failure import Failure

Piece = Taken | Failure | Skipped
"""One document; or what should have been one and is not; or what by its nature is none."""
TOOL = f"dateline {__version__}"


def capture(content: bytes, *, fetched: str, container: str, url: str | None = None) -> Capture:
    """The Capture of a piece that dateline itself took out of `container`."""
    return Capture(
        sha256=digest(content),
        size=len(content),
        fetched=fetched,
        tool=TOOL,
        url=url,
        container=container,
    )
