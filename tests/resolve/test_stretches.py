"""A stretch right behind the second of two dates."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.timex import timex
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence
from dateline.resolve.dates import dates
from dateline.resolve.stretches import stretches


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
    items = list(stretches.annotate(doc, layers))

    assert [(i.stated_days, i.since.gap_days(i.until)[0]) for i in items] == found
