"""What the caller says of a report: publication time and language, checked before any reading."""

from __future__ import annotations

import re
from datetime import datetime

from dateline.core.document import Published
from dateline.core.errors import UsageError

_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.ASCII | re.IGNORECASE)


def published_value(text: str) -> str | None:
    """
    `text` as a value of `Published`: a date, or a date-time with or without offset.

    The offset stays as stated (`Z` becomes `+00:00`, the same instant); None where `text` is
    neither, or names a day that no calendar has.
    """
    stripped = text.strip()
    if not _MOMENT.fullmatch(stripped):
        return None
    try:
        moment = datetime.fromisoformat(stripped.upper())
    except ValueError:
        return None
    if len(stripped) == len("2025-06-09"):
        return stripped
    precise = "microseconds" if moment.microsecond else "seconds"
    has_seconds = len(stripped) > 16 and stripped[16] == ":"
    return moment.isoformat(timespec=precise if has_seconds else "minutes")


def published_option(text: str | None, *, option: str = "--published") -> Published | None:
    """
    What the caller gave as the publication time; None for None.

    Raises:
        UsageError: `text` is no date and no date-time.
    """
    if text is None:
        return None
    value = published_value(text)
    if value is None:
        raise UsageError(
            f"{option}: want 2025-06-09 or 2025-06-09T08:00+03:00, got {_short(text)!r}"
        )
    return Published(value, "given")


def language_option(text: str | None, *, option: str = "--lang") -> str | None:
    """
    The primary subtag of a BCP 47 tag, in lower case ("uk-UA" is "uk"); None for None or "auto".

    Raises:
        UsageError: `text` is no such tag.
    """
    if text is None or text.lower() == "auto":
        return None
    match = _LANGUAGE.fullmatch(text.strip())
    if not match:
        raise UsageError(f"{option}: want a language code (en, ru, uk), got {_short(text)!r}")
    return match[1].lower()


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."
