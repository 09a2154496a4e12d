"""What the whole pipeline says was done and counted in a text."""

from __future__ import annotations

from typing import NamedTuple

from build import document

from dateline.core.document import Document
from dateline.core.happened import Counted, Deed
from dateline.core.layers import Layers
from dateline.core.span import Span
from dateline.pipeline.standard import standard


class Done(NamedTuple):
    """The main deed in words; empty where the sentence does not tell."""

    event: str
    actor: str
    recipient: str
    side: str


def read(text: str, lang: str) -> tuple[Document, Layers]:
    return standard()(document(text, lang=lang))


def done(text: str, lang: str) -> Done | None:
    """The first main deed of the text."""
    doc, layers = read(text, lang)

    def quote(span: Span | None) -> str:
        return doc.quote(span) if span else ""

    for deed in layers.of(Deed):
        if deed.main:
            return Done(deed.event, quote(deed.actor), quote(deed.recipient), deed.side)
    return None


def counts(text: str, lang: str) -> list[tuple[str, int | None, int | None, int | None]]:
    """Each count of the text: what became of them, best, low, high."""
    _, layers = read(text, lang)
    return [(c.state, c.best, c.low, c.high) for c in layers.of(Counted)]
