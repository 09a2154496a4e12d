"""One happening, one story, or neither: place, time, kind and target decide."""

from __future__ import annotations

from typing import Any

import pytest
from told import KONOTOP, OBLAST, ODESA, SUBURB, SUMY, told

from dateline.link.likeness import Same, likeness, same

SAME_DAY = ("2025-05-20", "2025-05-20")


@pytest.mark.parametrize(
    ("a", "b", "published", "relation"),
    [
        ({}, {}, SAME_DAY, Same.INCIDENT),
        ({}, {"places": (OBLAST,)}, SAME_DAY, Same.INCIDENT),
        ({}, {"places": (OBLAST,)}, ("2025-05-20", "2025-05-21"), Same.RELATED),
        ({}, {"places": (SUBURB,)}, SAME_DAY, Same.RELATED),
        ({"agents": ("russia",)}, {"places": (OBLAST,), "agents": ("ukraine",)}, SAME_DAY,
         Same.RELATED),
        ({"agents": ("russia",)}, {"agents": ("ukraine",)}, SAME_DAY, Same.INCIDENT),
        ({}, {"kinds": ("explosion",)}, SAME_DAY, Same.INCIDENT),
        ({}, {"kinds": ("exchange",)}, SAME_DAY, Same.RELATED),
        ({}, {"targets": ("bridge",), "places": (OBLAST,)}, SAME_DAY, Same.RELATED),
        ({}, {}, ("2025-05-20", "2025-05-21"), Same.INCIDENT),
        ({}, {"turns": ("again",)}, ("2025-05-20", "2025-05-21"), Same.RELATED),
        ({}, {}, ("2025-05-20", "2025-05-23"), Same.RELATED),
        ({}, {"turns": ("follow",)}, ("2025-05-20", "2025-05-23"), Same.INCIDENT),
        ({"turns": ("follow",)}, {}, ("2025-05-20", "2025-05-23"), Same.RELATED),
        ({}, {}, ("2025-05-20", "2025-06-23"), Same.DIFFERENT),
        ({}, {"places": (ODESA,)}, SAME_DAY, Same.RELATED),
        ({}, {"places": (ODESA,), "targets": ("bridge",)}, SAME_DAY, Same.DIFFERENT),
        ({"days": ("2025-05-18", "2025-05-18")}, {"days": ("2025-05-01", "2025-05-01")},
         SAME_DAY, Same.DIFFERENT),
        ({"places": (), "names": ("lebe",)}, {"places": (), "names": ("lebe",)},
         SAME_DAY, Same.INCIDENT),
        ({"places": ()}, {}, SAME_DAY, Same.RELATED),
    ],
)  # fmt: skip
def test_what_two_claims_are_about(
    a: dict[str, Any], b: dict[str, Any], published: tuple[str, str], relation: Same
) -> None:
    one, other = told(**a), told("b", **b)

    assert same(likeness(one, other, published)) is relation
    assert same(likeness(other, one, (published[1], published[0]))) is relation


def test_a_sentence_with_another_town_in_it_is_one_happening_told_otherwise() -> None:
    words = {"keys": ("dron", "bus", "carr", "civil", "noon")}
    found = likeness(told(**words), told("b", places=(KONOTOP,), **words), SAME_DAY)

    assert same(found) is Same.INCIDENT


def test_a_day_is_that_of_the_words_before_that_of_the_report() -> None:
    dated = told(days=("2025-05-12", "2025-05-12"), places=(SUMY,))

    assert likeness(dated, told("b"), ("2025-05-20", "2025-05-20")).gap == 7
