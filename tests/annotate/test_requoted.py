"""Which quotations run parallel, and how much of a headline's quotation the body holds."""

from __future__ import annotations

import pytest
from build import document, span_of

from dateline.annotate.requoted import requoted
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Quotation


def _quoted(doc: Document, words: str) -> Quotation:
    span = span_of(doc, words)
    return Quotation(span=span, made_by="test", pieces=(span,))


@pytest.mark.parametrize(
    ("first", "second", "changed"),
    [
        (
            "we lost three tanks and not a man",
            "we lost five tanks and not a man",
            ("five", "three"),
        ),
        ("we did not open fire on the town", "we did open fire on the town", ("", "not")),
        ("we lost three tanks and not a man", "we lost three tanks", None),
        ("мы потеряли три танка в бою", "мы потеряли трех танков в боях", None),
        ("we lost three tanks and not a man", "the talks will go on in the spring", None),
    ],
)
def test_a_difference_counts_where_it_carries_meaning(
    first: str, second: str, changed: tuple[str, str] | None
) -> None:
    doc = document(first, second)
    items = list(requoted.annotate(doc, Layers([_quoted(doc, first), _quoted(doc, second)])))

    assert [item.changed for item in items] == ([(changed,)] if changed else [])


def test_says_how_much_of_the_headlines_quotation_one_paragraph_has() -> None:
    doc = document(
        "He said the front would hold whatever came.", headline="We hold the front whatever"
    )
    head, body = _quoted(doc, "We hold the front whatever"), _quoted(doc, "the front would hold")

    [item] = requoted.annotate(doc, Layers([head, body]))

    assert item.shared == 1.0
