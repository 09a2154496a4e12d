"""The time of day that an expression names: `T09:14`, `TMO`."""

from __future__ import annotations

from dateline.annotate.timex.parts import Parts

CLOCKED = ("clock", "hour", "inhour", "hhmm", "noon", "part")
"""Parts that make an expression a time of day."""
NOON, SMALL_HOURS = 12, 5
LAST_HOUR, LAST_MINUTE = 24, 59
_PARTS = ("part", "partadv", "nightto", "nightof")


def clock_of(parts: Parts) -> str | None:
    """`T09:14`, `TMO`, nothing; None where the numbers are no time of day."""
    if not any(part in parts for part in CLOCKED):
        return ""
    if "noon" in parts:
        return "T" + (parts.says("noon", "parttime") or parts.says("noon", "north"))
    part = next((v for cat in _PARTS if (v := parts.says("part", cat))), "")
    if not any(exact in parts for exact in CLOCKED[:-1]):
        return "T" + part
    hour, minute = _hour_minute(parts)
    if "inhour" in parts:
        return f"T{hour:02}" if 0 <= hour < LAST_HOUR else None
    if "ampm" in parts:
        hour = _twelve(hour, parts.says("ampm") or parts.says("ampm", "ampmday"))
    elif (
        parts.says("part") in ("AF", "EV", "NI")
        and hour < NOON
        and (hour > 5 or parts.says("part") != "NI")
    ):
        hour += NOON
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    exact = (
        "off" in parts
        or "minute" in parts
        or "halfto" in parts
        or "clock" in parts
        or "hhmm" in parts
    )
    return f"T{hour:02}:{minute:02}" if exact or minute == 0 else f"T{hour:02}"


def _hour_minute(parts: Parts) -> tuple[int, int]:
    if "clock" in parts:
        hour, minute = parts.form("clock").replace(".", ":").replace(",", ":").split(":")[:2]
        return int(hour), int(minute)
    if "hhmm" in parts:
        return int(parts.form("hhmm")[:2]), int(parts.form("hhmm")[2:])
    if "inhour" in parts:
        afternoon = NOON if parts.says("ampm") == "PM" else 0
        return parts.whole("inhour") - 1 + afternoon, 0
    if "off" in parts:
        total = (parts.whole("hour") * 60 + int(parts.says("off", "clockoff"))) % (LAST_HOUR * 60)
        return divmod(total, 60)
    if "halfto" in parts:
        return parts.whole("hour") - 1, 30
    return parts.whole("hour"), parts.whole("minute") if "minute" in parts else 0


def _twelve(hour: int, half: str) -> int:
    if hour > NOON:
        return hour
    return hour % NOON + (NOON if half == "PM" else 0)
