"""Russian and Ukrainian noun phrases that can be a source."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.document import Document
from dateline.core.mentions import Name, Sentence


def slavic_names(doc: Document, sentence: Sentence) -> Iterator[Name]:
    """The names of one sentence, in text order, none inside another."""
    return iter(())
