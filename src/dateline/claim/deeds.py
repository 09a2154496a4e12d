"""
What each claim says was done, by whom, to whom or what, where and when: put together from items.

A happening belongs to the innermost claim whose content it stands in; a word of saying that is
itself a happening (`demanded`, `threatened`) belongs to the claim that it introduces, with the
claim's source for actor and the claim's said-time for time. Event-time is taken from the content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.claim.arguments import Arguments, Pair, place_of
from dateline.claim.arguments_english import english_arguments
from dateline.claim.arguments_slavic import slavic_arguments
from dateline.claim.deed_kind import Kind, kind_of, standing
from dateline.claim.deed_slots import Slots
from dateline.claim.near import Near, items_near
from dateline.claim.scene import Known, Scene
from dateline.core.claim import Claim
from dateline.core.document import Document
from dateline.core.happened import Deed, Trigger
from dateline.core.layers import Layers
from dateline.core.mentions import Cue, Name, Sentence
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.core.values import Dated

_ARGUMENTS = {"en": english_arguments, "ru": slavic_arguments, "uk": slavic_arguments}
_GOVERNING = ("AGREE", "REQUEST", "REJECT", "THREATEN")
"""Classes that speak of what has not happened: what follows them in their sentence is no deed."""
_ANSWERED = ("ASSAULT", "COERCE")


@component(version=1, reads=(Sentence, Trigger, Claim), writes=(Deed,))
def deeds(doc: Document, layers: Layers) -> Iterator[Deed]:
    """Each happening of each claim; the first that the claim is about is its main one."""
    if doc.lang not in _ARGUMENTS or not layers.of(Trigger):
        return
    teller = _Teller(doc, layers)
    owned = _owned(layers.of(Trigger), layers.of(Claim))
    for claim in layers.of(Claim):
        yield from teller.of(claim, owned.get(claim.id, []))


def _owned(triggers: Sequence[Trigger], claims: Sequence[Claim]) -> dict[str, list[Trigger]]:
    """The triggers of each claim by its id, in text order."""
    pieces = Near([(p, c) for c in claims for p in c.content], lambda pair: pair[0])
    cues = Near([(s, c) for c in claims for s in c.cue], lambda pair: pair[0])
    owned: dict[str, list[Trigger]] = {}
    for trigger in triggers:
        saying = cues.overlapping(trigger.span)
        holding = [
            pair for pair in pieces.overlapping(trigger.span) if pair[0].covers(trigger.span)
        ]
        if saying or holding:
            chosen = saying or holding
            owner = min(chosen, key=lambda pair: (len(pair[1].span), pair[0], pair[1].id))[1]
            owned.setdefault(owner.id, []).append(trigger)
    return owned


class _Teller:
    """Tells the deeds of one document."""

    def __init__(self, doc: Document, layers: Layers) -> None:
        self.doc = doc
        self.sentences = items_near(layers.of(Sentence))
        self.slots = Slots(doc, layers)
        self.known = Known(
            items_near(()),
            items_near(layers.of(Cue)),
            items_near(layers.of(Name)),
            Near([item.span for item in layers.of(Dated)], lambda span: span),
        )

    def of(self, claim: Claim, triggers: Sequence[Trigger]) -> Iterator[Deed]:
        """The deeds of one claim, in text order."""
        told = [
            (trigger, scene, self._is_saying(claim, trigger))
            for trigger in triggers
            if (scene := self._scene(claim, trigger)) is not None
        ]
        strong = any(t.event in _ANSWERED and not t.weak for t, _, _ in told)
        kept = [entry for entry in told if not (entry[0].weak and strong)]
        kept = self._ungoverned(kept)
        if not kept:
            return
        main = min(
            kept, key=lambda e: (e[0].weak, *standing(e[1], e[0], is_saying=e[2]), e[0].span)
        )
        for trigger, scene, saying in kept:
            yield self._deed(claim, trigger, scene, saying=saying, main=trigger is main[0])

    def _is_saying(self, claim: Claim, trigger: Trigger) -> bool:
        return any(cue.overlaps(trigger.span) for cue in claim.cue)

    def _scene(self, claim: Claim, trigger: Trigger) -> Scene | None:
        """The sentence, or what of the content stands in it, where the trigger stands there."""
        inside = self.sentences.overlapping(trigger.span)
        sentence = next((s.span for s in inside if s.span.covers(trigger.span)), None)
        if sentence is None:
            return None
        if self._is_saying(claim, trigger):
            return Scene(self.doc, sentence, self.known)
        piece = next((p for p in claim.content if p.covers(trigger.span)), sentence)
        room = Span(max(piece.start, sentence.start), min(piece.end, sentence.end))
        return Scene(self.doc, room, self.known)

    def _ungoverned(
        self, told: Sequence[tuple[Trigger, Scene, bool]]
    ) -> list[tuple[Trigger, Scene, bool]]:
        """Without what a demand, promise, refusal or threat before it speaks of."""
        kept: list[tuple[Trigger, Scene, bool]] = []
        for trigger, scene, saying in told:
            before = [t for t, s, _ in kept if s.span.overlaps(scene.span) or _]
            governed = any(
                t.event in _GOVERNING and not t.noun and t.span.end <= trigger.span.start
                for t in before
            )
            if not governed or saying:
                kept.append((trigger, scene, saying))
        return kept

    def _deed(
        self, claim: Claim, trigger: Trigger, scene: Scene, *, saying: bool, main: bool
    ) -> Deed:
        place = place_of(scene, trigger)
        found = _ARGUMENTS[self.doc.lang](scene, place)
        kind: Kind = kind_of(scene, place, claim, found)
        actor, target = self._spans(scene, found)
        if saying:
            actor = claim.source[0] if claim.source else actor
        return Deed(
            span=trigger.span,
            made_by="deeds/saying" if saying else "deeds/content",
            claim=claim.id,
            event=kind.event,
            mode=kind.mode,
            main=main,
            actor=actor,
            side=self.slots.side(actor),
            recipient=target if target != actor else None,
            place=self.slots.place(claim, scene.span, trigger, target),
            time=self.slots.time(claim, scene.span, trigger, saying=saying),
        )

    def _spans(self, scene: Scene, found: Arguments) -> tuple[Span | None, Span | None]:
        def span(pair: Pair | None) -> Span | None:
            return scene.text_span(*pair) if pair else None

        return span(found.actor), span(found.target)
