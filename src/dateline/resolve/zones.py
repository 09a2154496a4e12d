"""A clock time in a stated zone as an instant. Which zone a place keeps is not guessed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from dateline.world.calendar import has_daylight_saving, is_local, zone_names

SIGNS = {"+": 1, "-": -1, "−": -1, "–": -1}
MOST_HOURS, MOST_MINUTES = 14, 59


def instant(value: str, zone: str | None, *, local: str | None = None) -> str | None:
    """
    `2025-05-20T06:14Z`; None where day, clock or zone is open, or the zone is unknown.

    `local` is the IANA name that `local time` stands for, None where that is open.
    """
    if zone is None or "X" in value or value.startswith("BC"):
        return None
    where = zone_of(zone) or (ZoneInfo(local) if local else None)
    moment = _moment(value)
    if where is None or moment is None:
        return None
    exact = _in_season(moment.replace(tzinfo=where), has_daylight_saving(zone))
    return exact.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ") if exact else None


def _in_season(moment: datetime, daylight: bool | None) -> datetime | None:
    """The first or the second of two equal clock times, as stated; None where neither is so."""
    if daylight is None:
        return moment
    ways = (moment.replace(fold=fold) for fold in (0, 1))
    return next((way for way in ways if bool(way.dst()) == daylight), None)


def lent(value: str, other: str) -> str | None:
    """
    The instant `other`, where a clock time that it explains in brackets can be of it.

    `7 a.m. local time (0500 GMT)`: None where the two lie apart as no zone does.
    """
    moment = _moment(value)
    if moment is None:
        return None
    apart = (moment - datetime.fromisoformat(other[:-1])).total_seconds() / 3600
    return other if -MOST_HOURS < apart <= MOST_HOURS and not apart % 0.25 else None


def _moment(value: str) -> datetime | None:
    """Day and clock; None for anything else, and for a day that the year does not have."""
    day, _, clock = value.partition("T")
    if len(day) != len("2025-05-20") or ":" not in clock:
        return None
    try:
        start = datetime.fromisoformat(f"{day}T{'00:00' if clock == '24:00' else clock}")
    except ValueError:
        return None
    return start + timedelta(days=clock == "24:00")


def zone_of(stated: str) -> tzinfo | None:
    """The zone that the stated words name; None for an unknown one and for `local time`."""
    words = " ".join(stated.strip("[]() ,").lower().split())
    at = max(words.rfind(sign) for sign in SIGNS)
    if at >= 0:
        return _offset(words[:at].strip(), SIGNS[words[at]], words[at + 1 :].strip())
    name = zone_names().get(words)
    if name is None or is_local(words):
        return None
    if name == "UTC":
        return UTC
    return _offset("utc", SIGNS[name[0]], name[1:]) if name[0] in SIGNS else ZoneInfo(name)


def _offset(base: str, sign: int, amount: str) -> tzinfo | None:
    """`UTC+3:30`; None where it is counted from another zone, or is no offset."""
    hours, _, minutes = amount.partition(":")
    if base and zone_names().get(base) != "UTC":
        return None
    if not (hours.isdecimal() and (minutes or "0").isdecimal()):
        return None
    if int(hours) > MOST_HOURS or int(minutes or 0) > MOST_MINUTES:
        return None
    return timezone(sign * timedelta(hours=int(hours), minutes=int(minutes or 0)))
