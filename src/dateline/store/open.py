"""
Open an archive: one SQLite file, or a PostgreSQL database that a team shares.

Says where it is, makes it on first use, and gives connections that read or write. What is written
is not this module's business.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError

import dateline.store.workbench  # noqa: F401  (its tables belong to Base)
from dateline.core.errors import ArchiveError
from dateline.store.schema import REVISION, Base
from dateline.store.seal import Seal
from dateline.world.packs import home

_PATIENCE = 60_000
"""Milliseconds that a writer waits for another."""
_PRAGMAS = (
    f"PRAGMA busy_timeout = {_PATIENCE}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA cache_size = -65536",
)
_WRITER = 0x64617465
"""The number of the advisory lock that one writer of a PostgreSQL archive holds."""


def location(where: str | None = None) -> str:
    """`where`, else DATELINE_ARCHIVE, else `archive.sqlite` in DATELINE_HOME."""
    return where or os.environ.get("DATELINE_ARCHIVE") or str(home() / "archive.sqlite")


class Archive:
    """An open archive; `path` is its file, None on a server. Close it when done."""

    def __init__(self, engine: Engine, path: Path | None) -> None:
        self.engine = engine
        self.path = path
        self.seal = Seal(path) if path else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the archive and must not write."""
        with told(), self.engine.connect() as connection:
            if self.path is None:
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """
        One transaction of the only writer: all of it is kept, or nothing.

        For more than one, hold a `session` around them.
        """
        with told(), self.engine.connect() as raw:
            connection = raw.execution_options(immediate=True)
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITER})"))
                yield connection

    @contextmanager
    def session(self) -> Iterator[None]:
        """Hold this while writing: at its end the file is folded together and sealed."""
        if self.path is None:
            yield
            return
        seal = Seal(self.path)  # of its own: two threads may each hold a session
        seal.open()
        try:
            yield
        finally:
            seal.close(self._fold)

    def _fold(self) -> bool:
        """Write the journal back into the one file; False while somebody else still reads it."""
        with self.engine.connect() as connection:
            row = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            return not row[0]

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_archive(where: str | None = None, *, create: bool = False) -> Archive:
    """
    The archive at a path or a `postgresql://` address; `create` makes it where there is none.

    Raises:
        ArchiveError: there is none, it is none, a newer dateline made it, or it cannot be reached.
    """
    place = location(where)
    with told():
        archive = _at(place, create=create)
        try:
            _bring_up(archive, place, create=create)
        except BaseException:
            archive.close()
            raise
    return archive


def unmade(where: str) -> Archive:
    """An archive whose tables the caller makes: where a copy is to be put."""
    with told():
        return _at(where, create=True)


def _at(place: str, *, create: bool) -> Archive:
    if place.startswith(("postgresql://", "postgresql+psycopg://")):
        return Archive(_server(place), None)
    return _file(Path(place.removeprefix("sqlite:///")), create=create)


def _server(address: str) -> Engine:
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise ArchiveError(
            "a PostgreSQL archive needs the extra `team`: pip install 'dateline[team]'"
        ) from error
    return create_engine(address.replace("postgresql://", "postgresql+psycopg://", 1))


def _file(path: Path, *, create: bool) -> Archive:
    if not path.exists() and not create:
        raise ArchiveError(f"{path}: no archive here: `dateline add PATH` makes one")
    if create:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            # From its first byte on, a file that nobody has finished is marked so.
            Seal(path).marker.touch(mode=0o600)
            path.touch(mode=0o600)
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return Archive(engine, path)


def _prepare(connection: Any, _: Any) -> None:
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _bring_up(archive: Archive, place: str, *, create: bool) -> None:
    found = _revision(archive)
    if found == REVISION:
        return
    if found is not None and found > REVISION:
        raise ArchiveError(
            f"{place}: made by a newer dateline (tables {found}, this one knows {REVISION})"
        )
    if found is None and not create:
        raise ArchiveError(f"{place}: no archive in it: `dateline add PATH` makes one")
    if found is None and (others := _others(archive)):
        raise ArchiveError(
            f"{place}: holds other tables ({', '.join(others[:3])}): want a new file or database"
        )
    from dateline.store.log import begin
    from dateline.store.migrations.upgrade import upgrade

    with archive.session(), archive.writing() as connection:
        if _revision_in(connection) != REVISION:
            upgrade(connection)
            begin(connection, REVISION)


def _others(archive: Archive) -> list[str]:
    """Tables of another program, or of an archive that was taken apart."""
    with archive.engine.connect() as connection:
        names = set(inspect(connection).get_table_names())
    return sorted(names if archive.path else names & set(Base.metadata.tables))


def _revision(archive: Archive) -> str | None:
    with archive.engine.connect() as connection:
        return _revision_in(connection)


def _revision_in(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


@contextmanager
def told() -> Iterator[None]:
    """Turn what a database says of a broken or unreachable archive into an ArchiveError."""
    try:
        yield
    except OperationalError as error:
        raise ArchiveError(f"the archive cannot be used: {_said(error)}") from error
    except UnicodeDecodeError as error:
        raise ArchiveError(
            "the archive is damaged (a name in it is no text): `dateline verify`"
        ) from error
    except DatabaseError as error:
        if "malformed" in str(error) or "not a database" in str(error):
            raise ArchiveError(
                f"the archive is damaged ({_said(error)}): `dateline verify` says where; "
                "`dateline restore` brings back a backup"
            ) from error
        raise


def _said(error: DatabaseError) -> str:
    return str(error.orig).strip().split("\n")[0]
