"""
Words that name a happening: what a stretch of time can run from or to.

Only looked for where the report counts a stretch from an event ("two weeks after the initial
incursion"). Which happening a word refers to is `resolve`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Happening, Timex
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.rules import LANGUAGES
from dateline.lang.timewords import rows

FIRST_REACH = 3
"""Words before a happening among which `first` still belongs to it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


@component(version=1, reads=(Timex,), writes=(Happening,))
def happening(doc: Document, layers: Layers) -> Iterator[Happening]:
    """Each such word of every readable block, where any `Timex` counts from an event."""
    if not any(item.event for item in layers.of(Timex)):
        return
    classes, firsts = _words("event"), _words("firstw")
    for block in doc.readable:
        before: list[str] = []
        for match in _WORD.finditer(doc.text, block.span.start, block.span.end):
            word = match.group().lower().replace("’", "'")
            if word in classes:
                yield Happening(
                    span=Span(match.start(), match.end()),
                    made_by="happening",
                    type=classes[word],
                    first=any(other in firsts for other in before[-FIRST_REACH:]),
                )
            before.append(word)


@cache
def _words(cat: str) -> dict[str, str]:
    """Form → class, of all languages; the earlier language wins."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for row in rows(language):
            if row.cat == cat:
                found.setdefault(row.form, row.value)
    return found
