from __future__ import annotations

import pytest

from dateline.core.agreements import Compound, Counterpart
from dateline.ingest.plain import from_text
from dateline.pipeline.standard import standard


@pytest.mark.parametrize(
    ("title", "text", "pairs"),
    [
        (
            "Automaker to cut 16,000 jobs at Opel",
            "The automaker said that it would cut 10,000 jobs at Opel, its European division.",
            [("16,000", "10,000")],
        ),
        (
            "Stocks reach 17-year lows",
            "Stocks fell on Thursday and reach twelve lows. It was a new 12-year low for stocks.",
            [("17", "twelve"), ("17", "12")],
        ),
        (
            "Company posts first loss since 1996",
            "The company has posted its first loss since 1992.",
            [("1996", "1992")],
        ),
        (
            "Над областями сбили 57 беспилотников",
            "Над тремя областями сбили 37 беспилотников, сообщило министерство.",
            [("57", "37")],
        ),
        ("Rain falls", "It rained for 3 days in the town, and 40 houses were damaged.", []),
    ],
)
def test_a_number_of_the_headline_meets_the_one_told_of_the_same(
    title: str, text: str, pairs: list[tuple[str, str]]
) -> None:
    doc, layers = standard()(from_text(text, title=title))

    found = [(doc.quote(c.span), doc.quote(c.other)) for c in layers.of(Counterpart)]

    assert found == pairs


def test_a_number_tied_to_a_word_is_kept_with_how_the_word_begins() -> None:
    _doc, layers = standard()(from_text("Убит 28-летний водитель. Т-72 сгорел.", lang="ru"))

    assert [(c.value, c.word) for c in layers.of(Compound)] == [(28.0, "летни")]
