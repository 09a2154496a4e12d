"""
The files inside a zip archive, read where they lie: nothing is ever written to a disk.

Names that would lead out of a folder, links, passwords, archives in archives and bombs are refused
by name; the other files are still read.
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from typing import BinaryIO, cast

from msgspec import Struct

from dateline.core.failure import Failure

MAGIC = b"PK\x03\x04"
_MOST_FILES = 20_000
_MOST_RATIO = 200
_FREE = 1 << 20
"""Bytes that a small file may unpack to whatever its ratio."""
_MOST_BYTES = 4 << 30
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE = 2


class Member(Struct, frozen=True, kw_only=True):
    """One file of the archive, open for reading until the next one is asked for."""

    name: str
    file: BinaryIO
    size: int
    """Bytes, unpacked, as the archive states them; no more can be read."""
    packed: int


def members(file: BinaryIO, name: str) -> Iterator[Member | Failure]:
    """Each file in the archive, in order of name, or why it is refused; folders are passed over."""
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield Failure(name, f"a broken zip archive: {str(error)[:200]}")
        return
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if why := _whole(infos):
            yield Failure(name, why)
            return
        for info in sorted(infos, key=lambda info: (info.filename, info.header_offset)):
            yield from _member(archive, info, name)


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str
) -> Iterator[Member | Failure]:
    where = f"{name}!{info.filename[:200]}"
    if why := refused(info):
        yield Failure(where, why)
        return
    try:
        opened = archive.open(info)
    except (zipfile.BadZipFile, OSError, RuntimeError, ValueError, NotImplementedError) as error:
        yield Failure(where, f"cannot be unpacked: {str(error)[:200]}")
        return
    with closing(opened):
        yield Member(
            name=info.filename,
            file=cast(BinaryIO, opened),
            size=info.file_size,
            packed=info.compress_size,
        )


def _whole(infos: list[zipfile.ZipInfo]) -> str | None:
    """Why the whole archive is refused."""
    if len(infos) > _MOST_FILES:
        return f"refused: {len(infos):,} files in it, want at most {_MOST_FILES:,}"
    if sum(info.file_size for info in infos) > _MOST_BYTES:
        return f"refused: more than {_MOST_BYTES >> 30} GiB once unpacked"
    spans = sorted((info.header_offset, info.compress_size) for info in infos)
    for (start, size), (following, _) in pairwise(spans):
        if start + size > following:
            return "refused: its files lie over each other"
    return None


def refused(info: zipfile.ZipInfo) -> str | None:
    """Why one file of an archive is not read; None where nothing is wrong with it."""
    name = info.orig_filename
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or name[1:_DRIVE] == ":":
        return "refused: a name that leads out of the folder it is unpacked in"
    if any(char < " " or char == "\x7f" for char in name):
        return "refused: control characters in its name"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "refused: a link to another file"
    if info.flag_bits & 0x1:
        return "it has a password: want it unpacked"
    if info.compress_type not in _METHODS:
        return "packed in a way that is not read: want it unpacked"
    if info.file_size > _FREE + info.compress_size * _MOST_RATIO:
        return f"refused: {info.compress_size:,} bytes that unpack to {info.file_size:,}"
    return None
