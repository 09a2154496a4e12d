"""Which files a list of paths stands for, and what happens to those that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.core.errors import EmptyDocument, IngestError, UnsupportedMedia
from dateline.ingest import files
from dateline.ingest.files import find_files, read_bytes


def test_a_folder_is_its_readable_files_sorted_and_the_rest_is_named(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/2.html", "a.txt", "c.MD", "photo.jpg", ".git/x.txt", ".hidden.txt"):
        (tmp_path / name).write_text("x")

    found = find_files([tmp_path])

    assert [Path(file).relative_to(tmp_path).as_posix() for file in found.files] == [
        "a.txt",
        "b/2.html",
        "c.MD",
    ]
    assert [Path(file).name for file in found.skipped] == ["photo.jpg"]


def test_files_keep_the_order_of_the_caller_and_stand_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "z.dat").write_text("x")
    named = str(tmp_path / "z.dat")

    assert find_files([named, tmp_path, named]).files == (named, str(tmp_path / "a.txt"))


def test_a_link_that_leads_back_up_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)

    assert len(find_files([tmp_path]).files) == 1


def test_a_path_that_does_not_exist_is_kept_so_that_reading_it_fails() -> None:
    assert find_files(["no/such/file.txt"]).files == ("no/such/file.txt",)
    with pytest.raises(IngestError, match="no such file"):
        read_bytes("no/such/file.txt")


def test_a_file_that_holds_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" \n ")

    with pytest.raises(EmptyDocument, match="empty"):
        read_bytes(str(tmp_path / "a.txt"))


def test_a_file_that_is_too_large_is_refused_without_being_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1 << 20)
    (tmp_path / "a.txt").write_bytes(b"x" * ((1 << 20) + 1))

    with pytest.raises(UnsupportedMedia, match="larger than 1 MiB"):
        read_bytes(str(tmp_path / "a.txt"))


def test_a_file_without_end_is_refused() -> None:
    with pytest.raises(UnsupportedMedia, match="larger than 16 MiB"):
        read_bytes("/dev/zero")
