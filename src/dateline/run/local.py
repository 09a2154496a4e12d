"""Read one report in this process: what `dateline.read` and every command stand on."""

from __future__ import annotations

from pathlib import Path

from dateline import __version__
from dateline.core.document import Document
from dateline.core.errors import IngestError
from dateline.core.record import Record
from dateline.ingest.files import SUFFIXES
from dateline.ingest.given import language_option, published_option
from dateline.ingest.load import load
from dateline.ingest.plain import from_text
from dateline.pipeline.standard import standard
from dateline.present.record import record

_LONGEST_PATH = 1024


def read(path_or_text: str | Path, published: str | None = None, lang: str | None = None) -> Record:
    """
    The record of one report, in a file or as text.

    A `Path`, and a `str` that names an existing file, is read as a file (plain text, Markdown or
    HTML); any other `str` is the report itself. Text from strangers goes through `read_text`,
    which never opens a file. `published` is `2025-06-09` or `2025-06-09T08:00+03:00`; without it,
    and without `lang`, the page itself is asked.

    Raises:
        UsageError: `published` or `lang` is not such a value.
        IngestError: the file cannot be read, or holds no report.
    """
    when = published_option(published, option="published")
    language = language_option(lang, option="lang")
    if isinstance(path_or_text, Path) or _names_file(path_or_text):
        try:
            doc = load(str(path_or_text), published=when, lang=language)
        except IngestError as error:
            raise type(error)(f"{path_or_text}: {error}") from error
        return read_document(doc)
    return read_document(from_text(path_or_text, published=when, lang=language))


def read_text(text: str, published: str | None = None, lang: str | None = None) -> Record:
    """The record of a report given as text, whatever the text; raises UsageError as `read`."""
    when = published_option(published, option="published")
    language = language_option(lang, option="lang")
    return read_document(from_text(text, published=when, lang=language))


def read_document(doc: Document) -> Record:
    """The record of a document that `ingest` has made."""
    pipeline = standard()
    doc, layers = pipeline(doc)
    return record(doc, layers, pipeline.check(doc, layers), version=__version__)


def _names_file(text: str) -> bool:
    """Whether `text` names a file, or is so plainly a path that its absence must be told."""
    if len(text) > _LONGEST_PATH or "\n" in text:
        return False
    try:
        if Path(text).is_file():
            return True
    except (OSError, ValueError):
        return False
    return " " not in text and text.lower().endswith(SUFFIXES)
