"""
Web archives (WARC, ISO 28500), packed or not: each page that was answered becomes a document.

Every record comes out, if only as Skipped with its reason: what is taken, skipped and refused adds
up to what the file holds. Digests are not asked for: many real archives have none, and a reader
that demands them drops every page without a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from msgspec import Struct

from dateline.core.capture import Capture, Skipped, Taken, digest
from dateline.core.errors import IngestError
from dateline.core.failure import Failure
from dateline.ingest.files import MAX_BYTES
from dateline.ingest.pieces import Piece, tool
from dateline.ingest.unpack import GZIP, Unpacking, unpacked

MAGIC = b"WARC/"
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
_MOST_HEADERS = 64 * 1024
_TRUNCATED = "cut off by whoever archived it"


class Source(Struct, frozen=True, kw_only=True):
    """A file of web archives: its name, and when it came."""

    name: str
    fetched: str


def is_warc(head: bytes) -> bool:
    """Whether a file that begins so is a web archive, packed or not, whatever its name."""
    return head.startswith(MAGIC) or MAGIC in _unpacked_head(head)[:64]


def _unpacked_head(head: bytes) -> bytes:
    import zlib

    if not head.startswith(GZIP):
        return b""
    try:
        return zlib.decompressobj(32 + zlib.MAX_WBITS).decompress(head, 1024)
    except zlib.error:
        return b""


def from_warc(file: BinaryIO, source: Source) -> Iterator[Piece]:
    """One piece for each record, in the order of the file; what is broken ends it by name."""
    from fastwarc.warc import ArchiveIterator

    whole = _Rejoined(file)
    inflated = Unpacking(whole) if whole.head == GZIP else None
    begins = inflated.begins if inflated else {}
    by, place = tool(), f"{source.name}@0"
    try:
        for record in ArchiveIterator(
            cast(Any, inflated or whole),
            verify_digests=False,
            max_header_len=_MOST_HEADERS,
            stream_detect=False,
        ):
            at = record.stream_pos
            place = f"{source.name}@{begins.get(at, at)}"
            if str(record.record_type) == "warcinfo":
                by = _software(record) or by
            yield _piece(record, Source(name=place, fetched=source.fetched), by)
    except BaseException as error:
        # fastwarc's own code, written in Rust, may panic: an exception outside of Python's tree.
        if not isinstance(error, OSError | ValueError) and not _is_panic(error):
            raise
        why = f"broken after this record, the rest is not read: {str(error)[:200]}"
        yield Failure(place, why)


def _is_panic(error: BaseException) -> bool:
    return type(error).__name__ == "PanicException"


class _Rejoined:
    """A stream whose first bytes were read to see what it is; it can be read, and nothing else."""

    def __init__(self, file: BinaryIO) -> None:
        self.head = self._head = file.read(len(GZIP))
        self._file = file
        self._given = 0

    def read(self, size: int = -1) -> bytes:
        """As a file's."""
        head, self._head = self._head, b""
        piece = head or self._file.read(size)
        self._given += len(piece)
        return piece

    def tell(self) -> int:
        """How many bytes were given."""
        return self._given


def _piece(record: Any, source: Source, by: str) -> Piece:
    """The record as a document, or why it is none."""
    where = source.name
    kind, url = str(record.record_type), record.headers.get("WARC-Target-URI")
    if kind == "unknown" or not record.headers.get("WARC-Type"):
        return Failure(where, "a record without a readable head: cut off, or damaged")
    if why := _no_page(record, kind):
        return Skipped(where, why)
    if record.content_length > MAX_BYTES:
        return Failure(where, f"larger than {MAX_BYTES >> 20} MiB: want one report")
    raw = record.reader.read(MAX_BYTES + 1)
    if len(raw) < record.content_length:
        return Failure(where, "cut off: the end of the record is missing")
    try:
        content = _plain(raw, record.http_headers)
    except IngestError as error:
        return Failure(where, str(error))
    if not content.strip():
        return Skipped(where, "a page without any bytes")
    return _taken(record, content, where=where, by=by, fetched=source.fetched, url=url)


def _no_page(record: Any, kind: str) -> str | None:
    """A short fixed phrase, so that equal reasons can be counted; None for a page."""
    if kind not in ("response", "resource"):
        return f"a {kind} record"
    if record.headers.get("WARC-Truncated"):
        return f"a {kind} record, {_TRUNCATED}"
    if kind == "response" and (not record.is_http or record.http_headers is None):
        return "a response that is not HTTP"
    status = record.http_headers.status_code if record.http_headers else 200
    if status != 200:
        return f"a page that answered {status}" if status else "a page without a status"
    media = _media(record)
    if not media.startswith(_PAGES):
        return f"not a page: {media.split('/')[0] or 'of no stated type'}"
    return None


def _media(record: Any) -> str:
    stated = record.http_content_type if record.http_headers else record.headers.get("Content-Type")
    return (stated or "").strip().lower()


def _plain(raw: bytes, headers: Any) -> bytes:
    """The page's own bytes: many archives keep what HTTP packed, some unpack and do not say so."""
    if headers is None:
        return raw
    stated = {name.lower(): value for name, value in headers.items()}
    if "chunked" in stated.get("transfer-encoding", "").lower():
        raw = _joined(raw)
    encoding = stated.get("content-encoding", "").strip().lower()
    if encoding in ("gzip", "x-gzip") and not raw.startswith(GZIP):
        encoding = ""
    return unpacked((raw,), encoding, most=MAX_BYTES)


def _joined(raw: bytes) -> bytes:
    """The chunks of a body in one piece (RFC 9112, 7.1); `raw` where it is not in chunks."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = raw.find(b"\r\n", at, at + 32)
        try:
            size = int(raw[at:end].split(b";")[0], 16) if end > at else -1
        except ValueError:
            size = -1
        if size < 0:
            return raw
        if size == 0:
            return b"".join(parts)
        parts.append(raw[end + 2 : end + 2 + size])
        at = end + 2 + size + 2


def _taken(record: Any, content: bytes, *, where: str, by: str, fetched: str, url: Any) -> Taken:
    moment = record.record_date
    headers = record.http_headers
    return Taken(
        capture=Capture(
            sha256=digest(content),
            size=len(content),
            fetched=moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else fetched,
            tool=by,
            url=_url(url),
            media_type=record.http_content_type or _media(record) or None,
            status=headers.status_code if headers else None,
            container=where,
        ),
        content=content,
    )


def _url(stated: str | None) -> str | None:
    """The address asked for: older tools put it in angle brackets."""
    return stated.strip().strip("<>") if stated else None


def _software(record: Any) -> str | None:
    """`software:` of the warcinfo record: what fetched the pages, and its version."""
    for line in record.reader.read(_MOST_HEADERS).decode("utf-8", "replace").splitlines():
        name, _, value = line.partition(":")
        if name.strip().lower() == "software" and value.strip():
            return f"warc {value.strip()[:100]}"
    return None
