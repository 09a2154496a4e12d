"""
How far two times lie apart that the report sets equal, by the zones' offsets on that day.

The offsets are those of the tz database (IANA). Where the day is open, no day near publication, and
none that the report names, may make the two equal; where that is unknown too, no year since 2015
may.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo

from dateline.core.agreements import ClockPair, SameMoment
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.core.values import Dated
from dateline.resolve.zones import zone_of

_OPEN_DAY = "XXXX-XX-XX"
_DAY_MINUTES = 24 * 60
_A_DAY = len("2025-05-20")
_NEAR = (timedelta(days=-3), timedelta(days=0), timedelta(days=3))
_YEARS = range(2015, 2027)


@component(version=1, reads=(ClockPair, Timex, Dated), writes=(SameMoment,))
def clocks(doc: Document, layers: Layers) -> Iterator[SameMoment]:
    """Each pair whose zones are known, with the difference; none where the day leaves it open."""
    times = {t.span: t for t in layers.of(Timex)}
    for pair in layers.of(ClockPair):
        first, second = times[pair.first], times[pair.second]
        zones = zone_of(first.zone or ""), zone_of(second.zone or "")
        days = _days(doc, layers, pair)
        if zones[0] is None or zones[1] is None or not days:
            continue
        apart = {_apart((first.value, second.value), (zones[0], zones[1]), day) for day in days}
        minutes = _fewest(apart)
        if minutes is not None:
            yield SameMoment(
                span=pair.span,
                made_by="clocks/tz-database",
                first=pair.first,
                second=pair.second,
                minutes=minutes,
                zones=(
                    _named(first.zone, zones[0], days[0]),
                    _named(second.zone, zones[1], days[0]),
                ),
                day=str(days[0]) if len(days) == 1 else "",
            )


def _fewest(apart: set[int | None]) -> int | None:
    """How far the two are apart at least, whichever day it was; None where a day may be right."""
    known = [minutes for minutes in apart if minutes is not None]
    if len(known) < len(apart) or (len(known) > 1 and 0 in known):
        return None
    return min(known, key=lambda minutes: (abs(minutes), minutes), default=None)


def _days(doc: Document, layers: Layers, pair: ClockPair) -> tuple[date, ...]:
    """The day of the pair; some days around publication, or one in every year, where it is open."""
    told = [t.span for t in layers.of(Timex) if not t.value.startswith(_OPEN_DAY)]
    for span in (pair.second, pair.first):
        for item in layers.of(Dated) if span in told else ():
            if item.span == span and item.earliest and "X" not in item.value[:_A_DAY]:
                return (date.fromisoformat(item.value[:_A_DAY]),)
    if doc.published:
        named = {d.days.earliest for d in layers.of(Dated) if d.days and "X" not in d.value[:7]}
        return (*(doc.published.day + shift for shift in _NEAR), *sorted(named))
    return _every_year(layers, (pair.first, pair.second))


def _every_year(layers: Layers, spans: tuple[Span, ...]) -> tuple[date, ...]:
    for item in layers.of(Timex):
        if (
            item.span in spans
            and item.value.startswith("XXXX-")
            and "X" not in item.value[5:_A_DAY]
        ):
            month, day = int(item.value[5:7]), int(item.value[8:10])
            return tuple(date(year, month, day) for year in _YEARS if (month, day) != (2, 29))
    return ()


def _apart(values: tuple[str, str], zones: tuple[tzinfo, tzinfo], day: date) -> int | None:
    moments = []
    for value, zone in zip(values, zones, strict=True):
        clock = value.partition("T")[2][:5]
        if "X" in clock or clock == "24:00":
            return None
        moments.append(datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=zone))
    minutes = int((moments[1] - moments[0]).total_seconds()) // 60
    return (minutes + _DAY_MINUTES // 2) % _DAY_MINUTES - _DAY_MINUTES // 2


def _named(stated: str | None, zone: tzinfo, day: date) -> str:
    offset = datetime(day.year, day.month, day.day, 12, tzinfo=zone).strftime("%z")
    return f"{stated} is UTC{offset[:3]}:{offset[3:5]}"
