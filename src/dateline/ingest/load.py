"""One input, whatever its kind, becomes a Document."""

from __future__ import annotations

from dateline.core.document import Document, Published
from dateline.ingest.files import read_bytes
from dateline.ingest.plain import from_text


def load(path: str, *, published: Published | None = None, lang: str | None = None) -> Document:
    """
    The document in a file, or in standard input for `-`.

    Raises:
        IngestError: it cannot become a document; the message does not repeat the path.
    """
    text = read_bytes(path).decode("utf-8", "replace")
    return from_text(text, published=published, lang=lang)
