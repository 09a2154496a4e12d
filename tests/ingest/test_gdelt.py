"""GDELT rows are pointers: an address and when it was seen, and nothing read in them."""

from __future__ import annotations

import pytest

from dateline.core.capture import Skipped, Taken
from dateline.core.document import Role
from dateline.core.failure import Failure
from dateline.ingest.gdelt import from_gkg, is_gkg
from dateline.pipeline.standard import standard

CELLS = [
    "20250609080000-12",
    "20250609080000",
    "1",
    "news.example",
    "https://news.example/1",
    "",
    "",
    "KILL;ARMEDCONFLICT;WB_2433_CONFLICT_AND_VIOLENCE",
    "KILL,12",
    "4#Sumy, Sums'ka Oblast', Ukraine#UP#UP21#50.9#34.8#-1",
    *[""] * 17,
]


def row(**changes: str) -> bytes:
    places = {"date": 1, "collection": 2, "address": 4}
    cells = list(CELLS)
    for name, value in changes.items():
        cells[places[name]] = value
    return "\t".join(cells).encode() + b"\n"


def test_a_row_points_to_a_page_and_says_when_it_was_seen() -> None:
    (piece,) = from_gkg([row()], name="g.csv", fetched="now")

    assert isinstance(piece, Taken) and piece.document and piece.document.published
    assert piece.pointers == ("https://news.example/1",)
    assert piece.document.published.value == "2025-06-09T08:00:00+00:00"
    assert piece.content == row().rstrip(b"\n")
    assert piece.capture.url == "gdelt:20250609080000-12"


def test_themes_are_kept_and_nothing_is_read_in_them() -> None:
    (piece,) = from_gkg([row()], name="g.csv", fetched="now")
    assert isinstance(piece, Taken) and piece.document

    doc, layers = standard()(piece.document)

    assert "ARMEDCONFLICT" in doc.text and "Sumy" not in doc.text
    assert {block.role for block in doc.blocks} == {Role.FURNITURE}
    assert list(layers) == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (row(collection="2", address="BBC Monitoring"), Skipped),
        (row(address="file:///etc/passwd"), Skipped),
        (row(date="yesterday"), Failure),
        (row(date="20251309080000"), Failure),
        (b"one\ttwo\n", Failure),
        (b"x" * (2 << 20), Failure),
    ],
)
def test_what_is_no_pointer_to_the_web_is_named(content: bytes, kind: type) -> None:
    (piece,) = from_gkg([content], name="g.csv", fetched="now")

    assert isinstance(piece, kind)


def test_blank_rows_are_no_rows() -> None:
    assert list(from_gkg([b"\n", b" \r\n"], name="g.csv", fetched="now")) == []


def test_rows_are_told_by_their_first_line() -> None:
    assert is_gkg(row())
    assert not is_gkg(b"a\tb\n") and not is_gkg(b"") and not is_gkg(b"id,name\n1,2\n")
