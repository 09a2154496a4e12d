from __future__ import annotations

import pytest

from dateline.core.agreements import PartOf
from dateline.ingest.plain import from_text
from dateline.pipeline.standard import standard


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It shot down 47 drones, fifty-two of them over the sea.", [52]),
        ("Эвакуированы 198 человек, из них 20 детей.", [20]),
        ("Евакуйовано 198 людей, серед них 20 дітей.", [20]),
        ("It freed 303 people, of whom 240 were soldiers and 70 civilians.", [240, 70]),
        ("On a good day 80 to 100 of them came.", []),
        ("Prices rose by 5 percent, and 20 people left.", []),
    ],
)
def test_a_part_is_known_by_the_words_for_of_them(text: str, parts: list[int]) -> None:
    _, layers = standard()(from_text(text))

    assert [value for item in layers.of(PartOf) for _, value in item.parts] == parts
