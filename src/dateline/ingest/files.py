"""Which files a list of paths stands for, and one file's bytes, never more than the limit."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from dateline.core.errors import EmptyDocument, IngestError, UnsupportedMedia

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht")
"""What is read of a folder; a file named by the caller is read whatever its suffix."""
MAX_BYTES = 16 * 1024 * 1024
"""A page with its pictures inside; more is no report."""
STDIN = "-"


class Found(Struct, frozen=True):
    """The files to read, in order, each once, and what a folder held that is not read."""

    files: tuple[str, ...]
    skipped: tuple[str, ...] = ()


def find_files(paths: Iterable[str | Path]) -> Found:
    """
    Files as named, folders as the readable files in them at any depth, sorted by path.

    A path that does not exist stays in `files`: reading it gives the Failure. Hidden files,
    hidden folders and links to folders are passed over.
    """
    files: dict[str, None] = {}
    skipped: dict[str, None] = {}
    for path in map(str, paths):
        if path != STDIN and Path(path).is_dir():
            for inside in _walk(path):
                wanted = Path(inside).suffix.lower() in SUFFIXES and Path(inside).is_file()
                (files if wanted else skipped)[inside] = None
        else:
            files[path] = None
    return Found(tuple(files), tuple(skipped))


def _walk(folder: str) -> Iterator[str]:
    found: list[str] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(str(Path(parent, name)) for name in names if not name.startswith("."))
    return iter(sorted(found))


def read_bytes(path: str) -> bytes:
    """
    The bytes of a file, or of standard input for `-`.

    Raises:
        IngestError: there is no such file, it is a folder, or it may not be read.
        UnsupportedMedia: it is larger than MAX_BYTES.
        EmptyDocument: it holds nothing.
    """
    try:
        if path == STDIN:
            content = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(path).open("rb") as file:
                content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise IngestError(_reason(error)) from error
    if len(content) > MAX_BYTES:
        raise UnsupportedMedia(f"larger than {MAX_BYTES >> 20} MiB: want one report a file")
    if not content.strip():
        raise EmptyDocument("empty: want a report as plain text, Markdown or HTML")
    return content


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file: want the path of a report, a folder, or - for standard input"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror.lower()}"
    return f"cannot be read: {error}"
