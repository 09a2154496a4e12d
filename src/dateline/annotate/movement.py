"""Words that claim that somebody crossed, entered or captured; who and where, others say."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.parts import component
from dateline.core.presence import Move, Movement
from dateline.core.span import Span
from dateline.lang.rules import rules

_NONE = "none"
"""The type of a rule for words that say it did not happen, or not yet."""


@component(version=1, writes=(Movement,))
def movement(doc: Document, layers: Layers) -> Iterator[Movement]:
    """Each such word of the readable blocks once; where two overlap, the earlier rule has it."""
    taken: list[Span] = []
    for rule in rules(doc.lang, "movement"):
        for block in doc.readable:
            for match in rule.regex.finditer(doc.text, block.span.start, block.span.end):
                span = Span(match.start(), match.end())
                if not _whole(doc.text, span) or any(span.overlaps(other) for other in taken):
                    continue
                taken.append(span)
                if rule.type != _NONE:
                    yield Movement(span=span, made_by=f"movement/{rule.name}", move=Move(rule.type))


def _whole(text: str, span: Span) -> bool:
    """No letter right before or after."""
    before = text[span.start - 1 : span.start]
    return not before.isalpha() and not text[span.end : span.end + 1].isalpha()
