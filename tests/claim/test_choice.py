"""Which readings of a sentence are taken, and who is chosen for their source."""

from __future__ import annotations

import pytest
from attributed import told

from dateline.lang.linker import linker_weights


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_each_language_has_weights_that_judge_sources_and_links(language: str) -> None:
    weights = linker_weights(language) or {}

    assert {trait[:2] for trait in weights} >= ({"a:"} if language == "en" else {"a:", "s:"})


def test_a_language_without_weights_has_none() -> None:
    assert linker_weights("xx") is None


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "ru",
            "Киев удар не прокомментировал.",
            ["Киев | не прокомментировал | удар"],
        ),
        (
            "uk",
            "Оператор судна наполягає на версії саботажу.",
            ["Оператор судна | наполягає | версії саботажу"],
        ),
        (
            "uk",
            "«Енергоатом» відкинув звинувачення та заявив, що росіяни самі пошкодили лінію.",
            ["Енергоатом | відкинув | звинувачення", "Енергоатом | заявив | росіяни самі"],
        ),
        (
            "ru",
            "Рязанский областной суд постановил арестовать фигуранта на два месяца.",
            ["Рязанский областной суд | постановил | арестовать фигуранта на два месяца"],
        ),
        (
            "uk",
            "«Наші воїни на місці», – запевнила вона.",
            ["вона | запевнила | «Наші воїни на місці»"],
        ),
        (
            "en",
            "The operator is adamant the ship was sabotaged.",
            ["The operator | adamant | the ship was sabotaged"],
        ),
        (
            "en",
            "A soldier who asked not to be named complained: “Of a hundred, thirty are left.”",
            ["A soldier who asked not to be named | complained | “Of a hundred, thirty are left.”"],
        ),
        (
            "en",
            "The operation, in his view, was poorly planned.",
            ["his | in his view | The operation + was poorly planned"],
        ),
        (
            "en",
            "The inquiry should be over by spring, investigators promise.",
            ["investigators | promise | The inquiry should be over by spring"],
        ),
    ],
)
def test_who_says_what(lang: str, text: str, expected: list[str]) -> None:
    found = told(text, lang=lang)

    assert [
        any(want in item.replace("«Енергоатом»", "Енергоатом") for item in found)
        for want in expected
    ] == [True for _ in expected], found
