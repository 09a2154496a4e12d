"""Words of a text and forms of words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lang.models import tokens_at
from dateline.lang.nominative import nominative, person_nominative
from dateline.lang.stems import same_name
from dateline.lang.words import cut


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kyiv’s army didn’t move.", ["Kyiv", "’s", "army", "did", "n’t", "move", "."]),
        ("Mr. Smith left.", ["Mr.", "Smith", "left", "."]),
        ("the U.S. said 1,500", ["the", "U.S.", "said", "1,500"]),
        ("телеграм-канал «Волна»", ["телеграм-канал", "«", "Волна", "»"]),
    ],
)
def test_cuts_words(text: str, words: list[str]) -> None:
    assert [word.text for word in cut(text)] == words


@given(st.text(max_size=80))
def test_words_point_at_their_letters_and_never_overlap(text: str) -> None:
    found = cut(text)

    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_a_sentence_is_tagged_with_offsets_of_the_whole_text() -> None:
    text = "Before. The army moved."
    tokens = tokens_at("en", text, 8, len(text))

    assert [(token.text, token.tag) for token in tokens] == [
        ("The", "DT"),
        ("army", "NN"),
        ("moved", "VBD"),
        (".", "."),
    ]
    assert text[tokens[1].start : tokens[1].end] == "army"


def test_a_language_without_weights_has_words_without_tags() -> None:
    assert {token.tag for token in tokens_at("fr", "Bonjour tout le monde", 0, 21)} == {""}


@pytest.mark.parametrize(
    ("lang", "one", "other", "same"),
    [
        ("ru", "Терентьева", "Терентьев", True),
        ("uk", "Головка", "Головко", True),
        ("ru", "Иванов", "Петров", False),
        ("en", "Smith", "Smithson", False),
        ("en", "Vladescu", "Vlădescu", True),
    ],
)
def test_tells_forms_of_one_name(lang: str, one: str, other: str, same: bool) -> None:
    assert same_name(lang, one, other) is same


@pytest.mark.parametrize(
    ("lang", "phrase", "form"),
    [
        ("uk", "Генеральному штабі ЗСУ", "Генеральний штаб ЗСУ"),
        ("ru", "оперативном штабе", "оперативный штаб"),
        ("ru", "главу администрации", "глава администрации"),
        ("en", "the general staff", "the general staff"),
    ],
)
def test_gives_the_dictionary_form_of_a_listed_head(lang: str, phrase: str, form: str) -> None:
    assert nominative(lang, phrase) == form


def test_gives_a_mans_name_in_the_nominative() -> None:
    assert person_nominative("ru", ["Дмитрия", "Кулебу"])[0] == "Дмитрий"
    assert person_nominative("ru", ["Мария", "Штерн"]) == ("Мария", "Штерн")
