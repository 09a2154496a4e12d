"""Windows around triggers, tokens in windows, numbers in tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.timex.numbers import number
from dateline.annotate.timex.scan import lowered, windows
from dateline.annotate.timex.tokens import tokens


@given(st.text(max_size=60))
def test_lower_case_keeps_every_offset(text: str) -> None:
    assert len(lowered(text)) == len(text)


@given(st.text(max_size=200))
def test_windows_are_in_order_and_inside(text: str) -> None:
    found = list(windows(lowered(text), 0, len(text)))

    assert all(0 <= start < end <= len(text) for start, end in found)
    assert found == sorted(found)


@pytest.mark.parametrize(
    "text", ["no trigger here at all", "holidays and yesteryear", "№ 12 of 34"]
)
def test_without_a_trigger_nothing_is_looked_at(text: str) -> None:
    assert list(windows(text, 0, len(text))) == []


@pytest.mark.parametrize(
    "text", ["that night", "in the evening.", "вночі", "9:14", "1944", "20.05.2025", "at 4 p.m. he"]
)
def test_each_kind_of_trigger_opens_a_window(text: str) -> None:
    assert list(windows(text, 0, len(text))) == [(0, len(text))]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("the day before yesterday", ["the day before yesterday"]),
        ("May 20, 9:14 [MSK]", ["may", "20", ",", "9:14", "[", "msk", "]"]),
        ("the 1930s", ["the", "1930"]),
        ("п’ятниця", ["п'ятниця"]),
        ("today's", ["today"]),
        ("A380s", ["a380s"]),
        ("1,200 men", ["1,200", "men"]),
        ("в 1969г", ["в", "1969", "г"]),
        ("1920-му", ["1920"]),
    ],
)
def test_tokens_are_words_numbers_marks_and_phrases(text: str, forms: list[str]) -> None:
    found = tokens(text, text.lower(), (0, len(text)), home="en")

    assert found.forms == forms
    assert len(found.codes) == len(found.starts) == len(found.ends) == len(forms)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two", 2),
        ("a hundred", 100),
        ("one thousand four hundred", 1400),
        ("twenty-five", 25),
        ("1,200", 1200),
        ("22.8", 22.8),
        ("1,5", 1.5),
        ("полтора", 1.5),
        ("двадцать пять", 25),
        ("several", None),
        ("7" * 50, None),
    ],
)
def test_numbers_are_read_in_words_and_digits(text: str, value: float | None) -> None:
    found = tokens(text, text.lower(), (0, len(text)), home="en")

    assert number(found, 0, len(found.forms)) == value
