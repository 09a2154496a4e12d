"""Stretches beside two dates, and dates beside words that count from publication."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.stretchpair import daysbeside, stretchpairs
from dateline.annotate.timex import timex
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence
from dateline.resolve.dates import dates
from dateline.resolve.stretches import ago, stretches


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        (
            "Begun on November 28, broken on December 10, nearly three weeks after it began.",
            "en",
            [((17, 21), 12)],
        ),
        (
            "Начало 28 ноября, срыв 10 декабря, через две недели после начала.",
            "ru",
            [((12, 16), 12)],
        ),
        ("It lasted five days, from June 1 to June 12.", "en", [((4, 6), 11)]),
        ("Трехдневное перемирие с 8 по 15 мая.", "ru", [((2, 4), 7)]),
        ("It lasted from June 1 to June 12, five days in all.", "en", []),
        ("On 27 June 1950, two days after the army invaded, he spoke.", "en", []),
        ("It began on November 28, three weeks after the talks of December 10.", "en", []),
        ("He left on May 5, June 6 and July 7, two weeks after the vote.", "en", []),
    ],
)
def test_just_two_days_and_the_stretch_behind_the_later(
    text: str, lang: str, found: list[tuple[tuple[int, int], int]]
) -> None:
    doc = document(text, lang=lang, published="2024-12-11")
    whole = Sentence(span=doc.blocks[0].span, made_by="test")
    layers = Layers([*timex.annotate(doc, Layers()), whole])
    layers |= Layers(dates.annotate(doc, layers))
    layers |= Layers(stretchpairs.annotate(doc, layers))
    items = list(stretches.annotate(doc, layers))

    assert [(i.stated_days, i.since.gap_days(i.until)[0]) for i in items] == found


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("It came two weeks ago, on June 3.", "en", [((-16, -12), -6)]),
        ("It came yesterday, June 8.", "en", [((-2, 0), -1)]),
        ("Это было вчера, 5 июня.", "ru", [((-2, 0), -4)]),
        ("It came two weeks ago. On June 3 they left.", "en", []),
    ],
)
def test_a_date_right_beside_words_that_count_from_publication(
    text: str, lang: str, found: list[tuple[tuple[int, int], int]]
) -> None:
    doc = document(text, lang=lang, published="2025-06-09")
    layers = Layers(timex.annotate(doc, Layers()))
    layers |= Layers(daysbeside.annotate(doc, layers))

    assert [(i.stated, i.days) for i in ago.annotate(doc, layers)] == found
