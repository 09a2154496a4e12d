"""Where and when a happening is said to have been, and on whose side its actor stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dateline.claim.near import items_near
from dateline.core.claim import Claim
from dateline.core.document import Document
from dateline.core.happened import Trigger
from dateline.core.layers import Layers
from dateline.core.mentions import PlaceRole
from dateline.core.span import Span
from dateline.core.values import Dated, Identified, Located
from dateline.lang.rules import lists
from dateline.lang.words import cut
from dateline.world.actors import actors_at

_MOMENTS = ("DATE", "TIME")
_PARTIES = ("ukraine", "russia", "other-party", "international")
_PREPOSITION = 12
_UNKNOWN = "unknown"


class Slots:
    """Place, time and side for the happenings of one document."""

    def __init__(self, doc: Document, layers: Layers) -> None:
        self.doc = doc
        self.located = items_near(layers.of(Located))
        self.dated = items_near(layers.of(Dated))
        self.identified = items_near(layers.of(Identified))

    def place(self, claim: Claim, room: Span, trigger: Trigger, target: Span | None) -> Span | None:
        """The nearest location of the room, one in the target first; else that of the claim."""
        inside = [item for item in self.located.inside(room) if item.role is PlaceRole.LOCATION]
        near = min(
            inside,
            key=lambda item: (
                target is None or not target.covers(item.span),
                item.id is None,
                _gap(item.span, trigger.span),
                item.span,
            ),
            default=None,
        )
        return near.span if near else claim.place

    def time(self, claim: Claim, room: Span, trigger: Trigger, *, saying: bool) -> Span | None:
        """The nearest moment of the content's sentence; of an act of saying its said-time."""
        told = {field: span for field, span in claim.grounds if field in ("said", "happened")}
        if saying:
            return told.get("said")
        near = min(
            self._moments(claim.content, room),
            key=lambda item: (_gap(item.span, trigger.span), item.span),
            default=None,
        )
        return near.span if near else told.get("happened")

    def _moments(self, content: Sequence[Span], room: Span) -> list[Dated]:
        return [
            item
            for item in self.dated.inside(room)
            if item.type in _MOMENTS
            and any(piece.covers(item.span) for piece in content)
            and not self._is_bound(item)
        ]

    def _is_bound(self, item: Dated) -> bool:
        """`since July`: a time that it began or ended by, and no moment of it."""
        before = cut(self.doc.text, max(0, item.span.start - _PREPOSITION), item.span.start)
        return bool(before) and before[-1].low in lists(self.doc.lang, "grammar").get("bounds", ())

    def side(self, actor: Span | None) -> str:
        """By who the words refer to, else by a name or adjective of a side among them."""
        if actor is None:
            return _UNKNOWN
        for item in self.identified.overlapping(actor):
            if item.speaker.side in _PARTIES:
                return item.speaker.side
        return _side_of_words(self.doc.lang, self.doc.quote(actor))


@lru_cache(maxsize=1024)
def _side_of_words(language: str, words: str) -> str:
    texts = [word.text for word in cut(words)]
    for at in range(len(texts)):
        found = actors_at(language, texts, at)
        if found and found[0].side in _PARTIES:
            return found[0].side
    return _UNKNOWN


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
