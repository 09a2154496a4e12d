"""Numbers in digits and words, and what bounds allow."""

from __future__ import annotations

from math import inf

import pytest

from dateline.lang.numerals import numerals


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Six killed", [6]),
        ("twenty-four people", [24]),
        ("1,700 others and 1 700 men", [1700, 1700]),
        ("20 billion hryvnias", [20e9]),
        ("3.5 kg", [3.5]),
        ("двадцать четыре", [24]),
        ("шестеро раненых", [6]),
        ("п’ятеро дітей", [5]),
        ("40 мільярдів", [40e9]),
        ("a T-72, an F-16 and the 133rd", []),
        ("at 9:14", []),
        ("no number", []),
    ],
)
def test_reads_each_number_once(text: str, values: list[float]) -> None:
    assert [n.value for n in numerals(text)] == values


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("11 people", 11, 11),
        ("at least 26", 26, inf),
        ("more than 100", 100, inf),
        ("не менее 11", 11, inf),
        ("понад 100", 100, inf),
        ("up to 40", 0, 40),
    ],
)
def test_a_bound_before_the_number_opens_its_range(text: str, low: float, high: float) -> None:
    [number] = numerals(text)

    assert (number.low, number.high) == (low, high)
