"""
Quoted words beside the words of the report that are most like them.

A headline's quotation is looked for in the body; a quotation of the body among the others. How much
has to be shared, and what a difference means, is for the checkers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from dateline.annotate.links import link_words
from dateline.core.agreements import Requoted
from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Quotation
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.numerals import is_number
from dateline.lang.phrases import fold, stem
from dateline.lang.rules import LANGUAGES

_WORD = re.compile(r"\w+")
_FEWEST, _FEWEST_IN_BODY = 4, 6
_LONG = 4
_PARALLEL, _MOST_SWAPPED = 0.7, 2


class _Words(NamedTuple):
    span: Span
    words: tuple[str, ...]
    stems: tuple[str, ...]


@component(version=1, reads=(Quotation,), writes=(Requoted,))
def requoted(doc: Document, layers: Layers) -> Iterator[Requoted]:
    """One for each quotation of the headline, and for each pair of the body that runs parallel."""
    if doc.lang not in LANGUAGES:
        return
    speech = [q for q in layers.of(Quotation) if q.depth == 0 and _is_speech(doc, q)]
    head = [q for q in speech if doc.role_at(q.span) is Role.HEADLINE]
    body = [_read(doc, q) for q in speech if doc.role_at(q.span) is Role.BODY]
    for quotation in head:
        yield from _headline(doc, _read(doc, quotation), body)
    for at, later in enumerate(body):
        for earlier in body[:at]:
            if doc.block_at(earlier.span.start) != doc.block_at(later.span.start):
                yield from _pair(later, earlier)


def _is_speech(doc: Document, quotation: Quotation) -> bool:
    """Whether it is no term in marks: in the body, four words and more are rather somebody's."""
    words = sum(len(_WORD.findall(doc.quote(piece))) for piece in quotation.pieces)
    said = doc.role_at(quotation.span) is Role.BODY and words >= _FEWEST
    return not quotation.scare or said


def _read(doc: Document, quotation: Quotation) -> _Words:
    text = " ".join(doc.quote(piece) for piece in quotation.pieces)
    return _cut(Span(quotation.pieces[0].start, quotation.pieces[-1].end), text)


def _cut(span: Span, text: str) -> _Words:
    words = tuple(fold(word) for word in _WORD.findall(text))
    return _Words(span, words, tuple(map(stem, words)))


def _headline(doc: Document, quoted: _Words, body: list[_Words]) -> Iterator[Requoted]:
    """How much of the headline's quotation any one block of the body holds."""
    if len(quoted.words) < _FEWEST or not body:
        return
    blocks = [_cut(b.span, doc.quote(b.span)) for b in doc.blocks_of(Role.BODY)]
    shared = max((_shared(quoted, block) for block in blocks), default=0.0)
    parallel = next((r for other in body for r in _pair(quoted, other)), None)
    yield parallel or Requoted(
        span=quoted.span, made_by="requoted/headline", nearest=None, shared=round(shared, 2)
    )


def _shared(quoted: _Words, block: _Words) -> float:
    """The part of the quotation's longer words that the block has in any form."""
    long = {s for s, w in zip(quoted.stems, quoted.words, strict=True) if len(w) >= _LONG}
    return len(long & set(block.stems)) / len(long) if long else 1.0


def _pair(later: _Words, earlier: _Words) -> Iterator[Requoted]:
    """The two quotations where they run parallel and differ in a word that carries meaning."""
    if min(len(later.words), len(earlier.words)) < _FEWEST_IN_BODY:
        return
    match = SequenceMatcher(a=later.stems, b=earlier.stems, autojunk=False)
    if match.ratio() < _PARALLEL:
        return
    changed = tuple(_changed(later, earlier, match.get_opcodes()))
    if changed:
        yield Requoted(
            span=later.span,
            made_by="requoted/parallel",
            nearest=earlier.span,
            shared=round(match.ratio(), 2),
            changed=changed,
        )


def _changed(
    later: _Words, earlier: _Words, codes: Sequence[tuple[str, int, int, int, int]]
) -> Iterator[tuple[str, str]]:
    """Words put in the place of others, and negations put in or left out."""
    for code, a, b, c, d in codes:
        here, there = later.words[a:b], earlier.words[c:d]
        swapped = code == "replace" and len(here) == len(there) <= _MOST_SWAPPED
        short = len(here) + len(there) <= _MOST_SWAPPED
        negated = code in ("insert", "delete") and not _negations().isdisjoint(here + there)
        if (negated and short) or (swapped and _carries(here) and _carries(there)):
            yield " ".join(here), " ".join(there)


def _carries(words: Sequence[str]) -> bool:
    return any(len(word) >= _LONG or word[0].isdigit() or is_number(word) for word in words)


@cache
def _negations() -> frozenset[str]:
    return link_words("negation")
