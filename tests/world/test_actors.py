"""The table of actors."""

from __future__ import annotations

import pytest

from dateline.world.actors import actors_at, side_of_country


@pytest.mark.parametrize(
    ("lang", "words", "side", "size"),
    [
        ("en", ["Kremlin", "sources"], "russia", 1),
        ("en", ["White", "House"], "international", 2),
        ("en", ["Ukrainian", "troops"], "ukraine", 1),
        ("ru", ["Минобороны", "РФ"], "russia", 2),
        ("uk", ["Міноборони", "РФ"], "russia", 2),
        ("uk", ["Міноборони", "заявило"], "ukraine", 1),
        ("ru", ["Зеленского", "ждут"], "ukraine", 1),
    ],
)
def test_finds_the_longest_form(lang: str, words: list[str], side: str, size: int) -> None:
    found = actors_at(lang, words, 0)

    assert found is not None
    assert (found[0].side, found[1]) == (side, size)


@pytest.mark.parametrize(("lang", "word"), [("en", "us"), ("en", "table"), ("ru", "правда")])
def test_common_words_are_no_actors(lang: str, word: str) -> None:
    assert actors_at(lang, [word], 0) is None


def test_a_state_at_war_is_a_party_and_others_are_international() -> None:
    assert [side_of_country(code) for code in ("UA", "RU", "SD", "FR")] == [
        "ukraine",
        "russia",
        "other-party",
        "international",
    ]
