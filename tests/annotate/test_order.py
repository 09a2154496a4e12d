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
        ("It will come from 2011 to 2009.", "en", [("2011", "2009")]),
        ("The vote was held from March 17 to 15.", "en", [("March 17", "15")]),
        ("В период с 2005 по 1994 год работал в банке.", "ru", [("2005", "1994 год")]),
        ("Вогонь припинять з 10 до 8 травня.", "uk", [("10", "8 травня")]),
        ("He led it from September to February 2005.", "en", []),
        ("It is shut from 28 December to 3 January.", "en", []),
        ("The gap between 2016 and 2014 grew.", "en", []),
        ("Troops were there 10 May to 8 May.", "en", []),
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
