"""
Whatever is given to `dateline add`, taken apart: files, folders, addresses, feeds, archives.

What a file is, is told by its first bytes and not by its name. Nothing is unpacked to a disk.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from msgspec.structs import replace

from dateline.core.capture import Skipped, Taken
from dateline.core.errors import IngestError, UnsupportedMedia
from dateline.core.failure import Failure
from dateline.ingest import channel, gdelt, warc, zipped
from dateline.ingest.addresses import is_address
from dateline.ingest.feed import from_feed, is_feed, read_feed
from dateline.ingest.files import MAX_BYTES, STDIN, SUFFIXES, find_files, read_bytes
from dateline.ingest.given import language_option, published_option
from dateline.ingest.pieces import Piece, capture

CONTAINERS = (
    ".zst", ".warc", ".gz", ".wacz", ".zip", ".xml", ".rss", ".atom", ".rdf",
    ".json", ".csv", ".tsv",
)  # fmt: skip
"""Files of a folder that are looked into; others, unless they are reports, are Skipped."""
_NO_REPORT = "not a report by its name"
_HEAD = 64 * 1024
_ZSTD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18", b"\x50\x2a\x4d\x18")
"""RFC 8878; web archives packed so begin with a frame that holds a dictionary."""
_LINE = (1 << 20) + 2
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What the caller says of everything: when it comes in, and which endpoints inside may be asked.

    `published` and `lang` speak where a container does not. `counts` is told what readers of the
    counts want named of documents that were taken: captions, albums, edited and forwarded posts.
    """

    fetched: str
    published: str | None = None
    lang: str | None = None
    permitted: frozenset[tuple[str, int]] = frozenset()
    counts: Counter[str] = field(default_factory=Counter)


def take(given: Iterable[str], asked: Asked) -> Iterator[Piece]:
    """
    One piece for each document that `given` stands for, and for each thing that is none.

    Raises:
        UsageError: `published` or `lang` cannot be used.
    """
    published_option(asked.published), language_option(asked.lang)
    seen: set[str] = set()
    for each in given:
        for one in (each,) if is_address(each) else _files(each):
            if isinstance(one, Skipped):
                yield one
            elif one not in seen:
                seen.add(one)
                pieces = _address(one, asked) if is_address(one) else _file(one, asked, one == each)
                yield from (_given(piece, asked) for piece in pieces)


def _files(path: str) -> Iterator[str | Skipped]:
    """The file, or what is in the folder in order of path, what is no report by name as Skipped."""
    found = find_files([path])
    whole = {*found.files, *found.skipped}
    for inside in sorted(whole) if found.skipped else found.files:
        wanted = inside in found.files or PurePath(inside).suffix.lower() in CONTAINERS
        yield inside if wanted else Skipped(inside, _NO_REPORT)


def _address(url: str, asked: Asked) -> Iterator[Piece]:
    from dateline.ingest.fetch import Limits, fetch

    try:
        got = fetch(url, limits=Limits(permitted=asked.permitted))
        if is_feed(got.content[:_HEAD]):
            feed = read_feed(got.content, url=got.final_url, media_type=got.media_type)
            yield from from_feed(feed, name=url, fetched=asked.fetched)
            return
    except IngestError as error:
        yield Failure(url, str(error))
        return
    inside = _container(io.BytesIO(got.content), got.content[:_HEAD], name=url, asked=asked)
    if inside is not None:
        yield from inside
        return
    made = capture(got.content, fetched=asked.fetched, container=url, url=url)
    final = got.final_url if got.final_url != url else None
    yield Taken(
        capture=replace(
            made, container=None, final_url=final, media_type=got.media_type, status=got.status
        ),
        content=got.content,
    )


def _file(path: str, asked: Asked, is_named: bool) -> Iterator[Piece]:
    if path == STDIN:
        yield _page(path, path, asked)
        return
    try:
        with Path(path).open("rb", buffering=_HEAD) as file:
            inside = _container(
                file, cast(io.BufferedReader, file).peek(_HEAD)[:_HEAD], name=path, asked=asked
            )
            if inside is not None:
                yield from inside
                return
    except (OSError, ValueError):
        pass  # `read_bytes` below says what is wrong with it
    if is_named or PurePath(path).suffix.lower() in SUFFIXES:
        yield _page(path, path, asked)
    else:
        yield Skipped(path, _NO_REPORT)


def _page(path: str, where: str, asked: Asked) -> Piece:
    try:
        content = read_bytes(path)
    except IngestError as error:
        return Failure(where, str(error))
    return Taken(capture=capture(content, fetched=asked.fetched, container=where), content=content)


