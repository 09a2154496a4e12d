"""
What programs leave in a text: words of a theme's demo, of a translator, letters gone wrong.

Three signs: a phrase of the list; bytes of UTF-8 read as another encoding; a word with letters of
two alphabets. Code of the page is furniture and no business of this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.core.agreements import Residue
from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.phrases import Phrases
from dateline.lang.rules import LANGUAGES, lists

_GARBLED = re.compile(r"\S*(?:â€[™œ“”˜\x9d\x99]|Ð[\u0080-\u00bf°±²³]Ñ|Ð[°±²³µ¸¾]|\ufffd)\S*")
_WORD = re.compile(r"(?<![\w@#/.-])[^\W\d_]{5,}(?![\w@/-]|\.\w)")
_LATIN, _CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[Ѐ-ӿ]")
_SKIPPED = (Role.FURNITURE,)


@component(version=1, writes=(Residue,))
def residues(doc: Document, _layers: Layers) -> Iterator[Residue]:
    """Each such place outside furniture, of each sign."""
    found = [
        *((Span(f.start, f.end), f.keys[0]) for f in _phrases().find(doc.text)),
        *((Span(*m.span()), "encoding") for m in _GARBLED.finditer(doc.text)),
        *((Span(*m.span()), "alphabets") for m in _mixed(doc.text)),
    ]
    for span, kind in found:
        if doc.role_at(span) not in _SKIPPED:
            yield Residue(span=span, made_by=f"residue/{kind}", type=kind)


def _mixed(text: str) -> Iterator[re.Match[str]]:
    """Words with Latin and Cyrillic letters, each alphabet more than once or within the word."""
    if not (_LATIN.search(text) and _CYRILLIC.search(text)):
        return
    for match in _WORD.finditer(text):
        word = match.group()
        if _LATIN.search(word) and _CYRILLIC.search(word):
            yield match


@cache
def _phrases() -> Phrases:
    return Phrases(
        (kind, cell) for language in LANGUAGES for kind, cell in lists(language, "residue").items()
    )
