"""Which claim a denial or a non-confirmation answers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.core.claim import Claim
from dateline.core.document import Document, Role
from dateline.core.mentions import Act
from dateline.lang.stems import stem
from dateline.lang.words import cut

_ANSWERS = (Act.DENY, Act.NOT_CONFIRM, Act.UNVERIFIED, Act.DECLINE)
_SHORTEST_WORD = 4
_BEGINNING = 5
"""Letters by which `crossing` and `crossed` are one word."""


def answered(doc: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each answering one with the id of what it answers, where one can be told."""
    ordered = sorted(claims, key=lambda claim: (claim.span, claim.id))
    return [
        replace(claim, answers=_target(doc, claim, ordered)) if claim.act in _ANSWERS else claim
        for claim in ordered
    ]


def _target(doc: Document, claim: Claim, ordered: Sequence[Claim]) -> str | None:
    """The first claim of the body that shares most words; one before it, where none shares any."""
    words = _content_words(doc, claim)
    best: tuple[int, int, str] | None = None
    for other in ordered:
        if other.id == claim.id or other.act in _ANSWERS or not (other.source or other.cue):
            continue
        if doc.role_at(other.span) is Role.HEADLINE:
            continue
        if any(piece.overlaps(span) for piece in other.content for span in claim.content):
            continue
        shared = len(words & _content_words(doc, other))
        before = other.span.start < claim.span.start
        rank = (shared, -other.span.start, other.id)
        if (shared or before) and (best is None or rank > best):
            best = rank
    return best[2] if best else None


def _content_words(doc: Document, claim: Claim) -> set[str]:
    """The beginnings of the longer words of the content that are not its own source and cue."""
    own = (*claim.source, *claim.cue)
    return {
        stem(doc.lang, word.low)[:_BEGINNING]
        for piece in claim.content
        for word in cut(doc.text, piece.start, piece.end)
        if len(word.text) >= _SHORTEST_WORD
        if not any(span.start <= word.start < span.end for span in own)
    }
