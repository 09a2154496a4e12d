"""What a claim says was done and how many it counts: for the record, and in words for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.core.happened import Counted, Deed
from dateline.core.record import (
    Record,
    RecordActedOn,
    RecordActor,
    RecordClaim,
    RecordEvent,
    RecordQuantity,
)
from dateline.core.span import Span
from dateline.present.cells import shortened
from dateline.world.acled_like import acled_like

_LONGEST = 60


def events_of(
    deeds: Sequence[Deed], place_at: Mapping[Span, int], time_at: Mapping[Span, int]
) -> dict[str, tuple[RecordEvent, ...]]:
    """The events of each claim by its id, in text order."""
    found: dict[str, list[RecordEvent]] = {}
    for deed in deeds:
        found.setdefault(deed.claim, []).append(_event(deed, place_at, time_at))
    return {claim: tuple(events) for claim, events in found.items()}


def _event(deed: Deed, place_at: Mapping[Span, int], time_at: Mapping[Span, int]) -> RecordEvent:
    actor, recipient = deed.actor, deed.recipient
    return RecordEvent(
        type=deed.event,
        mode=deed.mode or None,
        acled_like=acled_like(deed.event, deed.mode),
        main=deed.main,
        start=deed.span.start,
        end=deed.span.end,
        actor=RecordActor(start=actor.start, end=actor.end, side=deed.side) if actor else None,
        recipient=(RecordActedOn(start=recipient.start, end=recipient.end) if recipient else None),
        place=place_at.get(deed.place) if deed.place else None,
        time=time_at.get(deed.time) if deed.time else None,
    )


def quantities_of(counts: Sequence[Counted]) -> dict[str, tuple[RecordQuantity, ...]]:
    """The quantities of each claim by its id, in text order."""
    found: dict[str, list[RecordQuantity]] = {}
    for count in counts:
        found.setdefault(count.claim, []).append(
            RecordQuantity(
                kind=count.state,
                unit=count.unit,
                best=count.best,
                low=count.low,
                high=count.high,
                start=count.span.start,
                end=count.span.end,
            )
        )
    return {claim: tuple(quantities) for claim, quantities in found.items()}


def happening(claim: RecordClaim) -> str:
    """The class of the main event, with its mode: `ASSAULT/drone`; empty without one."""
    main = next((event for event in claim.events if event.main), None)
    if main is None:
        return ""
    return f"{main.type}/{main.mode}" if main.mode else main.type


def counted(quantity: RecordQuantity) -> str:
    """A count in words: `12 or more killed`, `20 to 99 drones launched`."""
    what = " ".join(part for part in (quantity.unit, quantity.kind) if part).replace("_", " ")
    return f"{_number(quantity)} {what}"


def _number(quantity: RecordQuantity) -> str:
    low, best, high = quantity.low, quantity.best, quantity.high
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"{best if best is not None else low} or more"
    if low == high:
        return str(low)
    return f"{low} to {high}" if best is None else f"{best} ({low} to {high})"


def told(record: Record, claim: RecordClaim) -> str:
    """The main event, who did it to whom, and what is counted, on one line; empty without any."""
    main = next((event for event in claim.events if event.main), None)
    text = record.document.text
    parts = [happening(claim)] if main else []
    if main and main.actor:
        parts.append(f"by “{_short(text[main.actor.start : main.actor.end])}”")
    if main and main.recipient:
        parts.append(f"to “{_short(text[main.recipient.start : main.recipient.end])}”")
    counts = ", ".join(map(counted, claim.quantities))
    return "; ".join(part for part in (" ".join(parts), counts) if part)


def _short(words: str) -> str:
    return shortened(words, _LONGEST)
