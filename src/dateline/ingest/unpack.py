"""
Compressed bytes become plain ones, never more than a limit: a bomb is refused while it unpacks.

Knows gzip and deflate, which every server can send; what they hold is not its business.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Protocol

from dateline.core.errors import UnsupportedMedia

_STEP = 256 * 1024
_GZIP_OR_ZLIB, _RAW = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS
_CODED = {"gzip": _GZIP_OR_ZLIB, "x-gzip": _GZIP_OR_ZLIB, "deflate": _GZIP_OR_ZLIB}
GZIP = b"\x1f\x8b"
_FREE, _MOST_RATIO = 64 << 20, 50
"""A stream may grow by so many bytes whatever its size, then to so many times what came in."""
_MOST_BLANK = 1 << 20


def unpacked(chunks: Iterable[bytes], encoding: str | None, *, most: int) -> bytes:
    """
    The bytes in `chunks`, whose Content-Encoding is `encoding`.

    Raises:
        UnsupportedMedia: they are more than `most`, broken, or packed in another way.
    """
    name = (encoding or "").strip().lower()
    if name in ("", "identity"):
        return _joined(chunks, most)
    if name not in _CODED:
        raise UnsupportedMedia(f"packed as {name[:40]!r}: want gzip, deflate or nothing")
    return _joined(_inflated(chunks, _CODED[name]), most)


def _joined(chunks: Iterable[bytes], most: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise UnsupportedMedia(f"larger than {most >> 20} MiB once unpacked: want one report")
        parts.append(chunk)
    return b"".join(parts)


def _inflated(chunks: Iterable[bytes], bits: int) -> Iterator[bytes]:
    """Pieces of at most a step each, so that whoever takes them can stop in time."""
    inflater = zlib.decompressobj(bits)
    begun = False
    for chunk in chunks:
        held = chunk
        while held:
            if inflater.eof:
                inflater = zlib.decompressobj(bits)
            try:
                piece = inflater.decompress(held, _STEP)
            except zlib.error as error:
                if begun or bits == _RAW:
                    raise UnsupportedMedia(f"broken while unpacking: {error}") from error
                # "deflate" without the zlib header that RFC 9110 asks for, as some servers send it.
                inflater, bits = zlib.decompressobj(_RAW), _RAW
                continue
            begun = True
            yield piece
            held = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
    if begun and not inflater.eof:
        raise UnsupportedMedia("cut off: the end of the packed bytes is missing")


class Readable(Protocol):
    """What can be read once, from its beginning to its end."""

    def read(self, size: int = -1, /) -> bytes:
        """As a file's."""
        ...


class Unpacking:
    """
    A gzip stream of any number of members as a stream of plain bytes, to be read once.

    `begins` maps where a member begins in the plain bytes to where it begins in the file.
    Reading raises OSError where the stream is broken, cut off, or made to grow without end.
    """

    def __init__(self, file: Readable) -> None:
        self._file = file
        self._inflater = zlib.decompressobj(32 + zlib.MAX_WBITS)
        self._held = b""
        self._read = self._given = self._blank = 0
        self.begins = {0: 0}

    def read(self, size: int = -1) -> bytes:
        """As a file's, never more than a step; empty at the end."""
        return self._next(size if 0 < size < _STEP else _STEP)

    def tell(self) -> int:
        """How many plain bytes were given."""
        return self._given

    def _next(self, most: int) -> bytes:
        while True:
            if not self._held and not self._more():
                return b""
            if self._inflater.eof:
                self._begin()
                continue
            try:
                piece = self._inflater.decompress(self._held, most)
            except zlib.error as error:
                raise OSError(f"broken while unpacking: {error}") from error
            inflater = self._inflater
            self._held = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
            if piece:
                self._count(piece)
                return piece

    def _more(self) -> bool:
        """Whether the file had more to give."""
        self._held = self._file.read(_STEP)
        self._read += len(self._held)
        if not self._held and not self._inflater.eof and self._read:
            raise OSError("cut off: the end of the packed bytes is missing")
        return bool(self._held)

    def _begin(self) -> None:
        """The next member; zeros behind a member are padding."""
        at = self._read - len(self._held)
        self._held = self._held.lstrip(b"\0")
        if self._held:
            self._inflater = zlib.decompressobj(32 + zlib.MAX_WBITS)
            self.begins[self._given] = at

    def _count(self, piece: bytes) -> None:
        self._given += len(piece)
        self._blank = self._blank + len(piece) if piece.isspace() else 0
        if self._given > _FREE + self._read * _MOST_RATIO or self._blank > _MOST_BLANK:
            raise OSError(f"refused: {self._read:,} bytes that unpack to {self._given:,} and more")
