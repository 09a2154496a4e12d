"""
How many of what, in each claim: a best number with what the words allow below and above it.

"At least 12" has no bound above, "up to 30" none below and no best number; "from 5 to 7" and
"dozens" have bounds and no best. What became of those counted is told by the words beside the
number, else by the happening they are in; where neither tells, nothing is counted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from msgspec.structs import replace

from dateline.claim.near import Near
from dateline.core.agreements import Tally
from dateline.core.claim import Claim
from dateline.core.document import Document
from dateline.core.happened import Counted, Deed, VagueTally
from dateline.core.layers import Layers
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.rules import lists
from dateline.lang.words import cut

_GAP = 8
"""Code points between the two bounds of a range, or a part and its whole."""
_BEFORE = 16
_RISEN = 40
"""Code points before a number in which a word of rising may stand."""
_DASHES = ("-", "–", "—")


@component(version=1, reads=(Claim, Deed, Tally, VagueTally), writes=(Counted,))
def counted(doc: Document, layers: Layers) -> Iterator[Counted]:
    """Each count of each claim, by the innermost claim that it stands in."""
    every = sorted(
        (t for t in (*layers.of(Tally), *layers.of(VagueTally)) if not t.single),
        key=lambda tally: (tally.number, tally.span),
    )
    owned = _owned(every, layers.of(Claim))
    deeds: dict[str, list[Deed]] = {}
    for deed in layers.of(Deed):
        deeds.setdefault(deed.claim, []).append(deed)
    for claim in layers.of(Claim):
        for tally in _ranged(doc, owned.get(claim.id, [])):
            if count := _count(claim.id, tally, deeds.get(claim.id, [])):
                yield count


def _owned(tallies: Sequence[Tally], claims: Sequence[Claim]) -> dict[str, list[Tally]]:
    pieces = Near([(p, c) for c in claims for p in c.content], lambda pair: pair[0])
    owned: dict[str, list[Tally]] = {}
    for tally in tallies:
        holding = [
            pair for pair in pieces.overlapping(tally.number) if pair[0].covers(tally.number)
        ]
        if holding:
            owner = min(holding, key=lambda pair: (len(pair[1].span), pair[0], pair[1].id))[1]
            owned.setdefault(owner.id, []).append(tally)
    return owned


def _ranged(doc: Document, tallies: Sequence[Tally]) -> list[Tally]:
    """The tallies, two bounds of one count as one, and a part with the unit of its whole."""
    out: list[Tally] = []
    for tally in tallies:
        before = out[-1] if out else None
        if before is not None and _is_range(doc, before, tally):
            out[-1] = _joined(before, tally)
            continue
        if before is not None and before.unit is None and _is_part(doc, before, tally):
            out[-1] = replace(before, unit=tally.unit)
        out.append(_up_to(doc, tally))
    return out


def _up_to(doc: Document, tally: Tally) -> Tally:
    """`до 30` is a bound above; behind a word of rising it is the number itself."""
    words = lists(doc.lang, "agreements")
    before = cut(doc.text, max(0, tally.number.start - _RISEN), tally.number.start)
    if not before or before[-1].low not in words.get("up_to", ()):
        return tally
    stems = tuple(words.get("rise_stems", ()))
    if any(word.low in words.get("rise", ()) or word.low.startswith(stems) for word in before):
        return replace(tally, low=tally.value, high=tally.value)
    return replace(tally, low=0.0, high=tally.value)


def _is_range(doc: Document, first: Tally, last: Tally) -> bool:
    """`from 5 to 7`, `5 – 7`: two bounds, the lower first, with nothing counted between."""
    gap = _between(doc, first.number.end, last.number.start)
    if first.unit or first.value >= last.value or gap not in _range_words(doc.lang):
        return False
    before = cut(doc.text, max(0, first.number.start - _BEFORE), first.number.start)
    opened = bool(before) and before[-1].low in lists(doc.lang, "agreements").get("range_from", ())
    return gap in _DASHES or opened


def _range_words(language: str) -> tuple[str, ...]:
    return tuple(lists(language, "agreements").get("range_to", ()))


def _joined(first: Tally, last: Tally) -> Tally:
    return VagueTally(
        span=Span(first.span.start, last.span.end),
        made_by="tally/range",
        number=Span(first.number.start, last.number.end),
        value=first.value,
        low=first.value,
        high=last.value,
        unit=last.unit,
        state=last.state or first.state,
    )


def _is_part(doc: Document, part: Tally, whole: Tally) -> bool:
    gap = _between(doc, part.number.end, whole.number.start)
    return gap in lists(doc.lang, "agreements").get("of", ())


def _between(doc: Document, start: int, end: int) -> str:
    return doc.text[start:end].strip().lower() if 0 <= end - start <= _GAP else "\0"


def _count(claim: str, tally: Tally, deeds: Sequence[Deed]) -> Counted | None:
    state = _state(tally, deeds)
    if state is None or tally.unit in _units("money") or tally.value != int(tally.value):
        return None
    best, low, high = bounds(tally)
    return Counted(
        span=tally.span,
        made_by=tally.made_by.replace("tally/", "counted/"),
        claim=claim,
        state=state,
        unit=tally.unit,
        best=best,
        low=low,
        high=high,
    )


def bounds(tally: Tally) -> tuple[int | None, int | None, int | None]:
    """Best, low and high of a count; None where the words give none."""
    low = math.floor(tally.low) if tally.low > 0 or tally.value == 0 else None
    high = math.ceil(tally.high) if math.isfinite(tally.high) else None
    if isinstance(tally, VagueTally) or low is None:
        return None, low, high
    return int(tally.value), low, high


def _state(tally: Tally, deeds: Sequence[Deed]) -> str | None:
    """What became of them: by the words beside the number, else by the happening they are in."""
    told = tally.state or _became(tally, deeds)
    if told == "shot_down" and tally.unit and tally.unit not in _units("flying"):
        return "destroyed"
    return _table()["names"].get(told, told) if told else None


def _became(tally: Tally, deeds: Sequence[Deed]) -> str | None:
    if tally.unit is None:
        return None
    for deed in deeds:
        if deed.span.covers(tally.number) or (
            deed.recipient is not None and deed.recipient.overlaps(tally.span)
        ):
            known = _table()["became"]
            found = known.get(f"{deed.event}/{deed.mode}") or known.get(deed.event)
            if found:
                return str(found)
        acting = deed.actor is not None and deed.actor.overlaps(tally.span)
        if acting and tally.unit in _units("weapons") and deed.event in _table()["acting"]:
            return str(_table()["acting"][deed.event])
    return None


@cache
def _table() -> dict[str, Any]:
    return dict(lists("any", "counts"))


def _units(name: str) -> tuple[str, ...]:
    return tuple(_table()["units"][name])
