"""How many of what: bounds from wording, in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told_deeds import counts

from dateline.claim.counted import bounds
from dateline.core.agreements import Tally
from dateline.core.happened import VagueTally
from dateline.core.span import Span

Count = tuple[str, int | None, int | None, int | None]

CASES: list[tuple[str, str, list[Count]]] = [
    (
        "en",
        "The attack killed three people and wounded 11.",
        [("killed", 3, 3, 3), ("wounded", 11, 11, 11)],
    ),
    ("en", "At least 12 people were killed in the attack.", [("killed", 12, 12, None)]),
    ("en", "Up to 30 people were wounded in the strike.", [("wounded", None, None, 30)]),
    ("en", "From five to seven people were killed in the strike.", [("killed", None, 5, 7)]),
    ("en", "The attack killed 5–7 people.", [("killed", None, 5, 7)]),
    ("en", "Dozens of people were wounded in the strike.", [("wounded", None, 24, 99)]),
    ("en", "The attack cost the city 5 million dollars.", []),
    (
        "en",
        "Crews shot down 41 of 58 drones.",
        [("shot_down", 41, 41, 41), ("shot_down", 58, 58, 58)],
    ),
    ("ru", "При обстреле погибли не менее 12 человек.", [("killed", 12, 12, None)]),
    ("ru", "При обстреле ранены до 30 человек.", [("wounded", None, None, 30)]),
    ("ru", "Число погибших при обстреле выросло до 28 человек.", [("killed", 28, 28, 28)]),
    ("ru", "При обстреле погибли десятки людей.", [("killed", None, 20, 99)]),
    ("ru", "Удар уничтожил два танка.", [("destroyed", 2, 2, 2)]),
    ("uk", "Внаслідок удару загинули щонайменше п'ятеро людей.", [("killed", 5, 5, None)]),
    ("uk", "Внаслідок удару поранено до 30 осіб.", [("wounded", None, None, 30)]),
    ("uk", "Внаслідок удару загинули десятки людей.", [("killed", None, 20, 99)]),
]


@pytest.mark.parametrize(("lang", "text", "wanted"), CASES)
def test_bounds_are_those_of_the_wording(lang: str, text: str, wanted: list[Count]) -> None:
    assert counts(text, lang) == wanted


@given(
    st.booleans(),
    st.integers(0, 10**6),
    st.floats(0, 1),
    st.one_of(st.floats(1, 3), st.just(float("inf"))),
)
def test_best_lies_between_low_and_high(vague: bool, value: int, down: float, up: float) -> None:
    made = VagueTally if vague else Tally
    span = Span(0, 1)
    tally = made(
        span=span, made_by="t", number=span, value=value, low=value * down, high=value * up
    )
    best, low, high = bounds(tally)

    assert low is None or high is None or low <= high
    assert best is None or (low or 0) <= best <= (best if high is None else high)
