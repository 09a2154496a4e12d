"""Web archives: every record is counted, what is broken is named, what is packed is bounded."""

from __future__ import annotations

import gzip
import io
import time

import pytest
from archived_pages import PAGE, http, record

from dateline.core.capture import Skipped, Taken
from dateline.core.failure import Failure
from dateline.ingest.pieces import Piece
from dateline.ingest.warc import Source, from_warc, is_warc

INFO = record(b"software: wget/1.21\r\nformat: WARC\r\n", kind="warcinfo", media="application/x")
REQUEST = record(b"GET / HTTP/1.1\r\n\r\n", kind="request", media="application/http")
ONE = record(http(PAGE))
TWO = record(http(PAGE.replace(b"Sumy", b"Kharkiv")), url="<https://a.example/2>")
WHOLE = INFO + REQUEST + ONE + TWO


def pieces(content: bytes) -> list[Piece]:
    return list(from_warc(io.BytesIO(content), Source(name="x", fetched="now")))


def shape(found: list[Piece]) -> list[str]:
    return [type(piece).__name__ for piece in found]


@pytest.mark.parametrize(
    "content",
    [
        WHOLE,
        gzip.compress(WHOLE),
        b"".join(map(gzip.compress, (INFO, REQUEST, ONE, TWO))),
        b"".join(map(gzip.compress, (INFO, REQUEST, ONE, TWO))) + bytes(512),
    ],
    ids=["plain", "gzip of the whole", "gzip by record", "padded"],
)
def test_an_archive_is_the_same_however_it_is_packed_and_whatever_its_name(content: bytes) -> None:
    found = pieces(content)

    assert is_warc(content[:65536])
    assert shape(found) == ["Skipped", "Skipped", "Taken", "Taken"]
    first = found[2]
    assert isinstance(first, Taken)
    assert first.content == PAGE
    assert first.capture.url == "https://a.example/1"
    assert first.capture.fetched == "2025-06-09T08:00:00Z"
    assert (first.capture.tool, first.capture.status) == ("warc wget/1.21", 200)
    assert isinstance(found[3], Taken) and found[3].capture.url == "https://a.example/2"


def test_a_piece_says_where_in_the_file_it_stands() -> None:
    packed = [gzip.compress(INFO), gzip.compress(REQUEST), gzip.compress(ONE)]

    found = pieces(b"".join(packed))

    assert isinstance(found[2], Taken)
    assert found[2].capture.container == f"x@{len(packed[0]) + len(packed[1])}"


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (REQUEST, "a request record"),
        (record(b"", kind="revisit"), "a revisit record"),
        (record(b"x", kind="metadata", media="text/plain"), "a metadata record"),
        (record(http(b"", status=404)), "a page that answered 404"),
        (record(http(b"", status=302)), "a page that answered 302"),
        (record(http(b"\x89PNG", media="image/png")), "not a page: image"),
        (record(http(b"x", media="")), "not a page: of no stated type"),
        (record(http(b" \n ")), "a page without any bytes"),
        (record(b"dns", media="text/dns"), "a response that is not HTTP"),
        (
            record(http(PAGE), extra="WARC-Truncated: length\r\n"),
            "a response record, cut off by whoever archived it",
        ),
    ],
)
def test_what_is_no_page_is_skipped_and_the_reason_can_be_counted(one: bytes, why: str) -> None:
    found = pieces(one + ONE)

    assert found[0] == Skipped("x@0", why)
    assert shape(found) == ["Skipped", "Taken"]


def test_a_page_archived_as_a_resource_is_a_page() -> None:
    found = pieces(record(PAGE, kind="resource", media="text/html"))

    assert isinstance(found[0], Taken) and found[0].content == PAGE


CHUNKED = b"5;x=1\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    ("body", "extra", "content"),
    [
        (gzip.compress(PAGE), "Content-Encoding: gzip\r\n", PAGE),
        (PAGE, "Content-Encoding: gzip\r\n", PAGE),
        (CHUNKED, "Transfer-Encoding: chunked\r\n", b"hello world"),
        (PAGE, "Transfer-Encoding: chunked\r\n", PAGE),
    ],
    ids=["gzip", "said to be gzip", "chunks", "said to be in chunks"],
)
def test_the_bytes_of_a_page_are_its_own(body: bytes, extra: str, content: bytes) -> None:
    found = pieces(record(http(body, extra=extra)))

    assert isinstance(found[0], Taken) and found[0].content == content


def test_a_response_without_a_block_digest_or_with_a_wrong_one_is_read() -> None:
    wrong = record(http(PAGE), extra="WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n")

    assert shape(pieces(ONE + wrong)) == ["Taken", "Taken"]


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        (ONE + TWO[:-30], ["Taken", "Failure"]),
        (ONE + TWO[:20], ["Taken", "Failure"]),
        (ONE + b"junk junk\r\n\r\n" + TWO, ["Taken", "Failure"]),
        (gzip.compress(ONE) + gzip.compress(TWO)[:-20], ["Taken", "Failure"]),
        (gzip.compress(ONE) + b"\x1f\x8b\x08" + b"?" * 90, ["Taken", "Failure"]),
        (gzip.compress(b"nothing at all"), ["Failure"]),
    ],
    ids=["cut", "cut head", "junk", "gzip cut", "gzip broken", "no archive"],
)
def test_where_an_archive_breaks_is_told(content: bytes, kinds: list[str]) -> None:
    assert shape(pieces(content)) == kinds


def test_a_page_that_unpacks_without_end_is_refused_and_the_next_is_read() -> None:
    bomb = gzip.compress(bytes(1 << 20)) * 32
    found = pieces(record(http(bomb, extra="Content-Encoding: gzip\r\n")) + ONE)

    assert shape(found) == ["Failure", "Taken"]
    assert isinstance(found[0], Failure) and "larger than 16 MiB" in found[0].why


@pytest.mark.parametrize(
    "bomb",
    [
        gzip.compress(b"\r\n" * (1 << 20)) * 500,
        gzip.compress(ONE) + gzip.compress(bytes(1 << 22)) * 500,
        gzip.compress(ONE.replace(b"Content-Length: ", b"Content-Length: 99999999"))
        + gzip.compress(b"x" * (1 << 22)) * 500,
    ],
    ids=["line ends", "zeros", "a record of terabytes"],
)
def test_an_archive_that_unpacks_without_end_is_refused_in_seconds(bomb: bytes) -> None:
    began = time.monotonic()
    found = pieces(bomb)

    assert time.monotonic() - began < 5
    assert isinstance(found[-1], Failure)
