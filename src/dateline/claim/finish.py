"""From a draft to a Claim: speaker, sureness, times, place and chain, each with its ground."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dateline.claim.certainty import Sureness, sureness
from dateline.claim.chain import Sources, chain
from dateline.claim.dating import happened, occasion, place, said
from dateline.claim.draft import Draft
from dateline.claim.near import items_near
from dateline.claim.scene import grammar
from dateline.core.claim import Claim, Voice
from dateline.core.document import Document
from dateline.core.ids import content_id
from dateline.core.mentions import Act, Name
from dateline.core.span import Span
from dateline.core.values import Dated, Identified, Located, Speaker
from dateline.lang.rules import lists
from dateline.lang.words import cut

_PREPOSITION = 12
"""Code points before a time that are looked at for its preposition."""
_QUOTES = "\"'“”„«»‹›‘’"


class Finisher:
    """Finishes the drafts of one document."""

    def __init__(
        self,
        doc: Document,
        names: Sequence[Name],
        identified: Sequence[Identified],
        dated: Sequence[Dated],
        located: Sequence[Located],
    ) -> None:
        self.doc = doc
        self.identified = items_near(identified)
        self.sources = Sources(items_near(names), {item.span: item for item in identified})
        self.dated = items_near(dated)
        self.located = items_near(located)

    def __call__(self, draft: Draft) -> Claim:
        cue = draft.link.cue if draft.link else None
        source = draft.link.source if draft.link else ()
        pieces = draft.pieces
        speaker = self.speaker(source)
        act = cue.act if cue else Act.ASSERT if draft.link else None
        sure = sureness(self.doc.lang, self.doc.text, pieces[0], act)
        when = self._said(draft)
        event = happened(
            pieces,
            [
                item
                for piece in pieces
                for item in self.dated.inside(piece)
                if not self._is_bound(item)
            ],
        )
        where = place(pieces, [at for piece in pieces for at in self.located.inside(piece)])
        grounds = self._grounds(draft, sure, {"said": when, "happened": event, "place": where})
        return Claim(
            id=content_id(
                "claim", self.doc.id, [(p.start, p.end) for p in pieces], cue and cue.span.start
            ),
            span=Span(min(p.start for p in pieces), max(p.end for p in pieces)),
            made_by=f"claims/{cue.form}" if cue else "claims/own_voice",
            content=pieces,
            source=source,
            cue=(cue.span,) if cue else (),
            speaker=speaker,
            chain=chain(self.doc, draft, speaker, self.sources),
            voice=self._voice(draft, pieces),
            act=Act.DENY if sure.refuted and act is Act.ASSERT and draft.link else act,
            certainty=sure.certainty,
            negated=sure.negated,
            future=sure.future,
            conditional=sure.conditional,
            relayed=self._relayed(draft, speaker),
            said=when.value if when else None,
            happened=event.value if event else None,
            place=where.span if where else None,
            grounds=grounds,
        )

    def _said(self, draft: Draft) -> Dated | None:
        """By the cue's own sentence, else by the occasion that the sentence before tells of."""
        if draft.link is None or draft.link.cue is None:
            return None
        near = [
            item
            for item in self.dated.inside(draft.sentence)
            if not any(self._in_aside(item, span) for span in draft.link.source)
        ]
        own = said(draft.sentence, draft.pieces, draft.link.cue.span, near)
        if own or draft.before is None or not self._goes_on(draft.link.source, draft.before):
            return own
        media = lists(self.doc.lang, "grammar").get("media", ())
        nouns = [
            Span(word.start, word.end)
            for word in cut(self.doc.text, draft.before.start, draft.before.end)
            if word.low in media
        ]
        return occasion(draft.before, draft.pieces, nouns, self.dated.inside(draft.before))

    def _in_aside(self, item: Dated, source: Span) -> bool:
        """Whether the time stands in a clause about the source (`who is to meet X next week`)."""
        if not source.covers(item.span):
            return False
        closed = grammar(self.doc.lang)
        opens = closed.relatives | closed.subordinators
        return any(word.low in opens for word in cut(self.doc.text, source.start, item.span.start))

    def _is_bound(self, item: Dated) -> bool:
        """`since July`: a time that what happened began or ended by, and no moment of it."""
        before = cut(self.doc.text, max(0, item.span.start - _PREPOSITION), item.span.start)
        return bool(before) and before[-1].low in lists(self.doc.lang, "grammar").get("bounds", ())

    def _goes_on(self, source: Sequence[Span], before: Span) -> bool:
        """Whether the source is a pronoun for somebody whom the sentence before names."""
        return any(
            before.covers(item.antecedent)
            for item in (self.identified.inside(source[0]) if source else ())
            if item.antecedent
        )

    def speaker(self, source: Sequence[Span]) -> Speaker | None:
        """Who the source phrase refers to; the phrase itself where nothing tells more."""
        if not source:
            return None
        head = self._head(source[0])
        inside = self.identified.overlapping(head)
        if not inside:
            return Speaker(name=self.doc.quote(head), named=False)
        best = min(inside, key=lambda item: (item.span.start, -item.span.end))
        return best.speaker

    def _head(self, source: Span) -> Span:
        """The source without the relative clause behind its comma (`a man, who declined ...`)."""
        relatives = grammar(self.doc.lang).relatives
        words = cut(self.doc.text, source.start, source.end)
        for comma, opener in pairwise(words):
            if comma.text == "," and opener.low in relatives and comma.start > source.start:
                return Span(source.start, comma.start)
        return source

    def _voice(self, draft: Draft, pieces: Sequence[Span]) -> Voice:
        if draft.link is None:
            return Voice.OWN_VOICE
        quoted = [self._is_quoted(piece) for piece in pieces]
        if all(quoted):
            return Voice.DIRECT
        mixed = any(quoted) or any(mark in self.doc.quote(p) for p in pieces for mark in '"“”«»„‘')
        return Voice.MIXED if mixed else Voice.INDIRECT

    def _is_quoted(self, piece: Span) -> bool:
        words = self.doc.quote(piece).strip(" \n.,;:")
        return words[:1] in _QUOTES and words[-1:] in _QUOTES

    def _relayed(self, draft: Draft, speaker: Speaker | None) -> bool:
        if draft.link is None:
            return False
        return (
            speaker is None
            or speaker.side == "media"
            or self.sources.is_recording(self.doc, draft.link.source)
        )

    def _grounds(
        self, draft: Draft, sure: Sureness, values: dict[str, Dated | Located | None]
    ) -> tuple[tuple[str, Span], ...]:
        found = [(name, item.span) for name, item in values.items() if item]
        if sure.words:
            found.append(("status", sure.words))
        found += [("speaker", span) for span in (draft.link.source if draft.link else ())]
        return tuple(sorted(found))