def _container(file: BinaryIO, head: bytes, *, name: str, asked: Asked) -> Iterator[Piece] | None:
    """The pieces in a file that holds several; None where it is one report, or nothing known."""
    if warc.is_warc(head):
        pieces = warc.from_warc(file, warc.Source(name=name, fetched=asked.fetched))
    elif head.startswith(zipped.MAGIC):
        pieces = _zip(file, name, asked)
    elif gdelt.is_gkg(head):
        pieces = gdelt.from_gkg(_lines(file), name=name, fetched=asked.fetched)
    elif channel.is_export(head):
        pieces = _chat(file, name, asked)
    elif is_feed(head):
        pieces = _feed(file, name, asked)
    elif head.startswith(_ZSTD):
        pieces = iter((Failure(name, "packed with zstd: want it unpacked (`zstd -d`) first"),))
    else:
        return None
    return _unbroken(pieces, name)


def _unbroken(pieces: Iterator[Piece], name: str) -> Iterator[Piece]:
    """The pieces up to where the file breaks, and then that it does."""
    try:
        yield from pieces
    except IngestError as error:
        yield Failure(name, str(error))
    except _BROKEN as error:
        yield Failure(name, f"broken, the rest is not read: {str(error)[:200]}")


def _zip(file: BinaryIO, name: str, asked: Asked) -> Iterator[Piece]:
    """What the files in a zip archive hold; an archive in it is not opened."""
    for member in zipped.members(file, name):
        if isinstance(member, Failure):
            yield member
            continue
        yield from _unbroken(
            _member(member, f"{name}!{member.name}", asked), f"{name}!{member.name}"
        )


def _member(member: zipped.Member, where: str, asked: Asked) -> Iterator[Piece]:
    stream = io.BufferedReader(cast(io.RawIOBase, member.file), _HEAD)
    head = stream.peek(_HEAD)[:_HEAD]
    if head.startswith(zipped.MAGIC):
        yield Failure(where, "an archive inside an archive: want it unpacked")
        return
    inside = _container(stream, head, name=where, asked=asked)
    if inside is not None:
        yield from inside
        return
    if PurePath(member.name).suffix.lower() not in SUFFIXES:
        yield Skipped(where, _NO_REPORT)
        return
    content = _all(stream, MAX_BYTES)
    yield Taken(capture=capture(content, fetched=asked.fetched, container=where), content=content)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Each line; of one that is longer than any row, the first piece, which is refused as such."""
    while line := file.readline(_LINE):
        yield line
        while line and not line.endswith(b"\n"):
            line = file.readline(_LINE)


def _chat(file: BinaryIO, name: str, asked: Asked) -> Iterator[Piece]:
    chat = channel.read_chat(_all(file, channel.MAX_BYTES))
    yield from channel.from_chat(chat, name=name, fetched=asked.fetched, counts=asked.counts)


def _feed(file: BinaryIO, name: str, asked: Asked) -> Iterator[Piece]:
    feed = read_feed(_all(file, MAX_BYTES))
    yield from from_feed(feed, name=name, fetched=asked.fetched)


def _all(file: BinaryIO, most: int) -> bytes:
    content = file.read(most + 1)
    if len(content) > most:
        raise UnsupportedMedia(f"larger than {most >> 20} MiB")
    return content


def _given(piece: Piece, asked: Asked) -> Piece:
    """The piece with what the caller says, where the container has made its document."""
    if not isinstance(piece, Taken) or piece.document is None:
        return piece
    doc = piece.document
    if asked.published and doc.published is None:
        doc = replace(doc, published=published_option(asked.published))
    if asked.lang and doc.lang == "und":
        doc = replace(doc, lang=language_option(asked.lang) or doc.lang, lang_how="given")
    return replace(piece, document=doc)


def take_bytes(content: bytes, *, name: str, asked: Asked) -> Iterator[Piece]:
    """
    As `take`, of bytes that somebody sent; `name` is what they call them, and never opened.

    Raises:
        UsageError: `published` or `lang` cannot be used.
    """
    published_option(asked.published), language_option(asked.lang)
    if len(content) > MAX_BYTES and not _is_container(content):
        yield Failure(name, f"larger than {MAX_BYTES >> 20} MiB: want one report")
        return
    inside = _container(io.BytesIO(content), content[:_HEAD], name=name, asked=asked)
    if inside is None:
        made = capture(content, fetched=asked.fetched, container=name)
        inside = iter((Taken(capture=made, content=content),))
    yield from (_given(piece, asked) for piece in inside)


def _is_container(content: bytes) -> bool:
    head = content[:_HEAD]
    known = (warc.is_warc, gdelt.is_gkg, channel.is_export, is_feed)
    return head.startswith(zipped.MAGIC) or any(is_one(head) for is_one in known)
