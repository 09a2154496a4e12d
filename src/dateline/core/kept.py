"""A document as an archive holds it: its newest record, and everything that it came from."""

from __future__ import annotations

from msgspec import Struct

from dateline.core.capture import Capture
from dateline.core.record import Record


class Kept(Struct, frozen=True, kw_only=True):
    """A document's newest record, the capture it was made from, and the pipeline that made it."""

    seq: int
    """Its number in this archive; another archive may count otherwise."""
    key: str
    record_id: str
    record: Record
    capture: Capture
    pipeline: str
    address: str | None
    version: int
    """1 for the first reading of its address."""
    given: str | None
    """The id under which the caller knew it."""
