"""Markdown loses its marks and keeps its lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.document import Published, Role
from dateline.ingest.markdown import from_markdown


def test_front_matter_tells_date_and_author_and_leaves_its_lines_behind() -> None:
    doc = from_markdown(
        "---\ndate: 2025-06-09\nauthor: Maria Stone\n---\n# Bridge closed\n\nText.\n"
    )

    assert doc.published == Published("2025-06-09", "front matter date")
    assert doc.byline is not None
    assert doc.byline.value == "Maria Stone"
    assert doc.text.split("\n")[4] == "Bridge closed"


def test_a_title_that_stands_in_the_front_matter_alone_is_the_headline() -> None:
    doc = from_markdown('---\ntitle: "Bridge closed"\n---\nText of the report.\n')

    (headline,) = doc.blocks
    assert headline.role is Role.HEADLINE
    assert doc.quote(headline.span) == "Bridge closed"
    assert doc.text.split("\n")[1] == "Bridge closed"


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("He **said** so", "He said so"),
        ("He *said* so", "He said so"),
        ("a [link](https://e.example/2025/06/08/x) here", "a link here"),
        ("![The bridge](b.jpg)", "The bridge"),
        ("> quoted words", "quoted words"),
        ("- first", "first"),
        ("## Head ##", "Head"),
        ("snake_case_word", "snake_case_word"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("[1]: https://e.example", ""),
        (r"1\. not a list", "1. not a list"),
    ],
)
def test_marks_go_and_words_stay(marked: str, plain: str) -> None:
    assert from_markdown(f"Line.\n\n{marked}\n").text.split("\n")[2] == plain


@given(st.text(alphabet="ab *_[]()#>-`\n\\!", max_size=80))
def test_every_line_of_the_file_is_the_same_line_of_the_text(source: str) -> None:
    assert from_markdown(source).text.count("\n") == source.count("\n")
