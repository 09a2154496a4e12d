"""Bytes as they lie in a row: compressed where that helps, whole where it does not."""

from __future__ import annotations

import zlib

_WHOLE, _ZLIB = b"\x00", b"\x01"


def pack(content: bytes) -> bytes:
    """`content` for a row; the same bytes for the same content and zlib."""
    small = zlib.compress(content, 6)
    return _ZLIB + small if len(small) < len(content) else _WHOLE + content


def unpack(packed: bytes) -> bytes:
    """
    The content again.

    Raises:
        ValueError: the row was changed.
    """
    if packed[:1] == _WHOLE:
        return packed[1:]
    if packed[:1] != _ZLIB:
        raise ValueError("packed in a way that is not known")
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(packed[1:]) + unpacking.flush()
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("cut short, or with something behind it")
    return content
