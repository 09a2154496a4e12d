"""Read one report in this process: what `dateline.read` and every command stand on."""

from __future__ import annotations

from pathlib import Path

from dateline import __version__
from dateline.core.document import Document, Published
from dateline.core.record import Record
from dateline.ingest.plain import from_text
from dateline.pipeline.standard import standard
from dateline.present.record import record


def read(path_or_text: str | Path, published: str | None = None, lang: str | None = None) -> Record:
    """
    The record of one report.

    A `Path` is read as a file (plain text, Markdown or HTML); a string is the report itself.
    """
    text = path_or_text.read_text("utf-8") if isinstance(path_or_text, Path) else path_or_text
    when = Published(published, "given") if published else None
    return read_document(from_text(text, published=when, lang=lang))


def read_document(doc: Document) -> Record:
    """The record of a document that `ingest` has made."""
    pipeline = standard()
    doc, layers = pipeline(doc)
    return record(doc, layers, pipeline.check(doc, layers), version=__version__)
