"""
Direct speech set with dashes, as Russian and Ukrainian print it: `— Едем, — сказал он. — Скорее.`

A paragraph that opens with a dash is speech, and so is not what stands between a dash behind a
mark of punctuation and the next such dash, where that holds a word of saying.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.core.document import Document, Role
from dateline.core.mentions import Quotation
from dateline.core.span import Span
from dateline.lang.cues import cue_forms
from dateline.lang.models import tokens_at

_LEAD = re.compile(r"[—–-]\s+(?=\S)")
_TURN = re.compile(r"(?<=[,.!?…])\s+[—–-]\s+")
_FAR = 60
_SAYING_WITHIN = 4
"""Words behind the dash among which the word of saying stands."""


def dialogues(doc: Document, marked: Sequence[Quotation]) -> Iterator[Quotation]:
    """Each paragraph of dialogue as one Quotation; none where marks already quote its head."""
    heads = {item.span.start for item in marked}
    for block in doc.blocks_of(Role.BODY):
        lead = _LEAD.match(doc.text, block.span.start, block.span.end)
        if not lead or lead.end() in heads:
            continue
        pieces = tuple(_speech(doc, lead.end(), block.span.end))
        if pieces:
            yield Quotation(
                span=Span(block.span.start, pieces[-1].end),
                made_by="quotation/dialogue",
                pieces=pieces,
            )


def without_asides(doc: Document, item: Quotation) -> Quotation:
    """A quotation in marks, cut where the narrator speaks in it."""
    pieces = tuple(span for piece in item.pieces for span in _speech(doc, piece.start, piece.end))
    return replace(item, pieces=pieces) if pieces else item


def _speech(doc: Document, start: int, end: int) -> Iterator[Span]:
    """The stretches between the narrator's asides."""
    speaking = True
    for turn in _TURN.finditer(doc.text, start, end):
        if speaking:
            if not _says(doc, turn.end(), end):
                continue
            yield Span(start, turn.start())
            speaking = False
        else:
            start = turn.end()
            speaking = True
    if speaking and start < end:
        yield Span(start, end)


def _says(doc: Document, start: int, end: int) -> bool:
    forms = cue_forms(doc.lang)
    tokens = tokens_at(doc.lang, doc.text, start, min(end, start + _FAR))
    for token in tokens[:_SAYING_WITHIN]:
        if token.low in forms or (token.tag == "VERB.Fin" and token.text[0].islower()):
            return True
    return False
