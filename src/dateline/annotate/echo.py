"""
Claims of the body in which the words of the headline come again, and words of confirming.

How much has to come again, and what follows when the body is less sure, is for the checkers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.core.agreements import Confirmation, Echo
from dateline.core.claim import Claim, Voice
from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.phrases import fold
from dateline.lang.rules import LANGUAGES, lists

_WORD = re.compile(r"[^\W\d_]+|\d+")
_LONG, _BEGINNING = 4, 5
_NEGATION_REACH = 5


@component(version=1, reads=(Claim, Sentence), writes=(Echo,))
def echoes(doc: Document, layers: Layers) -> Iterator[Echo]:
    """Each claim of the body that shares words with what the headline says in its own voice."""
    claims = layers.of(Claim)
    heads = [
        c for c in claims if doc.role_at(c.span) is Role.HEADLINE and c.voice is Voice.OWN_VOICE
    ]
    if not heads:
        return
    homes = [s.span for s in layers.of(Sentence)]
    body = [(c, _home(c.span, homes)) for c in claims if doc.role_at(c.span) is Role.BODY]
    for head in heads:
        mine = _beginnings(doc.quote(head.span))
        for claim, home in body:
            if shared := mine & _beginnings(doc.quote(home)):
                yield Echo(
                    span=head.span,
                    made_by="echo/words",
                    claim=claim.id,
                    shared=round(len(shared) / len(mine), 2),
                )


@component(version=1, writes=(Confirmation,))
def confirmations(doc: Document, _layers: Layers) -> Iterator[Confirmation]:
    """Each word of confirming, with whether it is negated within its clause."""
    for match in _confirming().finditer(doc.text):
        span = Span(match.start(), match.end())
        if doc.role_at(span) not in (Role.HEADLINE, Role.BODY):
            continue
        clause = re.split(r"[.,;:!?\n]", doc.text[max(0, span.start - 60) : span.start])[-1]
        before = {fold(word) for word in _WORD.findall(clause)[-_NEGATION_REACH:]}
        negated = bool(match["negated"]) or not before.isdisjoint(_list("negations"))
        yield Confirmation(span=span, made_by="confirmation/word", negated=negated)


def _home(span: Span, homes: list[Span]) -> Span:
    return next((home for home in homes if home.overlaps(span)), span)


def _beginnings(text: str) -> frozenset[str]:
    """How the longer words begin: enough to know a word in another form."""
    words = (fold(word) for word in _WORD.findall(text))
    return frozenset(w[:_BEGINNING] for w in words if len(w) >= _LONG or w.isdigit())


@cache
def _confirming() -> re.Pattern[str]:
    stems = "|".join(sorted(_list("stems")))
    prefixes = "|".join(sorted(_list("negated_prefixes")))
    return re.compile(rf"(?i:\b(?P<negated>{prefixes})?(?:{stems})\w*)")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(w for lang in LANGUAGES for w in lists(lang, "confirming").get(name, ()))
