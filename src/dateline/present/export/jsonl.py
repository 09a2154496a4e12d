"""Records as JSON Lines: the public record, and beside it where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from msgspec.json import encode
from msgspec.structs import asdict

from dateline.core.kept import Kept


def write(kept: Iterator[Kept], out: BinaryIO) -> None:
    """One record a line as docs/schema describes it, with `provenance` as one more field."""
    for each in kept:
        out.write(encode({**asdict(each.record), "provenance": _provenance(each)}) + b"\n")


def _provenance(each: Kept) -> dict[str, object]:
    return {
        "record": each.record_id,
        "pipeline": each.pipeline,
        "address": each.address,
        "version": each.version,
        "given": each.given,
        "capture": each.capture,
    }
