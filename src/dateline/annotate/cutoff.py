"""
Where a report breaks off: a last paragraph without an end, or with the words of a teaser.

Whether that is worth telling is for the checker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.core.agreements import CutOff
from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.rules import LANGUAGES, lists

_A_REPORT = 300
"""Code points of body from which a text is a whole report."""
_A_PARAGRAPH = 60
"""Code points from which a line is a paragraph, and no signature, list or caption."""
_SHOWN = 40
_ENDS = ".!?…»”\"')]:;"
_LAST_WORDS = re.compile(r"\S+(?:\s+\S+){0,4}\s*$")
_WORD = re.compile(r"[^\W\d_]+")


@component(version=1, writes=(CutOff,))
def cutoffs(doc: Document, _layers: Layers) -> Iterator[CutOff]:
    """The end of the text, where it is none."""
    body = [block for block in doc.blocks_of(Role.BODY) if len(block.span) >= _A_PARAGRAPH]
    if sum(len(block.span) for block in body) < _A_REPORT or doc.lang not in LANGUAGES:
        return
    last = doc.blocks_of(Role.BODY)[-1]
    words = doc.quote(last.span).rstrip()
    if len(words) < _A_PARAGRAPH or not words:
        return
    why = _why(words)
    if why:
        match = _LAST_WORDS.search(words[-_SHOWN:])
        start = last.span.start + len(words) - len(match[0] if match else words[-_SHOWN:])
        yield CutOff(
            span=Span(start, last.span.start + len(words)), made_by=f"cutoff/{why}", why=why
        )


def _why(words: str) -> str:
    """How it shows; empty where the paragraph has an end."""
    tail = words.lower().rstrip(".…[]() ")
    if any(tail.endswith(teaser) for teaser in _list("teasers")):
        return "teaser"
    if words.endswith(("[…]", "[...]")):
        return "ellipsis"
    if words[-1] in _ENDS or (not words[-1].isalnum() and words[-1] != ","):
        return ""
    if words[-1] == ",":
        return "mark"
    found = _WORD.findall(words)
    return "word" if found and found[-1].lower() in _list("no_end") else ""


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(w for lang in LANGUAGES for w in lists(lang, "endings_of_text").get(name, ()))
