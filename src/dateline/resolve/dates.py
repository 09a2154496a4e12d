"""
What time expressions mean: value, bounds, zone, and the ground in words.

Works from `Timex` items and the day of publication alone; no word of the text is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Cue, Quotation, Sentence, Timex
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.core.time import Base
from dateline.core.values import Dated, Located
from dateline.resolve.beside import side_by_side
from dateline.resolve.grounds import Ground, Kind, full_day, ground
from dateline.resolve.localtime import LocalClocks
from dateline.resolve.meaning import meaning
from dateline.resolve.moments import Meaning, Moment, Setting
from dateline.resolve.partial import bounds, granularity, season_month, with_year, year_of
from dateline.resolve.spoken import spoken
from dateline.resolve.years import Mark, Step, track
from dateline.resolve.zones import instant, lent
from dateline.world.calendar import is_local

A_DAY = len("2025-06-09")
JOINED = 12
"""Code points between two dates that are one phrase: `and early`, `– `, `to late`."""
ADJECTIVE = "timex/adjective"
"""`Former`, `recent`: they place things in time in a narrative; in news they describe people."""


@component(version=3, reads=(Timex, Located, Quotation, Cue, Sentence), writes=(Dated,))
def dates(doc: Document, layers: Layers) -> Iterator[Dated]:
    """One `Dated` for each `Timex`, at its span."""
    yield from _with_lent_instants(doc, tuple(_all(doc, layers)))


def _all(doc: Document, layers: Layers) -> Iterator[Dated]:
    items = _with_lent_years(doc, layers.of(Timex))
    known = ground(doc, items)
    steps = _track(doc, items, known)
    found = _meanings(doc, items, (known,) * len(items), steps)
    if quoted := _grounds_of_quotes(doc, layers, (items, found), known):
        grounds = tuple(quoted.get(at, known) for at in range(len(items)))
        found = _meanings(doc, items, grounds, steps)
    found = side_by_side(doc, items, found, known.day)
    local = any(item.zone and is_local(item.zone) for item in items)
    clocks = LocalClocks(doc, layers) if local else None
    for item, meant in zip(items, found, strict=True):
        if known.kind is Kind.TALE or item.made_by != ADJECTIVE:
            yield _dated(item, meant, clocks)


def _grounds_of_quotes(
    doc: Document, layers: Layers, read: tuple[tuple[Timex, ...], list[Meaning]], known: Ground
) -> dict[int, Ground]:
    """The day of speaking, as the ground of what a quotation says, where it is another day."""
    items, found = read
    out: dict[int, Ground] = {}
    for at, said in spoken(doc, items, layers).items():
        day = full_day(found[said].value[:A_DAY])
        if day is not None and day != known.day:
            how = f"the day {day} on which the speaker spoke"
            out[at] = Ground(day, how, Kind.NEWS, items[said].span)
    return out


def _meanings(
    doc: Document, items: tuple[Timex, ...], grounds: tuple[Ground, ...], steps: tuple[Step, ...]
) -> list[Meaning]:
    """What each expression means, read in order: each can rest on the moment reached before it."""
    out: list[Meaning] = []
    then: Moment | None = None
    mentioned: Moment | None = None
    before: Moment | None = None
    told: str | None = None
    for at, item in enumerate(items):
        words = items[steps[at].set_by] if steps[at].set_by >= 0 else None
        together = _in_one_paragraph(doc, words.span if words else None, item.span)
        near = _in_one_paragraph(doc, then.span if then else None, item.span)
        opens = item.span.start == 0 or doc.text[item.span.start - 1] == "\n"
        found = meaning(
            item,
            Setting(grounds[at], steps[at], words, together, then, near, opens, mentioned, before),
        )
        out.append(found)
        last, told = told, instant(found.value, item.zone)
        reached = then if told and told == last else _moment(item, found, steps[at], then)
        if reached is not then:
            before, then = (then if near else None), reached
        if year_of(item.value) is not None:
            mentioned = Moment.of(found.value, item.span) or mentioned
    return out


def _with_lent_instants(doc: Document, found: tuple[Dated, ...]) -> Iterator[Dated]:
    """`7 a.m. local time (0500 GMT)`: the clock time in brackets tells the instant of the first."""
    for at, item in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        if after is None or item.utc or not (item.zone and after.utc and item.type == "TIME"):
            yield item
            continue
        told = doc.text[item.span.end : after.span.start].strip() == "("
        yield replace(item, utc=lent(item.value, after.utc)) if told else item


def _with_lent_years(doc: Document, items: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """`The spring and early summer of 1943`: the year of the second is that of the first, too."""
    out = list(items)
    for at in range(len(items) - 2, -1, -1):
        year = year_of(out[at + 1].value)
        if year is not None and _is_lent(doc, out[at], out[at + 1]):
            out[at] = replace(out[at], value=with_year(out[at].value, year))
    return tuple(out)


def _is_lent(doc: Document, first: Timex, second: Timex) -> bool:
    months = season_month(first.value), season_month(second.value)
    if months[0] is None or months[1] is None or months[0] > months[1]:
        return False
    near = second.span.start - first.span.end <= JOINED
    return (
        near
        and year_of(first.value) is None
        and _is_on_track(first)
        and second.type == "DATE"
        and (_in_one_paragraph(doc, first.span, second.span))
    )


def _in_one_paragraph(doc: Document, before: Span | None, span: Span) -> bool:
    return before is not None and "\n" not in doc.text[before.end : span.start]


def _track(doc: Document, items: tuple[Timex, ...], known: Ground) -> tuple[Step, ...]:
    """
    The year track over the dates; steps of the other items are those before them.

    A headline's dates are not on it: a headline may be of another day than its report.
    """
    on_track = [
        at
        for at, item in enumerate(items)
        if _is_on_track(item) and doc.role_at(item.span) is not Role.HEADLINE
    ]
    tracked = tuple(items[at] for at in on_track)
    marks = tuple(map(_mark, tracked, _openings(doc, tracked)))
    start = known.day.year if known.day and known.kind is not Kind.TALE else None
    found = dict(zip(on_track, track(marks, start), strict=True))
    out: list[Step] = []
    last = Step(start, -1)
    for at in range(len(items)):
        if at in found:
            step = found[at]
            set_by = on_track[step.set_by] if step.set_by >= 0 else -1
            last = Step(step.year, set_by, step.aside)
        out.append(last)
    return tuple(out)


def _is_on_track(item: Timex) -> bool:
    if item.type not in ("DATE", "TIME"):
        return False
    if year_of(item.value) is not None:
        return True
    return item.says.base is Base.STATED and season_month(item.value) is not None


def _mark(item: Timex, opening: bool) -> Mark:
    aside = item.says.aside or item.says.tense > 0
    return Mark(year_of(item.value), season_month(item.value), aside, opening)


def _openings(doc: Document, items: tuple[Timex, ...]) -> Iterator[bool]:
    """For each item whether a line starts between it and the one before."""
    at = 0
    for item in items:
        yield at == 0 or "\n" in doc.text[at : item.span.start]
        at = item.span.end


def _moment(item: Timex, found: Meaning, step: Step, then: Moment | None) -> Moment | None:
    """The moment that the text speaks of from here on: that of the last date that is no aside."""
    if item.type not in ("DATE", "TIME") or (step.aside and year_of(item.value) is not None):
        return then
    reached = Moment.of(found.value, item.span)
    if reached is None:
        return then
    goes_on = then is not None and then.counted and year_of(item.value) is None
    return reached.told_by(item, counted=goes_on)


def _dated(item: Timex, found: Meaning, clocks: LocalClocks | None) -> Dated:
    kind = found.type or item.type
    span = found.bounds or (bounds(found.value, item.mod) if kind in ("DATE", "TIME") else None)
    clock = found.value.partition("T")[2]
    exact = f"T{clock}" if kind == "TIME" and clock[:1].isdigit() else ""
    reason, local = found.reason, None
    if clocks and item.zone and is_local(item.zone) and (local := clocks.at(item.span)):
        reason += f"; local time is that of {local}"
    return Dated(
        span=item.span,
        made_by="dates",
        type=kind,
        value=found.value,
        mod=item.mod,
        earliest=f"{span[0]}{exact}" if span else None,
        latest=f"{span[1]}{exact}" if span else None,
        granularity=granularity(found.value) if kind in ("DATE", "TIME") else None,
        zone=item.zone,
        utc=instant(found.value, item.zone, local=local),
        anchor=found.anchor,
        reason=reason,
        candidates=found.candidates,
    )
