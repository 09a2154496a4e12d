"""
What two expressions side by side tell of each other: one instant in two zones, one day twice.

`02:50 EEST (2350 UTC on June 5)`: the second gives the first its day. `Today, 7 June`: the date
says which day `today` was. Works on resolved values alone.
"""

from __future__ import annotations

from datetime import date, timedelta

from dateline.core.document import Document
from dateline.core.mentions import Timex
from dateline.core.time import Base
from dateline.resolve.moments import Meaning
from dateline.resolve.zones import instant

APART = 14
"""Code points between two clock times of one instant: `, that is, `."""
A_DAY = len("2025-06-08")
OPEN_DAY = "XXXX-XX-XX"
SET_OFF = frozenset(" ,(—–-:")
SHIFTS = (0, -1, 1)


def side_by_side(
    doc: Document, items: tuple[Timex, ...], found: list[Meaning], today: date | None
) -> list[Meaning]:
    """
    The meanings, each mended by its neighbour where the two are one moment, day or stretch.

    `today` is the day of publication, None where it is not known.
    """
    out = list(found)
    for at in range(len(items) - 1):
        between = doc.text[items[at].span.end : items[at + 1].span.start]
        if "\n" in between or len(between) > APART:
            continue
        if today is not None and _ends_tomorrow(items, out, at, today):
            out[at], out[at + 1] = _a_day_back(out[at]), _a_day_back(out[at + 1])
        for one, other in ((at, at + 1), (at + 1, at)):
            out[one] = _same_instant(items, out, (one, other)) or out[one]
        if SET_OFF.issuperset(between):
            out[at] = _same_day(items, out, at) or out[at]
    return out


def _ends_tomorrow(items: tuple[Timex, ...], found: list[Meaning], at: int, today: date) -> bool:
    """`It lasted from 23:40 to 01:20`: told as past, its end cannot be tomorrow."""
    both = items[at : at + 2]
    if not all(item.type == "TIME" and item.value.startswith(f"{OPEN_DAY}T") for item in both):
        return False
    if any(item.says.tense > 0 for item in both):
        return False
    days = [found[place].value[:A_DAY] for place in (at, at + 1)]
    return days == [str(today), str(today + timedelta(1))]


def _a_day_back(meaning: Meaning) -> Meaning:
    day = date.fromisoformat(meaning.value[:A_DAY]) - timedelta(1)
    reason = "the night before, since its end has come"
    return Meaning(f"{day}{meaning.value[A_DAY:]}", reason, meaning.type, meaning.anchor)


def _same_instant(
    items: tuple[Timex, ...], found: list[Meaning], pair: tuple[int, int]
) -> Meaning | None:
    """The first with the day that makes it the instant of the second, which names its day."""
    one, other = (items[at] for at in pair)
    lacks = one.value.startswith(OPEN_DAY) and not other.value.startswith(OPEN_DAY)
    if not (lacks and one.zone and other.zone and one.zone != other.zone):
        return None
    told = instant(found[pair[1]].value, other.zone)
    if told is None or "X" in found[pair[1]].value:
        return None
    day = date.fromisoformat(found[pair[1]].value[:A_DAY])
    for shift in SHIFTS:
        value = f"{day + timedelta(shift)}{one.value[A_DAY:]}"
        if value != found[pair[0]].value and instant(value, one.zone) == told:
            return Meaning(value, "the same instant as the clock time beside it", anchor=other.span)
    return None


def _same_day(items: tuple[Timex, ...], found: list[Meaning], at: int) -> Meaning | None:
    """`Today, 7 June`: the day that the date beside it names."""
    says, date_of = items[at].says, items[at + 1]
    counts = says.base is Base.NOW and says.unit == "D" and items[at].value.startswith(OPEN_DAY)
    stated = date_of.says.base is Base.STATED and date_of.value[5:7].isdigit()
    day = found[at + 1].value[:A_DAY]
    if not (counts and stated) or len(day) < A_DAY or "X" in day:
        return None
    value = day + items[at].value[A_DAY:]
    if value == found[at].value:
        return None
    return Meaning(value, "the date beside it", found[at].type, date_of.span)
