"""The outlet's own narration: each sentence that no source is given for, or the rest of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.claim.draft import Draft
from dateline.claim.near import Near
from dateline.core.document import Document, Role
from dateline.core.mentions import Sentence
from dateline.core.span import Span
from dateline.lang.models import tokens_at
from dateline.lang.rules import lists
from dateline.lang.words import cut

_FEWEST_WORDS = 4
_FINITE = ("VBD", "VBZ", "VBP", "MD", "VERB.Fin")


def own_voice(doc: Document, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for each sentence of the body that no attribution touches."""
    taken = [
        span
        for draft in drafts
        if draft.link
        for span in (*draft.pieces, *draft.link.source, *_cue(draft))
    ]
    return list(_free(doc, sentences, Near(taken, lambda span: span)))


def _cue(draft: Draft) -> tuple[Span, ...]:
    return (draft.link.cue.span,) if draft.link and draft.link.cue else ()


def _free(doc: Document, sentences: Sequence[Sentence], taken: Near[Span]) -> Iterator[Draft]:
    for sentence in sentences:
        if doc.role_at(sentence.span) not in (Role.BODY, Role.HEADLINE):
            continue
        inside = taken.overlapping(sentence.span)
        if inside:
            yield from _before(doc, sentence.span, min(span.start for span in inside))
            yield from _rest(doc, sentence.span, max(span.end for span in inside))
            continue
        words = [
            word
            for word in cut(doc.text, sentence.span.start, sentence.span.end)
            if word.text[0].isalpha()
        ]
        if len(words) >= _FEWEST_WORDS:
            yield Draft(sentence=sentence.span, content=(sentence.span,))


def _before(doc: Document, sentence: Span, start: int) -> Iterator[Draft]:
    """The main clause on which a clause of saying hangs (`Rome sent aid while aides said ...`)."""
    grammar = lists(doc.lang, "grammar")
    opening = (*grammar.get("subordinators", ()), *grammar.get("relatives", ()))
    tokens = tokens_at(doc.lang, doc.text, sentence.start, sentence.end)
    before = [token for token in tokens if token.end <= start]
    if len(before) <= _FEWEST_WORDS or before[0].low in opening or before[-1].low not in opening:
        return
    clause = [token for token in before[:-1] if token.text[0].isalnum()]
    finite = any(token.tag in _FINITE for token in clause[1:])
    if (
        len(clause) >= _FEWEST_WORDS
        and finite
        and before[-1].low not in grammar.get("as_words", ())
    ):
        yield Draft(sentence=sentence, content=(Span(clause[0].start, clause[-1].end),))


def _rest(doc: Document, sentence: Span, end: int) -> Iterator[Draft]:
    """The clause that a contrasting conjunction opens behind an attribution: the outlet's own."""
    if end >= sentence.end:
        return
    tokens = tokens_at(doc.lang, doc.text, sentence.start, sentence.end)
    behind = [token for token in tokens if token.start >= end]
    contrast = lists(doc.lang, "grammar").get("contrast", ())
    if len(behind) < _FEWEST_WORDS + 2 or behind[0].text != "," or behind[1].low not in contrast:
        return
    clause = [token for token in behind[2:] if token.text[0].isalnum()]
    if len(clause) >= _FEWEST_WORDS and any(token.tag in _FINITE for token in clause):
        yield Draft(sentence=sentence, content=(Span(clause[0].start, clause[-1].end),))
