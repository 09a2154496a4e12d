"""
Whose statement it is: the person or body behind a paper that speaks for one.

`The ministry's declaration`, `His remarks`, `в сообщении ведомства`, or a bare `в сводке` behind
somebody who has just spoken. Documents and recordings speak for themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.core.mentions import Name, NameKind
from dateline.core.span import Span
from dateline.lang.words import Word, cut
from dateline.resolve.coreference import Mentions

_FARTHEST = 4
"""Sentences back among which the one is sought whom a bare paper speaks for."""
_SPEAKERS = (
    NameKind.ORGANISATION,
    NameKind.UNIT,
    NameKind.OUTLET,
    NameKind.PLACE,
    NameKind.PERSON,
)


def owner(mentions: Mentions, name: Name) -> Name | None:
    """The words of the paper's phrase that name or stand for whose it is; None without any."""
    words = cut(mentions.doc.text, name.span.start, name.span.end)
    at = mentions.paper_at(words)
    if name.type is not NameKind.FOOTAGE or at is None:
        return None
    if words[0].low in mentions.possessives and at > 0:
        return _part(name, words[:1], NameKind.PRONOUN)
    close = next((step for step in range(at) if words[step].low in mentions.genitive_marks), None)
    if close:
        return _part(name, words[:close], NameKind.ORGANISATION)
    behind = words[at + 1 :]
    return _part(name, behind, NameKind.ORGANISATION) if behind else None


def _part(name: Name, words: Sequence[Word], kind: NameKind) -> Name:
    span = Span(words[0].start, words[-1].end)
    return replace(name, span=span, head=span, type=kind, title=None)


def last_speaker(mentions: Mentions, name: Name) -> Name | None:
    """Who last said something before a paper without an owner (`говорится в сообщении`)."""
    words = cut(mentions.doc.text, name.span.start, name.span.end)
    at = mentions.paper_at(words)
    if name.type is not NameKind.FOOTAGE or at is None or len(words) > 2:
        return None
    if mentions.pronouns["definite"] and words[0].low not in mentions.pronouns["definite"]:
        return None
    for other in mentions.before(name, _FARTHEST):
        speaks = other.type in _SPEAKERS and mentions.has_spoken(other)
        if speaks and not mentions.is_quoted(other):
            return other
    return None
