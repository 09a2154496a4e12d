"""What changed between two readings of one address that the archive holds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sqlalchemy import Connection

from dateline.core.event import Corrected
from dateline.link.versions import corrected
from dateline.store.open import Archive
from dateline.store.read import one, reread_addresses, versions


def changed(archive: Archive, older: str, newer: str) -> Corrected:
    """The changes from one version to another, both by key."""
    with archive.reading() as connection:
        return corrected(one(connection, older).record, one(connection, newer).record)


def history(connection: Connection, key: str) -> tuple[Corrected, ...]:
    """The changes at each reading of this document's address after the first, oldest first."""
    return tuple(
        corrected(one(connection, older).record, one(connection, newer).record)
        for older, newer in pairwise(versions(connection, key))
    )


def histories(connection: Connection) -> Iterator[tuple[str, tuple[Corrected, ...]]]:
    """Every address that was read more than once, and its changes."""
    for address, key in reread_addresses(connection):
        yield address, history(connection, key)
