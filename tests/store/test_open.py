from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from archives import incoming, put
from sqlalchemy import text

from dateline.core.errors import ArchiveError
from dateline.store.open import Archive, location, open_archive
from dateline.store.read import counts
from dateline.store.schema import Base


def test_an_archive_is_made_on_first_use_and_opened_on_the_second(where: str) -> None:
    with open_archive(where, create=True) as archive:
        put(archive, incoming("One report."))

    with open_archive(where) as archive, archive.reading() as connection:
        assert counts(connection)["document"] == 1


@pytest.mark.filterwarnings("ignore:Did not recognize type 'geometry'")
def test_the_revisions_make_what_the_models_say(archive: Archive) -> None:
    def ours(object: object, name: str | None, kind: str, *_: object) -> bool:
        if kind == "table":
            return str(name) in Base.metadata.tables
        return str(name) not in {"words_body", "place_box", "box", "document_newest"}

    with archive.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        differences = compare_metadata(context, Base.metadata)

    assert differences == []


@pytest.mark.parametrize("name", ["gone.sqlite", "folder/gone.sqlite"])
def test_no_archive_is_made_by_asking(name: str, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no archive here"):
        open_archive(str(tmp_path / name))

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_none_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    path.write_text("These are notes, and a long line of them. " * 99)
    before = path.read_bytes()

    with pytest.raises(ArchiveError, match="damaged"):
        open_archive(str(path), create=True)

    assert path.read_bytes() == before


def test_another_program_s_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE birds (name)")
    other.close()

    with pytest.raises(ArchiveError, match="no archive in it"):
        open_archive(str(path))


def test_another_program_s_database_is_not_made_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE birds (name)")
    other.close()

    with pytest.raises(ArchiveError, match="holds other tables"):
        open_archive(str(path), create=True)


def test_only_its_owner_can_read_a_new_archive(tmp_path: Path) -> None:
    path = tmp_path / "home" / "archive.sqlite"
    open_archive(str(path), create=True).close()

    assert [p.stat().st_mode & 0o077 for p in (path, path.parent)] == [0, 0]


def test_an_archive_of_a_newer_dateline_is_told(where: str) -> None:
    with open_archive(where, create=True) as archive, archive.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(ArchiveError, match="newer dateline"):
        open_archive(where)


def test_a_server_that_cannot_be_reached_is_told_in_a_sentence() -> None:
    pytest.importorskip("psycopg")

    with pytest.raises(ArchiveError, match="cannot be used"):
        open_archive("postgresql://nobody@127.0.0.1:1/none?connect_timeout=2")


def test_the_archive_is_where_the_caller_says_else_the_environment_else_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    monkeypatch.delenv("DATELINE_ARCHIVE", raising=False)
    home = location()
    monkeypatch.setenv("DATELINE_ARCHIVE", "postgresql://team")

    assert (home, location(), location("x")) == (
        str(tmp_path / "archive.sqlite"),
        "postgresql://team",
        "x",
    )
