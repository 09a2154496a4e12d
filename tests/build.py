"""Make the smallest document or item that a test needs, and nothing more."""

from __future__ import annotations

from dateline.core.document import Block, Document, Published, Role
from dateline.core.span import Span


def document(
    *paragraphs: str, headline: str = "", published: str | None = None, lang: str = "en"
) -> Document:
    """A document of a headline and paragraphs, joined by one blank line each."""
    texts = [(Role.HEADLINE, headline)] * bool(headline) + [(Role.BODY, p) for p in paragraphs]
    blocks: list[Block] = []
    at = 0
    for role, text in texts:
        if text:
            blocks.append(Block(Span(at, at + len(text)), role, "test"))
        at += len(text) + 2
    return Document(
        id="test",
        text="\n\n".join(t for _, t in texts),
        lang=lang,
        blocks=tuple(blocks),
        published=Published(published, "test") if published else None,
    )


def span_of(doc: Document, words: str, nth: int = 0) -> Span:
    """Where `words` stand in `doc`, the `nth` time; raises ValueError where they do not."""
    at = -1
    for _ in range(nth + 1):
        at = doc.text.index(words, at + 1)
    return Span(at, at + len(words))
