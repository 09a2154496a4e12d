"""
Paths become documents, one after the other; what cannot be read becomes a Failure.

`find_files` says what a list of paths stands for, so that a command can count it beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from msgspec.structs import replace

from dateline.core.document import Document, Published
from dateline.core.errors import IngestError
from dateline.core.failure import Failure
from dateline.ingest.addresses import is_address
from dateline.ingest.files import SUFFIXES, Found, find_files
from dateline.ingest.given import language_option, published_option
from dateline.ingest.load import from_bytes, load

__all__ = ["SUFFIXES", "Found", "find_files", "load_file", "load_paths"]


def load_file(
    path: str | Path, *, published: str | None = None, lang: str | None = None
) -> Document | Failure:
    """
    The document in one file, at one address of the web, or in standard input for `-`.

    Raises:
        UsageError: `published` or `lang` cannot be used.
    """
    when, language = published_option(published), language_option(lang)
    try:
        if is_address(str(path)):
            return _fetched(str(path), published=when, lang=language)
        return load(str(path), published=when, lang=language)
    except IngestError as error:
        return Failure(str(path), str(error))


def _fetched(url: str, *, published: Published | None, lang: str | None) -> Document:
    from dateline.ingest.fetch import fetch

    got = fetch(url)
    name = urlsplit(got.final_url).path
    doc = from_bytes(got.content, name=name, published=published, lang=lang)
    return replace(doc, url=doc.url or got.final_url, origin=url)


def load_paths(
    paths: Iterable[str | Path], *, published: str | None = None, lang: str | None = None
) -> Iterator[Document | Failure]:
    """Each file that `paths` stand for, in the order of `find_files`; raises as `load_file`."""
    for path in find_files(paths).files:
        yield load_file(path, published=published, lang=lang)
