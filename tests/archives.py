"""Make the smallest archive that a test needs: documents are put in without being read."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from records import record

from dateline.core.capture import Capture, digest
from dateline.core.record import Record
from dateline.store.open import Archive
from dateline.store.rows import Prepared, Reading, document_key, prepared
from dateline.store.write import Maker, Written, write

MAKER = Maker(id="pipe-one", body='{"version":"1"}')
NEWER = Maker(id="pipe-two", body='{"version":"2"}')
FETCHED = "2025-06-09T08:00:00Z"


def incoming(
    text: str,
    *,
    url: str | None = None,
    maker: Maker = MAKER,
    given: str | None = None,
    **parts: Any,
) -> Prepared:
    """A document of `text` with the layers in `parts`, read by `maker`."""
    return of_record(record(text, url=url, **parts), maker=maker, given=given)


def of_record(read: Record, *, maker: Maker = MAKER, given: str | None = None) -> Prepared:
    """The same of a record that is there already; its text is what was captured."""
    content, url = read.document.text.encode(), read.document.url
    capture = Capture(
        sha256=digest(content), size=len(content), fetched=FETCHED, tool="test", url=url
    )
    named = replace(read, id=document_key(capture.sha256, url))
    reading = Reading(record=named, gist=b"{}", pipeline=maker.id)
    return prepared(capture, content, reading, given=given)


def put(archive: Archive, *batch: Prepared, maker: Maker = MAKER) -> list[Written]:
    """Write one batch in a session of its own."""
    with archive.session(), archive.writing() as connection:
        return write(connection, batch, maker)
