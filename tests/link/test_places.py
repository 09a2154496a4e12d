"""How places lie to each other; areas are never turned into points."""

from __future__ import annotations

import pytest
from told import KONOTOP, OBLAST, ODESA, SUBURB, SUMY, UKRAINE

from dateline.link.places import Lie, finest, kilometres, lie
from dateline.link.told import Where

CRIMEA = Where("ua:crimea", "Crimea", "region", 45.3, 34.4, ("UA-43", "UA"), "UA")
SAKY = Where("saky", "Saky", "settlement", 45.13, 33.6, ("UA-43", "UA"), "UA")


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ((SUMY,), (SUMY,), Lie.SAME),
        ((SUMY,), (OBLAST,), Lie.WITHIN),
        ((SAKY,), (CRIMEA,), Lie.WITHIN),
        ((SUMY,), (SUBURB,), Lie.NEAR),
        ((SUMY,), (KONOTOP,), Lie.REGION),
        ((SUMY,), (ODESA,), Lie.APART),
        ((SUMY, ODESA), (ODESA,), Lie.SAME),
        ((SUMY, OBLAST), (KONOTOP, OBLAST), Lie.REGION),
        ((SUMY,), (UKRAINE,), Lie.UNKNOWN),
        ((), (SUMY,), Lie.UNKNOWN),
    ],
)
def test_two_sets_of_places(a: tuple[Where, ...], b: tuple[Where, ...], relation: Lie) -> None:
    assert lie(a, b) is relation
    assert lie(b, a) is relation


def test_an_area_is_not_finest_where_a_place_in_it_is_named() -> None:
    assert finest((OBLAST, SUMY, UKRAINE)) == (SUMY,)


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    north = Where("n", "N", "settlement", 51.91, 34.8)

    assert kilometres(SUMY, north) == pytest.approx(111.2, abs=0.2)
