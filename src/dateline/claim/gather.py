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
from dateline.claim.scene import speech
from dateline.core.document import Document
from dateline.core.mentions import Quotation
from dateline.core.span import Span


def gathered(doc: Document, quotations: Sequence[Quotation], drafts: list[Draft]) -> list[Draft]:
    """The drafts, each with the quotations that are its own; no two with the same pieces."""
    whole = [_widened(doc, draft, quotations) for draft in _distinct(drafts)]
    for item in quotations:
        if item.scare or item.depth or any(_holds(draft, item.span) for draft in whole):
            continue
        owner = _owner(doc, item, whole)
        if owner is not None:
            pieces = (*whole[owner].pieces, *speech(doc, item))
            whole[owner] = replace(whole[owner], content=pieces)
    return whole


def _distinct(drafts: list[Draft]) -> list[Draft]:
    ordered = sorted(drafts, key=lambda draft: (draft.sentence, draft.pieces))
    return ordered[:1] + [
        draft for before, draft in pairwise(ordered) if before.pieces != draft.pieces
    ]


def _widened(doc: Document, draft: Draft, quotations: Sequence[Quotation]) -> Draft:
    """A piece that begins or ends inside a quotation of speech takes the whole of it."""
    pieces: list[Span] = []
    for piece in draft.pieces:
        for span in _whole(doc, piece, quotations):
            if not pieces or not pieces[-1].overlaps(span):
                pieces.append(span)
            elif span.end > pieces[-1].end:
                pieces[-1] = Span(pieces[-1].start, span.end)
    return replace(draft, content=tuple(pieces))


def _whole(doc: Document, piece: Span, quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    start, end = piece.start, piece.end
    for item in quotations:
        if item.depth or item.scare or not item.span.overlaps(piece):
            continue
        spans = speech(doc, item)
        if len(spans) > 1 and item.span.covers(piece):
            return spans
        if spans[0].start <= start < item.span.end:
            start = spans[0].start
        if item.span.start < end < item.span.end:
            end = item.span.end
    return (Span(start, end),)


def _holds(draft: Draft, span: Span) -> bool:
    return any(piece.overlaps(span) for piece in draft.pieces)


def _owner(doc: Document, item: Quotation, drafts: list[Draft]) -> int | None:
    """The last record before the quotation with nothing but space between its end and it."""
    best: tuple[int, int] | None = None
    for at, draft in enumerate(drafts):
        end = max(draft.sentence.end, draft.pieces[-1].end)
        if draft.link is None or end > item.span.start:
            continue
        if doc.text[end : item.span.start].strip(" \n\r\t") == "":
            best = max(best, (end, at)) if best else (end, at)
    return best[1] if best else None
