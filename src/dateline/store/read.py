"""Bring documents, records and their provenance back from an archive, in a total order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.json import decode
from sqlalchemy import Connection, text

from dateline.core.capture import Capture
from dateline.core.errors import UsageError
from dateline.core.kept import Kept
from dateline.core.record import Record
from dateline.store.pack import unpack
from dateline.store.rows import address_of
from dateline.store.search import Filter, conditions

_PAGE = 200
_FEWEST = 4
"""Digits of a key that may stand for all of it."""


def kept(connection: Connection, asked: Filter | None = None) -> Iterator[Kept]:
    """Every document that fits, in the order of their keys: the same in every archive."""
    where, given, _ = conditions(connection, asked or Filter())
    keys = connection.execute(
        text(f"SELECT d.key FROM document d WHERE {where} ORDER BY d.key"), given
    ).scalars()
    waiting: list[str] = []
    for key in keys.all():
        waiting.append(key)
        if len(waiting) == _PAGE:
            yield from _load(connection, waiting)
            waiting = []
    yield from _load(connection, waiting)


def some(connection: Connection, keys: Sequence[str]) -> Iterator[Kept]:
    """The documents with these keys, in the order of their keys."""
    every = sorted(set(keys))
    for at in range(0, len(every), _PAGE):
        yield from _load(connection, every[at : at + _PAGE])


def one(connection: Connection, key: str) -> Kept:
    """The document with this key, as `find` gives it."""
    return next(_load(connection, [key]))


def _load(connection: Connection, keys: list[str]) -> Iterator[Kept]:
    if not keys:
        return
    names = {f"k{n}": key for n, key in enumerate(keys)}
    listed = ", ".join(f":{name}" for name in names)
    sql = (
        "SELECT d.seq, d.key, d.address, d.version, d.given, d.record, r.packed, r.pipeline, "
        "c.body FROM document d JOIN record r ON r.id = d.record JOIN capture c ON c.key = d.key "
        f"WHERE d.key IN ({listed}) ORDER BY d.key"
    )
    for row in connection.execute(text(sql), names):
        yield _kept(row)


def _kept(row: Any) -> Kept:
    return Kept(
        seq=row.seq,
        key=row.key,
        record_id=row.record,
        record=decode(unpack(row.packed), type=Record),
        capture=decode(row.body, type=Capture),
        pipeline=row.pipeline,
        address=row.address,
        version=row.version,
        given=row.given,
    )


def gists(connection: Connection) -> Iterator[bytes]:
    """The gist of each document's newest record, in the order of their keys."""
    rows = connection.execution_options(yield_per=_PAGE).execute(
        text("SELECT r.gist FROM document d JOIN record r ON r.id = d.record ORDER BY d.key")
    )
    for row in rows:
        yield unpack(row.gist)


def find(connection: Connection, named: str) -> str:
    """
    The key of the document that a key, its first letters, an address or a caller's id names.

    Of an address the newest version is meant.

    Raises:
        UsageError: none is called so, or several are.
    """
    for sql, value in (
        ("key = :v", named),
        ("address = :v ORDER BY version DESC LIMIT 1", address_of(named)),
        ("given = :v ORDER BY seq LIMIT 3", named),
        ("key >= :v AND key < :v || 'g' ORDER BY key LIMIT 3", _beginning(named)),
    ):
        found = connection.execute(
            text(f"SELECT key FROM document WHERE {sql}"), {"v": value}
        ).scalars()
        keys: list[str] = list(found)
        if len(keys) == 1:
            return keys[0]
        if keys:
            raise UsageError(f"{named!r} names several documents: {', '.join(keys)}")
    raise UsageError(f"no document is called {named!r}: `dateline search` shows their ids")


def _beginning(named: str) -> str | None:
    """The first letters of a key, where there are enough to tell documents apart."""
    digits = named.removeprefix("doc-")
    return f"doc-{digits}" if len(digits) >= _FEWEST else None


def versions(connection: Connection, key: str) -> list[str]:
    """The keys of every reading of this document's address, oldest first; itself alone if none."""
    sql = (
        "SELECT key FROM document WHERE address = "
        "(SELECT address FROM document WHERE key = :key) ORDER BY version"
    )
    return list(connection.execute(text(sql), {"key": key}).scalars()) or [key]


def reread_addresses(connection: Connection) -> list[tuple[str, str]]:
    """Each address with more than one version, and the key of one of them, in order of address."""
    sql = (
        "SELECT address, min(key) AS key FROM document WHERE address IS NOT NULL "
        "GROUP BY address HAVING count(*) > 1 ORDER BY address"
    )
    return [(row.address, row.key) for row in connection.execute(text(sql))]


def counts(connection: Connection) -> dict[str, int]:
    """How many documents, claims and records the archive holds."""
    tables = ("document", "record", "claim", "tombstone", "log")
    return {
        table: int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() or 0)
        for table in tables
    }
