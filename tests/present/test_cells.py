from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.present.cells import pad, safe, shortened, width, wrapped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("tab\tand\nbreak", "tab and break"),
        ("\x1b[2Jgone", "\ufffd[2Jgone"),
        ("\u202etxt.exe", "\ufffdtxt.exe"),
        ("Куп’янськ", "Куп’янськ"),
        ("soft\u00adhyphen", "soft-hyphen"),
        ("zero\u200bwidth", "zero\u200bwidth"),
    ],
)
def test_nothing_that_steers_a_terminal_is_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(st.text())
def test_what_is_shown_holds_no_control_character_and_is_as_long(text: str) -> None:
    shown = safe(text)

    assert len(shown) == len(text)
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cs"}


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("Київ", 4), ("東京", 4), ("е́", 1), ("a\u200bb", 2), ("🚀", 2)]
)
def test_wide_characters_take_two_cells_and_accents_none(text: str, cells: int) -> None:
    assert width(text) == cells
    assert width(pad(text, 10)) == 10


@given(st.text(), st.integers(4, 60))
def test_no_wrapped_line_is_wider_than_asked(text: str, cells: int) -> None:
    lines = wrapped(text, cells)

    assert lines
    assert max(map(width, lines)) <= cells


def test_words_are_cut_at_a_blank_and_the_cut_is_shown() -> None:
    assert shortened("one two three", 40) == "one two three"
    assert shortened("one two, three", 10) == "one two…"
