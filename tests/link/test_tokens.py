"""Words and paragraphs as copies are told by."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.link.tokens import paragraphs, tokens


def test_case_accents_and_apostrophes_do_not_make_another_word() -> None:
    assert [t.low for t in tokens("Kup’iansk ЁЛКА")] == [t.low for t in tokens("kup'iansk елка")]


def test_blank_lines_are_no_paragraphs() -> None:
    assert paragraphs("one\n\n  \ntwo") == ((0, 3), (8, 11))


@given(st.text(max_size=60))
def test_each_token_stands_where_it_says(text: str) -> None:
    for token in tokens(text):
        assert text[token.start : token.end].strip() == text[token.start : token.end] != ""
