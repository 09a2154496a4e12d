"""Which lists are the parts of a number."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.tally import tallies
from dateline.annotate.total import totals
from dateline.core.layers import Layers


@pytest.mark.parametrize(
    ("text", "lang", "parts"),
    [
        ("They moved 64 people: 31 women, 12 men and 21 children.", "en", [31, 12, 21]),
        ("Of the 64 people, 31 were women and 33 were men, it said.", "en", [31, 33]),
        ("Вывезли 64 человека: 31 женщину, 12 мужчин и 9 детей, сообщили.", "ru", [31, 12, 9]),
        ("Вивезли 64 людини — 31 жінку, 12 чоловіків і 9 дітей.", "uk", [31, 12, 9]),
        ("They moved 64 people, including 31 women and 12 men.", "en", []),
        ("They moved 64 people: 31 women and many men.", "en", []),
        ("They moved 64 people: at least 31 women and 12 men.", "en", []),
        ("They moved 64 people: 31 women. 12 men stayed.", "en", []),
        ("They saw 7 houses: 3 women and 2 men.", "en", []),
    ],
)
def test_only_a_closed_list_of_exact_numbers_is_parts(
    text: str, lang: str, parts: list[float]
) -> None:
    doc = document(text, lang=lang)
    layers = Layers(tallies.annotate(doc, Layers()))
    found = [value for item in totals.annotate(doc, layers) for _, value in item.parts]

    assert found == parts
