"""
Abbreviations in capitals, what the glossary says of them, and the known ones they are near.

Near means: of the same length, the same first letter, one other letter changed. An abbreviation
that the report itself spells out is not unknown, and a text of another field
has nothing near. Whether it is a slip is for a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Abbreviation
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.world.terms import field_phrases, glossary

_LETTERS = re.compile(r"(?<![\w.&/@#’'-])[^\W\d_]{3,6}(?![\w&/@’'-]|\.\w)")
_WORD = re.compile(r"\w+")
_ROMAN = re.compile(r"[IVXLCDM]+")
_BESIDE = 12


@component(version=1, writes=(Abbreviation,))
def abbreviation(doc: Document, _layers: Layers) -> Iterator[Abbreviation]:
    """Each run of three to six capitals that stands alone; none in furniture or shouted lines."""
    of_field = bool(field_phrases().find(doc.text))
    for match in _LETTERS.finditer(doc.text):
        words, span = match.group(), Span(match.start(), match.end())
        if not words.isupper() or _is_shouted(doc.text, span):
            continue
        if doc.role_at(span) is Role.FURNITURE:
            continue
        entry = glossary().get(words)
        expansion = entry.words if entry else _spelled_out(doc.text, words)
        near = _near(words, doc.lang) if of_field and not expansion else ()
        yield Abbreviation(
            span=span, made_by="abbreviation/capitals", expansion=expansion, near=near
        )


def _is_shouted(text: str, span: Span) -> bool:
    """Whether the words beside it are in capitals too: then it is a word of a shouted line."""
    before = _WORD.findall(text[max(0, span.start - _BESIDE) : span.start])
    after = _WORD.findall(text[span.end : span.end + _BESIDE])
    return any(len(word) > 1 and word.isupper() for word in (*before[-1:], *after[:1]))


def _spelled_out(text: str, words: str) -> str | None:
    """The words of this text whose initials it is, where it stands beside them in brackets."""
    at = text.find(f"({words})")
    if at < 0:
        return None
    before = _WORD.findall(text[max(0, at - 120) : at])
    initials = [word for word in before if word[0].isupper()][-len(words) :]
    return " ".join(initials) if initials else None


@cache
def _near(words: str, language: str) -> tuple[str, ...]:
    if _ROMAN.fullmatch(words):
        return ()
    return tuple(
        sorted(
            known
            for known, entry in glossary().items()
            if entry.is_of_field
            and entry.lang == language
            and len(known) == len(words)
            and known[0] == words[0]
            if sum(a != b for a, b in zip(known, words, strict=True)) == 1
        )
    )
