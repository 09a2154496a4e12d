"""The outlet's own narration: each sentence that no source is given for, or the rest of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.claim.draft import Draft
from dateline.core.document import Document, Role
from dateline.core.mentions import Sentence
from dateline.core.span import Span
from dateline.lang.words import cut

_FEWEST_WORDS = 4


def own_voice(doc: Document, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for each sentence of the body that no attribution touches."""
    taken = sorted(
        span
        for draft in drafts
        if draft.link
        for span in (*draft.pieces, *draft.link.source, *_cue(draft))
    )
    return list(_free(doc, sentences, taken))


def _cue(draft: Draft) -> tuple[Span, ...]:
    return (draft.link.cue.span,) if draft.link and draft.link.cue else ()


def _free(doc: Document, sentences: Sequence[Sentence], taken: list[Span]) -> Iterator[Draft]:
    for sentence in sentences:
        if doc.role_at(sentence.span) not in (Role.BODY, Role.HEADLINE):
            continue
        if any(span.overlaps(sentence.span) for span in taken):
            continue
        words = [
            word
            for word in cut(doc.text, sentence.span.start, sentence.span.end)
            if word.text[0].isalpha()
        ]
        if len(words) >= _FEWEST_WORDS:
            yield Draft(sentence=sentence.span, content=(sentence.span,))
