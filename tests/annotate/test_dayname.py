"""Which weekday belongs to which date."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.dayname import daynames
from dateline.annotate.timex import timex
from dateline.core.layers import Layers


@pytest.mark.parametrize(
    ("text", "lang", "pairs"),
    [
        ("It began on Monday, June 8.", "en", [(1, "Monday, June 8")]),
        (
            "It began shortly before 3 a.m. on Monday, June 8.",
            "en",
            [(1, "shortly before 3 a.m. on Monday, June 8")],
        ),
        ("Атака во вторник, 8 июня.", "ru", [(2, "вторник, 8 июня")]),
        ("Атака 25 июля, в четверг.", "ru", [(4, "25 июля, в четверг")]),
        ("Атака 8 червня, у вівторок.", "uk", [(2, "8 червня, у вівторок")]),
        ("She was sentenced on Monday. On March 17 a jury met.", "en", []),
        ("It began on June 8.", "en", []),
        ("until Friday\nSeptember 18, 2008", "en", []),
    ],
)
def test_a_weekday_beside_a_date_is_said_of_it(
    text: str, lang: str, pairs: list[tuple[int, str]]
) -> None:
    doc = document(text, lang=lang)
    layers = Layers(timex.annotate(doc, Layers()))
    found = [(i.weekday, doc.quote(i.date)) for i in daynames.annotate(doc, layers)]

    assert found == pairs


def test_in_a_list_the_weekday_before_a_date_owns_it() -> None:
    doc = document("on Monday, Feb. 18, Wednesday, Feb. 20, and Friday, Feb. 22.")
    layers = Layers(timex.annotate(doc, Layers()))

    assert [i.weekday for i in daynames.annotate(doc, layers)] == [1, 3, 5]
