"""
Claims of the body in which the words of the headline come again, and words of confirming.

How much has to come again, and what follows when the body is less sure, is for the checkers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.core.agreements import Confirmation, Echo
from dateline.core.claim import Certainty, Claim
from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Cue, Quotation, Sentence
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.phrases import fold
from dateline.lang.rules import LANGUAGES, lists

_WORD = re.compile(r"[^\W\d_]+|\d+")
_LONG, _BEGINNING = 4, 5
_NEGATION_REACH = 5
_FEWEST = 3
_MARKED = re.compile(r"[:?]|\s[—–-]\s")
"""Marks by which a headline names a source, asks, or sets two things beside each other."""


@component(version=2, reads=(Claim, Cue, Quotation, Sentence), writes=(Echo,))
def echoes(doc: Document, layers: Layers) -> Iterator[Echo]:
    """Each claim of the body that shares words with a headline that asserts in its own voice."""
    homes = [s.span for s in layers.of(Sentence)]
    body = [c for c in layers.of(Claim) if doc.role_at(c.span) is Role.BODY]
    for block in doc.blocks_of(Role.HEADLINE):
        mine = _beginnings(doc.quote(block.span))
        if len(mine) < _FEWEST or not _asserts(doc, layers, block.span):
            continue
        for claim in body:
            if shared := mine & _beginnings(doc.quote(_home(claim.span, homes))):
                yield Echo(
                    span=block.span,
                    made_by="echo/words",
                    claim=claim.id,
                    shared=round(len(shared) / len(mine), 2),
                )


def _asserts(doc: Document, layers: Layers, span: Span) -> bool:
    """Whether the headline names no source, quotes nobody, and hedges nothing."""
    if any(i.span.overlaps(span) for kind in (Cue, Quotation) for i in layers.of(kind)):
        return False
    for claim in layers.of(Claim):
        sure = claim.certainty is Certainty.CERTAIN and not (claim.negated or claim.future)
        if claim.span.overlaps(span) and (claim.source or claim.conditional or not sure):
            return False
    text = doc.quote(span)
    words = {fold(word) for word in _WORD.findall(text)}
    return not _MARKED.search(text) and words.isdisjoint(_list("hedges") | _list("negations"))


@component(version=1, writes=(Confirmation,))
def confirmations(doc: Document, _layers: Layers) -> Iterator[Confirmation]:
    """Each word of confirming, with whether it is negated within its clause."""
    for match in _confirming().finditer(doc.text):
        span = Span(match.start(), match.end())
        if doc.role_at(span) not in (Role.HEADLINE, Role.BODY):
            continue
        clause = re.split(r"[.,;:!?\n]", doc.text[max(0, span.start - 60) : span.start])[-1]
        before = {fold(word) for word in _WORD.findall(clause)[-_NEGATION_REACH:]}
        after = re.split(r"[.,;:!?\n]", doc.text[span.end : span.end + 60])[0]
        behind = {fold(word) for word in _WORD.findall(after)}
        negated = bool(match["negated"]) or not before.isdisjoint(_list("negations"))
        negated = negated or not behind.isdisjoint(_list("negated_after"))
        yield Confirmation(span=span, made_by="confirmation/word", negated=negated)


def _home(span: Span, homes: list[Span]) -> Span:
    return next((home for home in homes if home.overlaps(span)), span)


def _beginnings(text: str) -> frozenset[str]:
    """How the longer words begin: enough to know a word in another form."""
    words = (fold(word) for word in _WORD.findall(text))
    return frozenset(
        w[:_BEGINNING]
        for w in words
        if w.isdigit() or (len(w) >= _LONG and w not in _list("small"))
    )


@cache
def _confirming() -> re.Pattern[str]:
    stems = "|".join(sorted(_list("stems")))
    prefixes = "|".join(sorted(_list("negated_prefixes")))
    return re.compile(rf"(?i:\b(?P<negated>{prefixes})?(?:{stems})\w*)")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(w for lang in LANGUAGES for w in lists(lang, "confirming").get(name, ()))
