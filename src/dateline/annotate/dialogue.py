"""
Direct speech set with dashes, as Russian and Ukrainian print it: `— Едем, — сказал он. — Скорее.`

A paragraph that opens with a dash is speech, and so is not what stands between a dash behind a
mark of punctuation and the next such dash, where that holds a word of saying.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.core.document import Block, Document, Role
from dateline.core.mentions import Quotation
from dateline.core.span import Span
from dateline.lang.cues import cue_forms

_LEAD = re.compile(r"[—–-]\s+(?=\S)")
_TURN = re.compile(r"(?<=[,.!?…])\s+[—–-]\s+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*")
_SAYING_WITHIN = 4
"""Words behind the dash among which the word of saying stands."""


def dialogues(doc: Document, marked: Sequence[Quotation]) -> Iterator[Quotation]:
    """Each paragraph of dialogue as one Quotation; none where marks already quote its head."""
    heads = {item.span.start for item in marked}
    for block in doc.blocks_of(Role.BODY):
        lead = _LEAD.match(doc.text, block.span.start, block.span.end)
        if not lead or lead.end() in heads:
            continue
        pieces = tuple(_speech(doc, block, lead.end()))
        if pieces:
            yield Quotation(
                span=Span(block.span.start, pieces[-1].end),
                made_by="quotation/dialogue",
                pieces=pieces,
            )


def _speech(doc: Document, block: Block, start: int) -> Iterator[Span]:
    """The stretches between the narrator's asides."""
    speaking = True
    for turn in _TURN.finditer(doc.text, start, block.span.end):
        if speaking:
            if not _says(doc, turn.end(), block.span.end):
                continue
            yield Span(start, turn.start())
            speaking = False
        else:
            start = turn.end()
            speaking = True
    if speaking and start < block.span.end:
        yield Span(start, block.span.end)


def _says(doc: Document, start: int, end: int) -> bool:
    forms = cue_forms(doc.lang)
    for count, word in enumerate(_WORD.finditer(doc.text, start, end)):
        if count >= _SAYING_WITHIN:
            return False
        if word.group().lower() in forms:
            return True
    return False
