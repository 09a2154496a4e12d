"""
The seal of an archive file: the digest of each stretch of it, written when the last writer is done.

It finds a flipped bit anywhere, also where no row lies (free pages, indexes). While somebody
writes, or after one was killed, there is a marker and no valid seal; what rows hold is then still
proven by the log (`verify`). The seal guards against decay; it is no signature.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import DecodeError, Struct, ValidationError
from msgspec.json import decode, encode

_STRETCH = 256 * 1024


class Sealed(Struct, frozen=True):
    """Bytes of the file, and the SHA-256 of each stretch of `stretch` bytes."""

    size: int
    stretch: int
    digests: tuple[str, ...]


class Seal:
    """Beside `archive.sqlite`: `archive.sqlite.seal`, and `archive.sqlite.open` while written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = path.with_name(f"{path.name}.seal")
        self.marker = path.with_name(f"{path.name}.open")
        self._held: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody writes, or was stopped while writing."""
        return self.marker.exists()

    def open(self) -> None:
        """Say that somebody writes; several may at once."""
        while True:
            held = os.open(self.marker, os.O_CREAT | os.O_RDWR, 0o600)
            fcntl.flock(held, fcntl.LOCK_SH)
            if _same(held, self.marker):
                self._held = held
                return
            os.close(held)

    def close(self, fold: Callable[[], bool]) -> None:
        """Seal the file where this was the last writer and `fold` could write the journal back."""
        held, self._held = self._held, None
        if held is None:
            return
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if fold():
                self.write()
                self.marker.unlink(missing_ok=True)
        except BlockingIOError:
            pass  # the last of the other writers seals
        finally:
            os.close(held)

    def write(self) -> None:
        """Seal the file as it is now; the new seal replaces the old in one step."""
        body = encode(Sealed(self.path.stat().st_size, _STRETCH, tuple(_digests(self.path))))
        beside = self.file.with_name(f"{self.file.name}.part")
        with beside.open("wb") as out:
            out.write(sha256(body).hexdigest().encode() + b"\n" + body)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(self.file)

    def broken(self) -> tuple[str, ...]:
        """What differs from the seal, each in a sentence; empty where nothing does."""
        try:
            sealed = self._read()
        except (OSError, ValueError) as error:
            return (f"{self.file.name}: {error}",)
        if (size := self.path.stat().st_size) != sealed.size:
            return (f"{self.path.name}: {size:,} bytes, sealed with {sealed.size:,}",)
        found = zip(_digests(self.path), sealed.digests, strict=True)
        return tuple(
            f"{self.path.name}: bytes {at * _STRETCH:,} to {(at + 1) * _STRETCH:,} were changed"
            for at, (now, then) in enumerate(found)
            if now != then
        )

    def _read(self) -> Sealed:
        head, _, body = self.file.read_bytes().partition(b"\n")
        if sha256(body).hexdigest().encode() != head:
            raise ValueError("the seal itself was changed")
        try:
            sealed = decode(body, type=Sealed)
        except (DecodeError, ValidationError) as error:
            raise ValueError("the seal is of another version") from error
        if sealed.stretch != _STRETCH:
            raise ValueError("the seal is of another version")
        return sealed


def _digests(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        while stretch := file.read(_STRETCH):
            yield sha256(stretch).hexdigest()


def _same(held: int, path: Path) -> bool:
    """Whether the file that is held is still the one at `path`."""
    try:
        return os.path.samestat(os.fstat(held), path.stat())
    except FileNotFoundError:
        return False
