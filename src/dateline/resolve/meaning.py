"""The meaning of one time expression: which way of meaning it has, and nothing of the ways."""

from __future__ import annotations

from dateline.core.mentions import Timex
from dateline.core.time import Base, period
from dateline.resolve.counted import counted
from dateline.resolve.grounds import Kind
from dateline.resolve.moments import Meaning, Setting
from dateline.resolve.partial import moved
from dateline.resolve.stated import stated
from dateline.world.calendar import war_start

UNIT_DAYS = frozenset(("D", "W", "FN", "M", "Y", "DE"))
"""Units of which a stretch has ends in whole days."""
AS_SAID = "as the words say"


def meaning(item: Timex, setting: Setting) -> Meaning:
    """The value with what could be filled in; X stays where the ground is missing."""
    says = item.says
    if item.type == "DURATION":
        return _stretch(item, setting)
    if item.type == "SET" or ("REF" in item.value and says.base is Base.STATED):
        return Meaning(item.value, AS_SAID)
    if says.base is Base.WAR and says.shift is not None:
        day = moved(war_start(), says.shift, "D")
        return Meaning(day.isoformat(), f"counted from {war_start()}, day 1 of the war")
    if says.base is Base.EVENT:
        return _from_event(item, setting)
    if says.base is not Base.STATED:
        return counted(item, setting)
    return stated(item, setting)


def _stretch(item: Timex, setting: Setting) -> Meaning:
    """A length; its ends, too, where it is counted from publication (`the past nine days`)."""
    says, ground = item.says, setting.ground
    unit = says.unit or ""
    if says.base is not Base.NOW or ground.day is None or not item.count or unit not in UNIT_DAYS:
        return Meaning(item.value, AS_SAID)
    far = moved(ground.day, (says.shift or 0) * round(item.count[1]), unit)
    ends = (far, ground.day) if far <= ground.day else (ground.day, far)
    return Meaning(item.value, f"counted from {ground.how}", bounds=ends)


def _from_event(item: Timex, setting: Setting) -> Meaning:
    """In news a length (`two weeks`), since only the event's own date could make it a day."""
    reason = "counted from an event that the words name"
    if item.count is None or setting.ground.kind is Kind.TALE:
        return Meaning(item.value, reason)
    return Meaning(period(item.count[1], item.says.unit or "D"), reason, type="DURATION")
