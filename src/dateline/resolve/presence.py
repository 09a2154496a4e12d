"""
Who is said to have come onto whose ground on which day, where one sentence tells all three.

Only what the sentence itself says; nothing is carried over from another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import PlaceRole, Sentence
from dateline.core.parts import component
from dateline.core.presence import Movement, Presence
from dateline.core.span import Span
from dateline.core.values import Dated, Located
from dateline.lang.rules import lists

_DAY = len("2025-05-20")
_REACH = 90
"""Code points after the words within which the place is looked for."""
_PLACED = ("oblast", "raion", "hromada", "settlement")


@component(version=1, reads=(Sentence, Movement, Located, Dated), writes=(Presence,))
def presence(doc: Document, layers: Layers) -> Iterator[Presence]:
    """A presence for each movement whose sentence names the side, the place and the day."""
    sides = lists(doc.lang, "places").get("sides", {})
    sentences = [sentence.span for sentence in layers.of(Sentence)]
    for item in layers.of(Movement):
        whole = next((s for s in sentences if s.covers(item.span)), None)
        if whole is None:
            continue
        located = [p for p in layers.of(Located) if whole.covers(p.span)]
        side = _side(item.span, located, sides)
        place = _place(item.span, located)
        day = _day([d for d in layers.of(Dated) if whole.covers(d.span)])
        if side and place and place.id and day and day.earliest:
            yield Presence(
                span=item.span, made_by="presence/sentence", move=item.move, side=side,
                place=place.id, place_at=place.span, day=day.earliest[:_DAY], day_at=day.span,
            )  # fmt: skip


def _side(at: Span, located: Sequence[Located], sides: dict[str, str]) -> str | None:
    """That of the last country or its people before the words; None where none is named."""
    before = [p for p in located if p.span.end <= at.start and p.role is not PlaceRole.UNIT]
    return next((sides[p.country] for p in reversed(before) if p.country in sides), None)


def _place(at: Span, located: Sequence[Located]) -> Located | None:
    """The first place after the words that is ground with an outline or a point."""
    return next(
        (
            p
            for p in located
            if 0 <= p.span.start - at.end <= _REACH
            and p.role is PlaceRole.LOCATION
            and p.place_kind in _PLACED
        ),
        None,
    )


def _day(dated: Sequence[Dated]) -> Dated | None:
    """The one day of the sentence; None where it has none, or more than one."""
    days = [d for d in dated if d.earliest and d.latest and d.earliest[:_DAY] == d.latest[:_DAY]]
    return days[0] if len({d.earliest and d.earliest[:_DAY] for d in days}) == 1 else None
