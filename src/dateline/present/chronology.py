"""
The report's times on one axis: a day as a point, anything less exact as a bar as long as it may be.

What cannot be put on an axis (a date without a year, "earlier") is listed, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dateline.core.record import Record, RecordTime
from dateline.present import words
from dateline.present.scale import Scale, Tick, scale

_DAY = 1.0


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One time, however often the report names it, and the claims that are dated to it.

    `left` and `right` are percent of the axis; `exact` where it is known to the day or better;
    `open_left` and `open_right` where the report leaves an end open.
    """

    label: str
    detail: str
    quotes: tuple[str, ...]
    numbers: tuple[int, ...]
    happened: tuple[int, ...]
    said: tuple[int, ...]
    left: float = 0.0
    right: float = 0.0
    exact: bool = False
    open_left: bool = False
    open_right: bool = False


@dataclass(frozen=True, slots=True)
class Chronology:
    """`dated` in order of time, `undated` in order of the text."""

    dated: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[tuple[float, float], ...]
    published: float | None
    """Where the publication date stands, in percent; None where it is not known."""


def chronology(record: Record) -> Chronology:
    """Every date and clock time of the report; durations and sets have no place on an axis."""
    groups: dict[tuple[str, str | None, str | None], list[int]] = {}
    for at, time in enumerate(record.times):
        if time.type in ("DATE", "TIME"):
            groups.setdefault((time.value, time.earliest, time.latest), []).append(at)
    known = {key: found for key, found in groups.items() if _ends(record.times[found[0]])}
    published = _published(record.document.published)
    points = [p for key in known for p in _ends(record.times[known[key][0]])]
    axis = scale([*points, *([published] if published else [])]) if points else None
    dated = sorted(
        (_entry(record, found, axis) for found in known.values()),
        key=lambda entry: (entry.left, entry.right, entry.numbers),
    )
    return Chronology(
        dated=tuple(dated),
        undated=tuple(_entry(record, f, None) for k, f in groups.items() if k not in known),
        ticks=axis.ticks() if axis else (),
        breaks=axis.breaks if axis else (),
        published=round(axis.at(published), 2) if axis and published else None,
    )


def _published(iso: str | None) -> float | None:
    """The moment of publication; noon where only the day is known."""
    moment = _moment(iso)
    whole = iso is not None and len(iso) <= len("2025-05-20")
    return moment + _DAY / 2 if moment is not None and whole else moment


def _entry(record: Record, found: list[int], axis: Scale | None) -> Entry:
    time = record.times[found[0]]
    text = record.document.text
    quotes = dict.fromkeys(text[record.times[at].start : record.times[at].end] for at in found)
    ends = _ends(time)
    left = axis.at(ends[0]) if axis and ends and time.earliest else 0.0
    right = axis.at(ends[-1]) if axis and ends and time.latest else 100.0
    return Entry(
        label=words.spoken(time.value),
        detail=_detail(time),
        quotes=tuple(quotes),
        numbers=tuple(at + 1 for at in found),
        happened=_claims(record, "happened", time.value),
        said=_claims(record, "said", time.value),
        left=round(left, 2),
        right=round(right, 2),
        exact=bool(ends) and _to_day(time) is not None,
        open_left=bool(ends) and time.earliest is None,
        open_right=bool(ends) and time.latest is None,
    )


def _to_day(time: RecordTime) -> str | None:
    """`earliest` where both bounds lie in one day, else None."""
    same = time.earliest and time.latest and time.earliest[:10] == time.latest[:10]
    return time.earliest if same else None


def _detail(time: RecordTime) -> str:
    """What the label does not say: bounds of something vague, the zone, the instant in UTC."""
    bounds = words.bounds(time)
    spread = "" if time.earliest == time.latest or _to_day(time) else bounds
    zone = f"{time.zone}" if time.zone else ""
    utc = f"{time.utc.replace('T', ' ').rstrip('Z')} UTC" if time.utc else ""
    mod = (time.mod or "").replace("_", " ").lower()
    return " · ".join(part for part in (spread, mod, zone, utc) if part)


def _claims(record: Record, field: str, value: str) -> tuple[int, ...]:
    return tuple(n for n, claim in enumerate(record.claims, 1) if getattr(claim, field) == value)


def _ends(time: RecordTime) -> tuple[float, ...]:
    """Both ends in days; one where the other is open; empty where neither is known."""
    first, last = _moment(time.earliest), _moment(time.latest, ending=True)
    return tuple(end for end in (first, last) if end is not None)


def _moment(iso: str | None, *, ending: bool = False) -> float | None:
    """Days of the calendar, with the clock as a fraction; a day's end is the next one's start."""
    if not iso:
        return None
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return None
    whole = len(iso) <= len("2025-05-20")
    clock = (moment.hour * 60 + moment.minute) / 1440
    return moment.toordinal() + clock + (_DAY if whole and ending else 0.0)
