"""One input, whatever its kind, becomes a Document."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.core.document import Document, Published
from dateline.core.errors import EmptyDocument
from dateline.ingest.decode import decode
from dateline.ingest.files import read_bytes
from dateline.ingest.kind import Kind, kind_of
from dateline.ingest.markdown import from_markdown
from dateline.ingest.mhtml import is_mhtml, page_in
from dateline.ingest.plain import from_text, refuse_long


def load(path: str, *, published: Published | None = None, lang: str | None = None) -> Document:
    """
    The document in a file, or in standard input for `-`.

    Raises:
        IngestError: it cannot become a document; the message does not repeat the path.
    """
    doc = from_bytes(read_bytes(path), name=path, published=published, lang=lang)
    return replace(doc, origin=path)


def from_bytes(
    data: bytes, *, name: str = "", published: Published | None = None, lang: str | None = None
) -> Document:
    """
    The document in `data`; `name` helps only where the bytes do not tell their kind.

    What the caller says of date and language goes before what the page says.

    Raises:
        IngestError: it cannot become a document.
    """
    archived = is_mhtml(data)
    text = page_in(data) if archived else decode(data)
    kind = Kind.HTML if archived else kind_of(text, name)
    if kind is Kind.HTML:
        from dateline.ingest.html import from_html

        doc = from_html(text, published=published, lang=lang)
    elif kind is Kind.MARKDOWN:
        doc = from_markdown(text, published=published, lang=lang)
    else:
        doc = from_text(text, published=published, lang=lang)
    refuse_long(doc.text)
    if not doc.text.strip():
        raise EmptyDocument("empty: want a report as plain text, Markdown or HTML")
    return doc
