"""Moments of publication as pages print them for people, in a line of their own."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import NamedTuple

from dateline.lang.rules import LANGUAGES, Rule, lists, rules

_PART = re.compile(r"\s*[|•·]\s*|\s+[—–]\s+")
_SEPARATORS = frozenset("|•·—–")
_LONGEST_LINE = 160
_FIRST_YEAR = 1900
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d\d)?")


class Printed(NamedTuple):
    """`label`: `label` (published), `other-label` (updated) or `date` (bare); `value`: ISO 8601."""

    label: str
    value: str


def parts_of(line: str) -> list[str]:
    """The parts of a line under a headline, as in "By Maria Stone | June 9, 2025"."""
    return _PART.split(line) if _SEPARATORS & set(line) else [line]


def _joined_parts(line: str) -> list[str]:
    """The parts that words join in a whole byline: "Posted on June 9, 2025 by Maria Stone"."""
    if not any(rule.regex.fullmatch(line) for rule in masthead_rules("byline")):
        return []
    return [part for rule in masthead_rules("joint") for part in rule.regex.split(line)]


@cache
def masthead_rules(kind: str) -> tuple[Rule, ...]:
    """The rules of one type in `lang/*/masthead.toml`, of every language."""
    every = (rule for lang in (*LANGUAGES, "und") for rule in rules(lang, "masthead"))
    return tuple(rule for rule in every if rule.type == kind)


def printed_date(line: str) -> Printed | None:
    """
    The moment in a line that says nothing else; None where it says more, or the day is no day.

    A day in figures whose day and month could be swapped is none.
    """
    if len(line) > _LONGEST_LINE:
        return None
    for part in (line, *reversed(parts_of(line)), *_joined_parts(line)):
        label, rest = _label_of(part)
        for rule in masthead_rules("date"):
            match = rule.regex.fullmatch(rest)
            if match and (value := _value(match)):
                return Printed(label, value)
    return None


def day_in(dateline: str) -> str | None:
    """The day that an agency's dateline states with its year; None for one without a year."""
    for rule in masthead_rules("date"):
        match = rule.regex.search(dateline)
        if match and (value := _value(match)):
            return value[: len("2025-06-09")]
    return None


def _label_of(part: str) -> tuple[str, str]:
    """The label that a line begins with, the longest of all languages, and what follows it."""
    longest, kind = 0, "date"
    for name in ("label", "other-label"):
        for rule in masthead_rules(name):
            match = rule.regex.match(part)
            if match and longest < match.end() < len(part):
                longest, kind = match.end(), name
    return kind, part[longest:]


def _value(match: re.Match[str]) -> str | None:
    """The ISO 8601 value of a date rule's groups; None where no calendar has such a day."""
    part = match.groupdict()
    month = part.get("number") or _month(part.get("month") or "")
    try:
        day = date(int(part["year"]), int(month), int(part["day"]))
    except ValueError:
        return None
    if day.year < _FIRST_YEAR:
        return None
    if not part.get("hour"):
        return day.isoformat()
    return _moment(day, part)


def _moment(day: date, part: dict[str, str | None]) -> str | None:
    hour = int(part["hour"] or 0)
    if half := part.get("half"):
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    zone = _zone(part.get("zone") or "")
    try:
        moment = datetime(day.year, day.month, day.day, hour, int(part["minute"] or 0), tzinfo=zone)
    except ValueError:
        return day.isoformat()
    return moment.isoformat(timespec="minutes")


@cache
def _month(word: str) -> int:
    """The number of a month's name in any language's list; 0 for none."""
    for lang in LANGUAGES:
        months = lists(lang, "masthead").get("lists", {}).get("month", {})
        if number := months.get(word.lower()):
            return int(number)
    return 0


def _zone(name: str) -> timezone | None:
    """Only offsets and UTC: an abbreviation of a zone is not one offset all year."""
    if name.upper() in ("Z", "UTC", "GMT"):
        return UTC
    match = _OFFSET.fullmatch(name)
    if not match:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return timezone(offset if match[1] == "+" else -offset)
