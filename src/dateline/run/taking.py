"""
What is given to `dateline add` becomes documents on their way in, one after the other.

Files and folders as `run.inputs` finds them, and JSON Lines. Each piece keeps its own bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from dateline import __version__
from dateline.core.capture import Capture, Skipped, Taken, digest
from dateline.core.errors import IngestError
from dateline.core.failure import Failure
from dateline.ingest.files import find_files, read_bytes
from dateline.ingest.given import language_option, published_option
from dateline.ingest.jsonl import document_of_line

Incoming = Taken | Failure | Skipped
TOOL = f"dateline {__version__}"


def take_paths(paths: Iterable[str | Path], *, fetched: str) -> Iterator[Incoming]:
    """Each file that the paths stand for; what a folder holds beside reports is Skipped."""
    found = find_files(paths)
    for path in found.skipped:
        yield Skipped(path, "not a report by its name")
    for path in found.files:
        try:
            content = read_bytes(path)
        except IngestError as error:
            yield Failure(path, str(error))
            continue
        yield Taken(capture=_capture(content, fetched, container=path), content=content)


def take_lines(
    lines: Iterable[bytes],
    *,
    name: str,
    fetched: str,
    published: str | None = None,
    lang: str | None = None,
) -> Iterator[Incoming]:
    """Each line that is not blank; `published` and `lang` are as `read_jsonl` has them."""
    when, language = published_option(published), language_option(lang)
    for number, line in enumerate(lines, 1):
        content = line.strip()
        if not content:
            continue
        doc = document_of_line(content, number, published=when, lang=language)
        if isinstance(doc, Failure):
            yield msgspec.structs.replace(doc, path=f"{name}: {doc.path}")
        elif not doc.text.strip():
            yield Skipped(f"{name}: line {number}", "no words in it")
        else:
            capture = _capture(content, fetched, container=f"{name}:{number}", url=doc.url)
            yield Taken(capture=capture, content=content, document=doc)


def _capture(content: bytes, fetched: str, *, container: str, url: str | None = None) -> Capture:
    return Capture(
        sha256=digest(content),
        size=len(content),
        fetched=fetched,
        tool=TOOL,
        url=url,
        container=container,
    )
