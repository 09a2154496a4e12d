"""
Copy a whole archive to one file and back, also from one kind of database to the other.

A backup is itself an archive in one SQLite file, with its seal beside it: `dateline verify
--archive FILE` proves it. A restore proves what it brings back before it is believed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select, text

from dateline.core.errors import ArchiveError
from dateline.store.dialect import index_words
from dateline.store.migrations.upgrade import upgrade
from dateline.store.open import Archive, location, open_archive, unmade
from dateline.store.schema import Base
from dateline.store.verify import Verified, verify
from dateline.store.workbench import SessionRow
from dateline.world.fold import fold

_PAGE = 500


def backup(archive: Archive, target: Path) -> Verified:
    """
    Write the archive as it is at one moment to `target`, and prove the copy.

    Raises:
        ArchiveError: there is something at `target`, or the copy does not hold.
    """
    if target.exists():
        raise ArchiveError(f"{target}: is there already: want the name of a new file")
    part = _part(target)
    with archive.reading() as connection:
        _copied(connection, str(part))
    return _believed(part, target)


def restore(source: Path, where: str | None = None) -> Verified:
    """
    Bring a backup back to where no archive is, and prove it.

    Raises:
        ArchiveError: there is an archive already, or the backup does not hold.
    """
    if not source.exists():
        raise ArchiveError(f"{source}: no such backup")
    proof = verify(str(source))
    if proof.problems:
        raise ArchiveError(f"{source}: the backup does not hold: {proof.problems[0]}")
    place = location(where)
    with open_archive(str(source)) as archive, archive.reading() as connection:
        if place.startswith("postgresql"):
            _copied(connection, place)
            return verify(place)
        target = Path(place)
        if target.exists():
            raise ArchiveError(f"{target}: is there already: move it away before restoring")
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = _part(target)
        _copied(connection, str(part))
    return _believed(part, target)


def _part(target: Path) -> Path:
    """Where the copy is made; what a run that was stopped left there is taken away."""
    part = target.with_name(f"{target.name}.part")
    for end in ("", "-wal", "-shm", "-journal", ".seal", ".open"):
        part.with_name(f"{part.name}{end}").unlink(missing_ok=True)
    return part


def _believed(part: Path, target: Path) -> Verified:
    """The copy under its own name, once it is proven."""
    proof = verify(str(part))
    if proof.problems:
        raise ArchiveError(f"{part}: the copy does not hold: {proof.problems[0]}")
    part.with_name(f"{part.name}.seal").replace(target.with_name(f"{target.name}.seal"))
    part.replace(target)
    return proof


def _copied(source: Connection, where: str) -> None:
    with unmade(where) as archive, archive.session(), archive.writing() as target:
        upgrade(target)
        if target.execute(text("SELECT count(*) FROM log")).scalar():
            raise ArchiveError(f"{where}: holds an archive already")
        for table in Base.metadata.sorted_tables:
            if table is not SessionRow.__table__:
                # Who is logged in here is not logged in to the copy.
                _copy(source, target, table)
        _copy_words(source, target)


def _copy(source: Connection, target: Connection, table: Any) -> None:
    rows = source.execution_options(yield_per=_PAGE).execute(
        select(table).order_by(*table.primary_key.columns)
    )
    for page in rows.mappings().partitions(_PAGE):
        target.execute(table.insert(), [dict(row) for row in page])


def _copy_words(source: Connection, target: Connection) -> None:
    rows = source.execution_options(yield_per=_PAGE).execute(
        text("SELECT seq, text FROM document ORDER BY seq")
    )
    for page in rows.partitions(_PAGE):
        index_words(target, [(row.seq, fold(row.text)) for row in page])
