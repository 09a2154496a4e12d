"""Words for sound and pictures ("a video", "the footage"), not for statements and papers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.core.agreements import Recording
from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.phrases import Phrases
from dateline.lang.rules import LANGUAGES, lists


@component(version=1, writes=(Recording,))
def recordings(doc: Document, _layers: Layers) -> Iterator[Recording]:
    """Each such word of the body."""
    for start, end, _ in _words().find(doc.text):
        span = Span(start, end)
        if doc.role_at(span) is Role.BODY:
            yield Recording(span=span, made_by="recording/word")


@cache
def _words() -> Phrases:
    return Phrases(
        (language, cell)
        for language in LANGUAGES
        for cell in lists(language, "recordings").get("words", ())
    )
