"""JSON Lines on their way into the archive: each line keeps its own bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from dateline.core.capture import Skipped, Taken
from dateline.core.failure import Failure
from dateline.ingest.given import language_option, published_option
from dateline.ingest.jsonl import document_of_line
from dateline.ingest.pieces import Piece, capture

Incoming = Piece


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
            yield replace(doc, path=f"{name}: {doc.path}")
        elif not doc.text.strip():
            yield Skipped(f"{name}: line {number}", "no words in it")
        else:
            where = f"{name}:{number}"
            made = capture(content, fetched=fetched, container=where, url=doc.url)
            yield Taken(capture=made, content=content, document=doc)
