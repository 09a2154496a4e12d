"""Spellings that fall together, and those that must not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.world.fold import fold
from dateline.world.romanise import loose, rewritten


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Куп’янськ", "Куп'янськ"),
        ("Артёмовск", "артемовск"),
        ("Ivano-Frankivsk", "Ivano Frankivsk"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Łódź", "Lodz"),
        ("Île-de-France", "Ile de France"),
        ("Donetsk People’s Republic", "Donetsk People's Republic"),
    ],
)
def test_these_are_written_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Київ", "Киів"), ("й", "и"), ("ґ", "г"), ("і", "и")])
def test_letters_of_their_own_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("uk", "latin"),
    [
        ("Запоріжжя", "Zaporizhzhia"),
        ("Часів Яр", "Chasiv Yar"),
        ("Згурівка", "Zghurivka"),
        ("Єнакієве", "Yenakiieve"),
        ("Дар'ївка", "Darivka"),
        ("Щастя", "Shchastia"),
    ],
)
def test_ukrainian_names_by_the_table_of_2010(uk: str, latin: str) -> None:
    assert rewritten(uk, "kmu2010") == latin


@pytest.mark.parametrize(
    ("uk", "ru"),
    [
        ("Новопавлівка", "Новопавловка"),
        ("Дар'ївка", "Дарьевка"),
        ("Покровськ", "Покровск"),
        ("Кам'янка", "Каменка"),
    ],
)
def test_the_likely_russian_form_of_a_ukrainian_name(uk: str, ru: str) -> None:
    assert rewritten(uk, "uk-to-ru") == ru


@pytest.mark.parametrize(
    ("one", "other"),
    [("kupjansk", "kupiansk"), ("horikhove", "gorihove"), ("avdiyivka", "avdiivka")],
)
def test_loose_keys_fall_together(one: str, other: str) -> None:
    assert loose(one) == loose(other)
