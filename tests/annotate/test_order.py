"""Which of two dates of a sentence is told as the later."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.order import orders
from dateline.annotate.timex import timex
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("They left on 17 May after the plant fell on 19 May.", "en", [("19 May", "17 May")]),
        ("They left on 17 May before the plant fell on 19 May.", "en", [("17 May", "19 May")]),
        ("Они ушли 17 мая после потери завода 19 мая.", "ru", [("19 мая", "17 мая")]),
        ("It fell on 17 May after which they left on 19 May.", "en", []),
        ("They left on 17 May. After that, on 19 May, it fell.", "en", []),
        ("They left on 17 May, and after a rest, on 19 May, came back.", "en", []),
    ],
)
def test_a_word_of_order_right_behind_a_date_joins_it_to_the_next(
    text: str, lang: str, found: list[tuple[str, str]]
) -> None:
    doc = document(text, lang=lang)
    whole = Sentence(span=doc.blocks[0].span, made_by="test")
    layers = Layers([*timex.annotate(doc, Layers()), whole])
    told = [(doc.quote(i.earlier), doc.quote(i.later)) for i in orders.annotate(doc, layers)]

    assert told == found
