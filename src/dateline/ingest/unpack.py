"""
Compressed bytes become plain ones, never more than a limit: a bomb is refused while it unpacks.

Knows gzip and deflate, which every server can send; what they hold is not its business.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from dateline.core.errors import UnsupportedMedia

_STEP = 256 * 1024
_GZIP_OR_ZLIB, _RAW = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS
_CODED = {"gzip": _GZIP_OR_ZLIB, "x-gzip": _GZIP_OR_ZLIB, "deflate": _GZIP_OR_ZLIB}
GZIP = b"\x1f\x8b"


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
