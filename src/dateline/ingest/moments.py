"""Times as pages print them for machines: ISO 8601 and its neighbours, the offset as stated."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path

from msgspec import convert

from dateline.ingest.given import published_value

_ISO = re.compile(
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2})(?:[T\s]+(?P<clock>\d{1,2}:\d\d(?::\d\d)?)(?:[.,]\d+)?"
    r"\s*(?P<zone>[A-Z]{1,4}|[+-]\d\d:?\d\d|[+-]\d\d)?)?(?:\[[^\]]*\])?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d):?(\d\d):?(\d\d)?\s*(Z|[+-]\d\d:?\d\d)?)?")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?:\s+(\d{1,2}:\d\d(?::\d\d)?))?")
_MAIL = re.compile(
    r"[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d(?::\d\d)? ?(?:[A-Z]{1,4}|[+-]\d{4})?"
)
_UNIX = re.compile(
    r"(?P<week>[A-Z][a-z]{2}) (?P<month>[A-Z][a-z]{2}) +(?P<day>\d{1,2}) (?P<clock>\d\d:\d\d:\d\d)"
    r" (?P<zone>[A-Z]{3,4}|[+-]\d{4}) (?P<year>\d{4})"
)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_FIRST_YEAR, _LAST_YEAR = 1980, 2100


def moment_value(text: str) -> str | None:
    """
    `text` as a value of `Published`, with the offset that it states and none where it has none.

    None where it is no moment, or one that no page on the web was published at.
    """
    words = " ".join(text.split())
    value = _iso(words) or _compact(words) or _slashed(words) or _mail(words) or _epoch(words)
    if value is None or not _FIRST_YEAR <= int(value[:4]) <= _LAST_YEAR:
        return None
    return value


def _iso(words: str) -> str | None:
    match = _ISO.fullmatch(words)
    if not match:
        return None
    year, month, day = match["day"].split("-")
    value = f"{year}-{month:0>2}-{day:0>2}"
    if match["clock"]:
        clock = match["clock"] if len(match["clock"].split(":")[0]) == 2 else f"0{match['clock']}"
        value += f"T{clock}{_offset(match['zone'] or '')}"
    return published_value(value)


def _offset(zone: str) -> str:
    """`+03:00` for a stated zone; empty for none, or one that is no single offset."""
    if not zone:
        return ""
    if zone[0].isalpha():
        return "+00:00" if zone.upper() == "Z" else _zones().get(zone.upper(), "")
    digits = zone[1:].replace(":", "")
    return f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}"


@cache
def _zones() -> dict[str, str]:
    path = Path(__file__).with_name("zones.toml")
    return convert(tomllib.loads(path.read_text("utf-8")), dict[str, str])


def _compact(words: str) -> str | None:
    match = _COMPACT.fullmatch(words)
    if not match:
        return None
    value = f"{match[1]}-{match[2]}-{match[3]}"
    if match[4]:
        value += f"T{match[4]}:{match[5]}:{match[6] or '00'}{_offset(match[7] or '')}"
    return published_value(value)


def _slashed(words: str) -> str | None:
    match = _SLASHED.fullmatch(words)
    if not match:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return None
    return published_value(f"{day}T{match[4]:0>5}") if match[4] else day


def _mail(words: str) -> str | None:
    """The dates of mail (RFC 5322), and of the `date` program with its zone before the year."""
    if match := _UNIX.fullmatch(words):
        zone = _offset(match["zone"]).replace(":", "")
        words = "{week}, {day} {month} {year} {clock} ".format(**match.groupdict()) + zone
    elif not _MAIL.fullmatch(words):
        return None
    try:
        return published_value(parsedate_to_datetime(words).isoformat())
    except ValueError:
        return None


def _epoch(words: str) -> str | None:
    """Seconds or milliseconds since 1970, which are UTC by definition."""
    if not _EPOCH.fullmatch(words):
        return None
    return datetime.fromtimestamp(int(words[:10]), tz=UTC).isoformat()
