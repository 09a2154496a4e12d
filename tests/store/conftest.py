"""Archives to test on: a file each, and a database each where a PostgreSQL was started."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import database
from sqlalchemy import text

from dateline.store.log import begin
from dateline.store.open import Archive, open_archive
from dateline.store.schema import REVISION, Base


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
