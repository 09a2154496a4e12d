"""Archives to test on: a file each, and a database each where a PostgreSQL was started."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from dateline.store.log import begin
from dateline.store.open import Archive, open_archive
from dateline.store.schema import REVISION, Base

_NUMBER = count()


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an archive can be made, for each kind of database."""
    if request.param == "sqlite":
        yield str(tmp_path / "made" / "archive.sqlite")
        return
    with database() as address:
        yield address


@pytest.fixture(scope="session")
def shared() -> Iterator[str]:
    """One archive on the server, emptied for each test: making its tables takes longer than one."""
    with database() as address:
        open_archive(address, create=True).close()
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    """A new archive in each kind of database."""
    if request.param == "sqlite":
        with open_archive(str(tmp_path / "archive.sqlite"), create=True) as made:
            yield made
        return
    with open_archive(request.getfixturevalue("shared")) as made:
        with made.writing() as connection:
            names = ", ".join([*Base.metadata.tables, "words"])
            connection.execute(text(f"TRUNCATE {names}"))
            begin(connection, REVISION)
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Archive]:
    """A new archive in one file."""
    with open_archive(str(tmp_path / "archive.sqlite"), create=True) as made:
        yield made


class database:  # noqa: N801
    """A schema of its own, dropped at the end; skips where `tools/test` could start no server."""

    def __enter__(self) -> str:
        server = os.environ.get("DATELINE_TEST_POSTGRES")
        if not server:
            why = os.environ.get("DATELINE_NO_POSTGRES", "tools/test starts one")
            pytest.skip(f"no PostgreSQL with PostGIS: {why}")
        self.name = f"archive_{os.getpid()}_{next(_NUMBER)}"
        address = server.replace("postgresql://", "postgresql+psycopg://", 1)
        self.engine = create_engine(address)
        with self.engine.begin() as connection:
            connection.execute(text("CREATE SCHEMA IF NOT EXISTS gis"))
            connection.execute(text("CREATE EXTENSION IF NOT EXISTS postgis SCHEMA gis"))
            connection.execute(text(f"CREATE SCHEMA {self.name}"))
        return f"{server}&options=-csearch_path%3D{self.name},gis"

    def __exit__(self, *_: object) -> None:
        with self.engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {self.name} CASCADE"))
        self.engine.dispose()
