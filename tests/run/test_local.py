"""`dateline.read`: a file or a text in, a record out."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import dateline
from dateline.core.errors import IngestError, UnsupportedMedia, UsageError
from dateline.run.local import read_text

REPORT = "Bridge closed\n\nThe bridge was closed on Monday, the council said.\n"


def test_the_room_of_the_same_name_does_not_hide_the_function() -> None:
    """`import dateline.read.layout`, which reading does, used to put the module in its place."""
    import_module("dateline.read.layout")
    dateline.read(REPORT)

    assert dateline.read(REPORT).document.text == REPORT


def test_a_string_is_the_report_and_a_path_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT)

    assert dateline.read(path) == dateline.read(REPORT)


def test_a_string_that_names_an_existing_file_is_read_as_that_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT)

    assert dateline.read(str(path)).document.text == REPORT


def test_text_from_strangers_never_opens_a_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT)

    assert read_text(str(path)).document.text == str(path)


def test_a_string_that_can_only_be_a_path_is_not_taken_for_a_report() -> None:
    with pytest.raises(IngestError, match=r"gone/report\.html: no such file"):
        dateline.read("gone/report.html")


@pytest.mark.parametrize("text", ["Short.", "a\x00b", "x" * 5000, "Two\nlines.txt", "."])
def test_any_other_string_is_a_report(text: str) -> None:
    assert dateline.read(text).document.text == text


def test_line_ends_and_marks_of_a_plain_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"\xef\xbb\xbfHead\r\n\r\nIt ended.\r\n")

    assert dateline.read(path).document.text == "Head\r\n\r\nIt ended.\r\n"


def test_a_lone_surrogate_becomes_one_replacement_character() -> None:
    assert dateline.read("a\ud800b").document.text == "a\ufffdb"


def test_a_file_of_another_kind_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF-1.7")

    with pytest.raises(UnsupportedMedia, match=r"report\.pdf: a PDF: want"):
        dateline.read(path)


def test_a_date_that_is_none_is_refused_before_anything_is_read() -> None:
    with pytest.raises(UsageError, match="published: want 2025-06-09"):
        dateline.read(Path("gone.txt"), published="June")


def test_what_was_said_and_what_was_found_keep_how() -> None:
    record = dateline.read(REPORT, published="2025-06-09T08:00+03:00")

    assert record.document.published == "2025-06-09T08:00+03:00"
    assert record.document.how["published"] == "given"
    assert record.document.how["title"] == "first line"
