"""
Bring quotations that go on to the record they belong to.

A quotation that follows in the same paragraph, or carries on over paragraphs, and has no cue of
its own is one more piece of the record before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from dateline.claim.draft import Draft
from dateline.claim.near import Near, items_near
from dateline.claim.scene import speech
from dateline.core.document import Document
from dateline.core.mentions import Quotation
from dateline.core.span import Span


def gathered(doc: Document, quotations: Sequence[Quotation], drafts: list[Draft]) -> list[Draft]:
    """The drafts, each with the quotations that are its own; no two with the same pieces."""
    speeches = items_near([item for item in quotations if not item.scare and not item.depth])
    whole = [_widened(doc, draft, speeches) for draft in _distinct(drafts)]
    held = Near([piece for draft in whole for piece in draft.pieces], lambda span: span)
    ends = {_end(draft): at for at, draft in enumerate(whole) if draft.link}
    for item in quotations:
        if item.scare or item.depth or held.overlapping(item.span):
            continue
        owner = ends.get(_last_letter(doc.text, item.span.start))
        if owner is not None:
            pieces = (*whole[owner].pieces, *speech(doc, item))
            whole[owner] = replace(whole[owner], content=pieces)
            ends[_end(whole[owner])] = owner
    return whole


def _end(draft: Draft) -> int:
    """Where the record ends, its sentence included."""
    return max(draft.sentence.end, draft.pieces[-1].end)


def _last_letter(text: str, at: int) -> int:
    """Behind the last character before `at` that is no white space."""
    while at and text[at - 1].isspace():
        at -= 1
    return at


def _distinct(drafts: list[Draft]) -> list[Draft]:
    ordered = sorted(drafts, key=lambda draft: (draft.sentence, draft.pieces))
    return ordered[:1] + [
        draft for before, draft in pairwise(ordered) if before.pieces != draft.pieces
    ]


def _widened(doc: Document, draft: Draft, quotations: Near[Quotation]) -> Draft:
    """A piece that begins or ends inside a quotation of speech takes the whole of it."""
    pieces: list[Span] = []
    for piece in draft.pieces:
        for span in _whole(doc, piece, quotations):
            if not pieces or not pieces[-1].overlaps(span):
                pieces.append(span)
            elif span.end > pieces[-1].end:
                pieces[-1] = Span(pieces[-1].start, span.end)
    return replace(draft, content=tuple(pieces))


def _whole(doc: Document, piece: Span, quotations: Near[Quotation]) -> tuple[Span, ...]:
    start, end = piece.start, piece.end
    for item in quotations.overlapping(piece):
        spans = speech(doc, item)
        if len(spans) > 1 and item.span.covers(piece):
            return spans
        if spans[0].start <= start < item.span.end:
            start = spans[0].start
        if item.span.start < end < item.span.end:
            end = item.span.end
    return (Span(start, end),)
