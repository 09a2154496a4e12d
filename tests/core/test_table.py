"""Tab-separated tables name the file and the line of what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.core.errors import LexiconError
from dateline.core.table import parse_table

PATH = Path("words.tsv")


def test_reads_rows_and_passes_over_comments() -> None:
    rows = list(parse_table(PATH, "# why\nword\tvalue\n\nsaid\tassert\n", ("word", "value")))

    assert rows == [{"word": "said", "value": "assert"}]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word\tclass\n", r"words.tsv: entry 'line 1': want the columns"),
        ("word\tvalue\nsaid\n", r"words.tsv: entry 'line 2': want 2 cells, got 1"),
    ],
)
def test_names_the_line_and_what_would_be_right(text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        list(parse_table(PATH, text, ("word", "value")))
