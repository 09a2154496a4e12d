"""A clock time in a stated zone as an instant. Which zone a place keeps is not guessed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from dateline.world.calendar import LOCAL, zone_names

_OFFSET = re.compile(r"([+\-−–])\s?(\d{1,2})(?::?(\d\d))?$")
MOST_HOURS = 14


def instant(value: str, zone: str | None) -> str | None:
    """`2025-05-20T06:14Z`; None where day, clock or zone is open, or the zone is unknown."""
    if zone is None or "X" in value or value.startswith("BC"):
        return None
    day, _, clock = value.partition("T")
    if not clock[:1].isdigit():
        return None
    where = zone_of(zone)
    if where is None:
        return None
    moment = datetime.fromisoformat(f"{day}T{'00:00' if clock == '24:00' else clock}")
    moment = moment.replace(tzinfo=where) + timedelta(days=clock == "24:00")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")


def zone_of(stated: str) -> tzinfo | None:
    """The zone that the stated words name; None for an unknown one and for `local time`."""
    words = " ".join(stated.strip("[]() ,").lower().split())
    if found := _OFFSET.search(words):
        if zone_of(words[: found.start()].strip() or "utc") is not UTC:
            return None
        hours, minutes = int(found[2]), int(found[3] or 0)
        if hours > MOST_HOURS:
            return None
        sign = 1 if found[1] == "+" else -1
        return timezone(sign * timedelta(hours=hours, minutes=minutes))
    name = zone_names().get(words)
    if name is None or name == LOCAL:
        return None
    if name == "UTC":
        return UTC
    if name[0] in "+-":
        sign = 1 if name[0] == "+" else -1
        return timezone(sign * timedelta(hours=int(name[1:3]), minutes=int(name[4:6])))
    return ZoneInfo(name)
