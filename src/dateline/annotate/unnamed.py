"""
Groups of experts that are not named ("analysts", "most military experts").

Only where the words name no body, no person and no study: what stands before and after decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Unnamed
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.phrases import Phrases, fold
from dateline.lang.rules import LANGUAGES, lists

_WORD = re.compile(r"\w+")
_BEFORE = 2
_ENDS = re.compile(r"[.;:!?\n]")
_AFTER = re.compile(r"\s(\w+)")
_NEXT = re.compile(r",?\s(\w)\w")


@component(version=1, writes=(Unnamed,))
def unnamed(doc: Document, _layers: Layers) -> Iterator[Unnamed]:
    """Each such group of the body."""
    for start, end, _ in _groups().find(doc.text):
        span = Span(start, end)
        following = _NEXT.match(doc.text, end)
        if doc.role_at(span) is not Role.BODY or (following and following[1].isupper()):
            continue
        if fold(_WORD.findall(doc.quote(span))[-1]) in _words("singular"):
            continue
        clause = _ENDS.split(doc.text[max(0, start - 40) : start])[-1]
        before = _WORD.findall(clause)[-_BEFORE:]
        after = _AFTER.match(doc.text, end)
        if any(fold(word) in _words("known_before") for word in before):
            continue
        if not (after and fold(after[1]) in _words("known_after")):
            yield Unnamed(span=span, made_by="unnamed/group")


@cache
def _groups() -> Phrases:
    return Phrases(
        (language, cell)
        for language in LANGUAGES
        for cell in lists(language, "unnamed").get("groups", ())
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(w for lang in LANGUAGES for w in lists(lang, "unnamed").get(name, ()))
