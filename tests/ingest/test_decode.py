"""Bytes become text in every encoding that pages are saved in; other bytes are refused by name."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.errors import UnsupportedMedia
from dateline.ingest.decode import decode

RUSSIAN = "В районе села Верховка слышали взрывы, сообщил глава совета. Никто не пострадал."
UKRAINIAN = "Біля села Верхівка чули вибухи, повідомив голова ради. Ніхто не постраждав, її їм є."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "utf-32"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso8859-5"),
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8-u"),
        ("Plain words.", "ascii"),
        ("Grüße aus Köln, sagte der Präsident über die Straße", "cp1252"),
    ],
)
def test_text_is_read_in_the_encoding_it_was_saved_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_what_the_page_declares_decides_where_it_is_no_utf8() -> None:
    page = '<meta charset="windows-1251"><p>Мост</p>'

    assert "Мост" in decode(page.encode("cp1251"))


def test_valid_utf8_is_read_as_such_whatever_the_page_declares() -> None:
    page = '<meta charset="windows-1251"><p>Мост закрыт</p>'

    assert "Мост закрыт" in decode(page.encode("utf-8"))


def test_a_page_with_one_broken_byte_is_still_utf8() -> None:
    data = (RUSSIAN * 5).encode("utf-8") + b"\xff"

    assert decode(data) == RUSSIAN * 5 + "\ufffd"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 \x00", "a PDF"),
        (b"PK\x03\x04rest", "zip archive"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x00\x00\x00\x18ftypmp42", "video"),
        (b"{\\rtf1 text}", "RTF"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x00" * 500, "binary"),
    ],
)
def test_bytes_that_are_no_text_are_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(UnsupportedMedia, match=what):
        decode(data)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    signed = any(text.startswith(mark) for mark in ("%PDF", "PK", "BZh", "RIFF", "ID3", "\ufeff"))
    if not signed and text[4:8] != "ftyp":
        assert decode(codecs.BOM_UTF8 + text.encode()) == text
