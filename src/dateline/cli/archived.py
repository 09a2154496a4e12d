"""What the commands of the archive share: filters from options, JSON or a table, one way out."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec.json import encode, format

from dateline.cli.terminal import style
from dateline.core.errors import UsageError
from dateline.present.caret import Style
from dateline.store.search import Filter

FOUND, NOTHING = 0, 1


def filters(options: Namespace) -> Filter:
    """
    The filter that the options of a command ask for.

    Raises:
        UsageError: a day or box cannot be read.
    """
    words = getattr(options, "words", None)
    lang = getattr(options, "lang", None)
    return Filter(
        words=" ".join(words) if words else None,
        place=getattr(options, "place", None),
        box=_box(getattr(options, "box", None)),
        since=_day("--from", options.since),
        until=_day("--to", options.until),
        speaker=getattr(options, "speaker", None),
        status=getattr(options, "status", None),
        lang=lang.lower() if lang else None,
    )


def _day(option: str, text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(f"{option}: want a day like 2025-06-09, got {text[:40]!r}") from error


def _box(text: str | None) -> tuple[float, float, float, float] | None:
    if text is None:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError as error:
        raise UsageError(
            f"--box: want west,south,east,north in degrees, got {text[:40]!r}"
        ) from error
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise UsageError(f"--box: want west before east, south before north, got {text[:40]!r}")
    return west, south, east, north


def look() -> Style:
    """How this terminal shows things."""
    return style(sys.stdout)


def put_json(value: Any) -> None:
    """`value` as indented JSON, on standard output."""
    sys.stdout.write(format(encode(value), indent=2).decode() + "\n")


def put_lines(lines: Iterable[str]) -> None:
    """Each line on standard output."""
    for line in lines:
        sys.stdout.write(line + "\n")


def day(published: str | None) -> str:
    """When something was published, for a column: to the minute where that is known."""
    return published[:16].replace("T", " ") if published else "no date"
