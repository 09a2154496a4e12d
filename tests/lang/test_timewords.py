"""The words of time expressions, as the tables give them."""

from __future__ import annotations

import pytest

from dateline.lang.rules import LANGUAGES
from dateline.lang.timewords import past_words, rows, words


@pytest.mark.parametrize(
    ("home", "form", "cat", "value"),
    [
        ("en", "may", "month", "5"),
        ("ru", "мае", "month", "5"),
        ("uk", "травня", "month", "5"),
        ("uk", "лютому", "month", "2"),
        ("ru", "прошлого", "dir", "now-1"),
        ("ru", "четвертого", "ord", "4"),
        ("uk", "п'ятниці", "wd", "5"),
        ("ru", "час", "unit", "TH"),
        ("en", "two", "numw", "2"),
    ],
)
def test_a_form_has_its_categories(home: str, form: str, cat: str, value: str) -> None:
    assert words(home).meanings[form][cat] == value


def test_a_form_that_two_languages_share_is_read_as_the_one_at_home() -> None:
    assert "unit" not in words("uk").meanings.get("час", {})


def test_a_name_that_is_a_common_word_needs_its_capital() -> None:
    assert "month" not in words("en").plain.get("may", {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_and_weekday_is_there_in_every_language(language: str) -> None:
    found = {(row.cat, row.value) for row in rows(language)}

    assert {("month", str(n)) for n in range(1, 13)} <= found
    assert {("wd", str(n)) for n in range(1, 8)} <= found


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_are_in_lower_case_without_markup(language: str) -> None:
    odd = [row.form for row in rows(language) if row.form != row.form.lower() or "{" in row.form]

    assert odd == []


def test_past_verbs_are_told_from_words_and_endings() -> None:
    known, endings = past_words()

    assert "was" in known and "ed" in endings
