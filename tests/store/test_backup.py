from __future__ import annotations

import io
from pathlib import Path

import pytest
from archives import address, fill

from dateline.core.errors import ArchiveError
from dateline.run.export import write
from dateline.store.backup import backup, restore
from dateline.store.open import Archive, open_archive
from dateline.store.search import Filter, search
from dateline.store.verify import verify


def exported(archive: Archive) -> bytes:
    out = io.BytesIO()
    with archive.reading() as connection:
        write(connection, Filter(), "jsonl", out)
    return out.getvalue()


def test_a_backup_brought_back_is_the_same_archive_in_either_database(
    archive: Archive, where: str, tmp_path: Path
) -> None:
    fill(archive)
    before = verify(address(archive))

    saved = backup(archive, tmp_path / "saved.sqlite")
    back = restore(tmp_path / "saved.sqlite", where)

    with open_archive(where) as restored, restored.reading() as connection:
        assert exported(restored) == exported(archive)
        assert len(search(connection, Filter(words="drones")).hits) == 1
        assert len(search(connection, Filter(box=(34.0, 50.0, 35.0, 51.0))).hits) == 1
    assert before.head == saved.head == back.head
    assert back.problems == ()


def test_a_backup_overwrites_nothing(file: Archive, tmp_path: Path) -> None:
    fill(file)
    (tmp_path / "notes").write_text("mine")

    with pytest.raises(ArchiveError, match="is there already"):
        backup(file, tmp_path / "notes")

    assert (tmp_path / "notes").read_text() == "mine"


def test_what_a_stopped_backup_left_is_no_hindrance(file: Archive, tmp_path: Path) -> None:
    fill(file)
    backup(file, tmp_path / "first.sqlite")
    (tmp_path / "first.sqlite").rename(tmp_path / "saved.sqlite.part")
    (tmp_path / "saved.sqlite.part.open").touch()

    assert backup(file, tmp_path / "saved.sqlite").problems == ()


def test_a_restore_overwrites_nothing(archive: Archive, tmp_path: Path) -> None:
    fill(archive)
    backup(archive, tmp_path / "saved.sqlite")

    with pytest.raises(ArchiveError, match="already"):
        restore(tmp_path / "saved.sqlite", address(archive))

    assert verify(address(archive)).problems == ()


def test_a_backup_that_decayed_is_not_brought_back(file: Archive, tmp_path: Path) -> None:
    fill(file)
    saved = tmp_path / "saved.sqlite"
    backup(file, saved)
    content = bytearray(saved.read_bytes())
    content[len(content) // 2] ^= 1
    saved.write_bytes(content)

    with pytest.raises(ArchiveError, match="does not hold"):
        restore(saved, str(tmp_path / "other.sqlite"))

    assert not (tmp_path / "other.sqlite").exists()


def test_a_backup_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no such backup"):
        restore(tmp_path / "gone.sqlite", str(tmp_path / "other.sqlite"))
