"""
Where a document came from: the bytes, their address, when and by what they were fetched.

A capture never changes. How bytes become a document is the business of `ingest`, how they are
kept that of `store`.
"""

from __future__ import annotations

from hashlib import sha256

from msgspec import Struct

from dateline.core.document import Document


class Capture(Struct, frozen=True, kw_only=True):
    """
    What is known of some bytes that were fetched once (WARC: a record; PROV: an entity).

    Each document has a capture of its own: of a container (WARC, channel export, JSON Lines) the
    bytes are those of the one record, so that one document can be withdrawn and the rest stay.
    """

    sha256: str
    """Of the bytes as they came, 64 hex digits."""
    size: int
    """Bytes."""
    fetched: str
    """When the bytes were fetched, UTC, `2025-06-09T08:00:00Z`; of a WARC record its own date."""
    tool: str
    """What fetched them and its version: `dateline 0.1.0`, `warc wget/1.21`."""
    url: str | None = None
    """The address that was asked for; None for a file that names none."""
    final_url: str | None = None
    """The address that answered, where redirects led elsewhere."""
    media_type: str | None = None
    """As declared (`text/html; charset=utf-8`), not checked."""
    status: int | None = None
    """HTTP status, where there was one."""
    container: str | None = None
    """What it was taken from: `news.warc.gz@10240`, `result.json#1234`, `posts.jsonl:7`."""


class Taken(Struct, frozen=True, kw_only=True):
    """
    One document on its way into the archive, with the bytes it is made from.

    `document` is None where making it is slow (a page): the process that reads it does that from
    `content`. It is given where only the container tells what the bytes mean (a channel's post).
    """

    capture: Capture
    content: bytes
    document: Document | None = None
    published: str | None = None
    """What the container says of the publication time (a feed's entry), as `Published.value`."""
    lang: str | None = None
    pointers: tuple[str, ...] = ()
    """Addresses that it points to without holding them (a GDELT row), in its own order."""


class Skipped(Struct, frozen=True, order=True):
    """
    Something that is no report by its nature: a WARC request, a post of media alone.

    Counted and named, unlike a `Failure`, which should have been a report and is not. `why` is a
    short fixed phrase, so that equal reasons can be counted.
    """

    path: str
    why: str


def digest(content: bytes) -> str:
    """The SHA-256 of `content` as `Capture.sha256` holds it."""
    return sha256(content).hexdigest()
