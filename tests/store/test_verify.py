from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from archives import address, fill, mutations
from sqlalchemy import text

from dateline.core.errors import ArchiveError
from dateline.store.open import Archive, open_archive
from dateline.store.verify import verify


def test_an_archive_that_nobody_touched_holds(archive: Archive) -> None:
    fill(archive)

    found = verify(address(archive))
    assert (found.problems, found.documents, found.records, found.entries) == ((), 2, 3, 9)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE document SET text = 'Four drones fell.' WHERE seq = 1",
        "UPDATE document SET published = '2025-06-09' WHERE seq = 1",
        "UPDATE document SET address = 'https://b.example/' WHERE seq = 1",
        "UPDATE capture SET body = replace(body, '2025', '2024')",
        "UPDATE record SET packed = (SELECT packed FROM record WHERE document = 2)",
        "UPDATE record SET gist = (SELECT packed FROM record WHERE document = 2)",
        "UPDATE record SET pipeline = 'pipe-one' WHERE pipeline = 'pipe-two' AND document = 2",
        "UPDATE content SET packed = (SELECT packed FROM record WHERE document = 2)",
        "UPDATE pipeline SET body = '{}'",
        "UPDATE log SET note = 'nothing' WHERE n = 3",
        "UPDATE log SET at = '2020-01-01T00:00:00Z' WHERE n = 3",
        "DELETE FROM log WHERE n = 4",
        "UPDATE claim SET status = 'denied'",
        "UPDATE claim SET speaker = 'Nobody'",
        "DELETE FROM claim",
        "UPDATE place SET lat = 50.91",
        "DELETE FROM area",
        "UPDATE event SET body = replace(body, 'strike', 'clash')",
        "DELETE FROM event_claim",
        "INSERT INTO tombstone VALUES ('doc-x', 'y', 3, 'z')",
        "UPDATE document SET record = 'rec-other' WHERE seq = 1",
    ],
)
def test_a_change_behind_dateline_s_back_is_found(archive: Archive, change: str) -> None:
    """Without the seal, as on a server: what rows hold is proven by the log alone."""
    fill(archive)
    with archive.writing() as connection:
        changed = connection.execute(text(change)).rowcount
    if archive.seal:
        archive.seal.write()

    problems = verify(address(archive)).problems
    if changed:
        assert problems != ()
    else:
        assert "UPDATE record SET pipeline" in change


def test_entries_cut_off_at_the_end_are_found_by_a_head_kept_elsewhere(archive: Archive) -> None:
    fill(archive)
    head = verify(address(archive)).head
    with archive.writing() as connection:
        connection.execute(text("DELETE FROM event_claim"))
        connection.execute(text("DELETE FROM event"))
        connection.execute(text("DELETE FROM log WHERE act = 'link'"))
    if archive.seal:
        archive.seal.write()

    assert verify(address(archive)).problems == ()
    assert verify(address(archive), expected=head).problems != ()


def test_any_bit_flipped_in_the_files_is_found(file: Archive, tmp_path: Path) -> None:
    """A sample; tests/soak flips a thousand."""
    fill(file)
    file.close()

    assert mutations(tmp_path, 25, seed=7) == []


@pytest.mark.parametrize("gone", ["archive.sqlite.seal", "archive.sqlite"])
def test_a_file_that_is_gone_is_missed(file: Archive, tmp_path: Path, gone: str) -> None:
    fill(file)
    file.close()
    (tmp_path / gone).unlink()

    if gone == "archive.sqlite":
        with pytest.raises(ArchiveError, match="no archive here"):
            verify(str(tmp_path / "archive.sqlite"))
    else:
        assert verify(str(tmp_path / "archive.sqlite")).problems != ()


def test_a_file_cut_short_is_found(file: Archive, tmp_path: Path) -> None:
    fill(file)
    file.close()
    path = tmp_path / "archive.sqlite"
    path.write_bytes(path.read_bytes()[:-4096])

    assert verify(str(path)).problems != ()


def test_while_somebody_writes_the_archive_is_not_sealed_and_holds(file: Archive) -> None:
    fill(file)
    with file.session():
        with file.writing() as connection:
            connection.execute(text("INSERT INTO state VALUES ('a', 'b')"))
        found = verify(address(file))

    assert (found.sealed, found.problems) == (False, ())
    assert verify(address(file)).sealed is True


@pytest.mark.parametrize("size", [0, 1])
def test_a_first_writer_stopped_before_the_tables_left_no_archive(
    tmp_path: Path, size: int
) -> None:
    """A kill between the first byte of the file and its tables was once told as damage."""
    path = tmp_path / "archive.sqlite"
    path.touch()
    (tmp_path / "archive.sqlite.open").touch()
    if size:
        with sqlite3.connect(path) as made:
            made.execute("PRAGMA journal_mode = WAL")
        made.close()

    with pytest.raises(ArchiveError, match="was stopped"):
        verify(str(path))

    open_archive(str(path), create=True).close()
    assert verify(str(path)).problems == ()
