"""Phrases of a table: variants, inflection, capitals, what may stand between their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lang.phrases import Phrases, stem, variants

CELLS = {
    "group": "{Center,Centre} grouping of forces|battlegroup Center",
    "svo": "SVO|СВО|специальная военная операция",
    "sep": "separatist*",
    "minister": "министр обороны",
    "dpr": "Donetsk People's Republic",
    "may": "May",
}
PHRASES = Phrases(CELLS.items())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the ‘Centre’ grouping of forces", [("Centre’ grouping of forces", "group")]),
        ("Battlegroup Center", [("Battlegroup Center", "group")]),
        ("the SVO", [("SVO", "svo")]),
        ("svo", []),
        ("специальной военной операции", [("специальной военной операции", "svo")]),
        ("separatists and separatism", [("separatists", "sep")]),
        ("министром обороны", [("министром обороны", "minister")]),
        ("министр, обороны", []),
        ("the Donetsk People’s Republic", [("Donetsk People’s Republic", "dpr")]),
        ("it may", []),
        ("in May", [("May", "may")]),
        ("военная\n\nоперация", []),
    ],
)
def test_finds_a_phrase_in_its_forms_and_nothing_else(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(text[f.start : f.end], f.keys[0]) for f in PHRASES.find(text)] == found


def test_choices_in_braces_are_multiplied_out() -> None:
    assert list(variants("{a,b} {c,}|d")) == ["a c", "a", "b c", "b", "d"]


def test_the_longest_phrase_at_a_place_has_it() -> None:
    phrases = Phrases([("short", "defence minister"), ("long", "defence minister of Russia")])

    [found] = phrases.find("the defence minister of Russia")

    assert found.keys == ("long",)


def test_two_entries_with_one_name_are_both_told() -> None:
    [found] = Phrases([("b", "Trump"), ("a", "Trump")]).find("Trump")

    assert found.keys == ("a", "b")


@given(st.text(alphabet="абвийуоям", min_size=1, max_size=9))
def test_a_stem_is_the_beginning_of_its_word_and_never_shorter_than_three(word: str) -> None:
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(3, len(word))
