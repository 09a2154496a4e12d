"""
The log of an archive: one entry a change, each holding the hash of the one before.

An entry holds digests and keys, never words of a report, so that a withdrawn document leaves
nothing behind but that it was there. Whether rows still fit their entries is `verify`'s business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from msgspec import Struct
from msgspec.json import encode
from sqlalchemy import Connection, insert, select

from dateline.store.schema import LogRow

START = "0" * 64
"""What the first entry holds for the hash of the one before."""


class Entry(Struct, frozen=True, kw_only=True):
    """`act`: archive, pipeline, add, record, link, withdraw, review, person or setting."""

    n: int
    at: str
    act: str
    subject: str
    digest: str
    note: str
    previous: str

    @property
    def hash(self) -> str:
        """Of every field, the hash of the entry before among them."""
        return sha256(encode(self)).hexdigest()


def digest_of(*parts: Any) -> str:
    """The SHA-256 of `parts` as JSON."""
    return sha256(encode(parts)).hexdigest()


def now() -> str:
    """This moment, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Log:
    """Adds entries at the end; use inside one `writing` transaction, then `flush`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        last = connection.execute(
            select(LogRow.n, LogRow.hash).order_by(LogRow.n.desc()).limit(1)
        ).one_or_none()
        self.n, self._previous = last or (0, START)
        self._waiting: list[dict[str, Any]] = []

    def add(self, act: str, subject: str, digest: str, note: str = "") -> int:
        """The number of the new entry."""
        self.n += 1
        entry = Entry(
            n=self.n, at=now(), act=act, subject=subject, digest=digest, note=note,
            previous=self._previous,
        )  # fmt: skip
        self._previous = entry.hash
        self._waiting.append({**{f: getattr(entry, f) for f in _FIELDS}, "hash": entry.hash})
        return self.n

    def flush(self) -> None:
        """Write what was added."""
        if self._waiting:
            self._connection.execute(insert(LogRow), self._waiting)
        self._waiting = []


_FIELDS = Entry.__struct_fields__


def begin(connection: Connection, revision: str) -> None:
    """The entry that says that the tables were made, or brought to a newer revision."""
    log = Log(connection)
    log.add("archive", revision, digest_of(revision))
    log.flush()


def entries(connection: Connection) -> Iterator[tuple[Entry, str]]:
    """Every entry in order, with the hash that stands beside it."""
    rows = connection.execution_options(yield_per=1000).execute(
        select(LogRow.__table__).order_by(LogRow.n)
    )
    for row in rows.mappings():
        yield Entry(**{field: row[field] for field in _FIELDS}), row["hash"]


def broken_chain(found: Iterable[tuple[Entry, str]]) -> Iterator[str]:
    """What is wrong with the chain itself, each in a sentence."""
    expected, previous = 1, START
    for entry, stated in found:
        if entry.n != expected:
            yield f"log: entry {expected} is missing"
        if entry.previous != previous or entry.hash != stated:
            yield f"log: entry {entry.n} does not fit the one before"
        expected, previous = entry.n + 1, stated
