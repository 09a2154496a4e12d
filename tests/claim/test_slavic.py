"""Russian and Ukrainian attribution: each case is a sentence and the records that it holds."""

from __future__ import annotations

import pytest
from attributed import told

RUSSIAN = [
    (
        "Министр заявил, что войска отошли.",
        "Министр | заявил | войска отошли",
    ),
    (
        "«Мост закрыт», — сообщил мэр города.",
        "мэр города | сообщил | «Мост закрыт»",
    ),
    (
        "По словам губернатора, погибли двое.",
        "губернатора | По словам | погибли двое",
    ),
    (
        "По его словам, бои продолжаются.",
        "его | По его словам | бои продолжаются",
    ),
    (
        "Генштаб ВСУ опроверг потерю села.",
        "Генштаб ВСУ | опроверг | потерю села",
    ),
    (
        "В штабе уточнили, что раненых нет.",
        "штабе | уточнили | раненых нет",
    ),
    (
        "Министерство обороны РФ заявило об освобождении посёлка.",
        "Министерство обороны РФ | заявило | освобождении посёлка",
    ),
    (
        "— Едем сейчас, — сказал командир. — Ждать нельзя.",
        "командир | сказал | Едем сейчас, + Ждать нельзя.",
    ),
]
UKRAINIAN = [
    (
        "Міністр заявив, що війська відійшли.",
        "Міністр | заявив | війська відійшли",
    ),
    (
        "«Міст закрито», — повідомив мер міста.",
        "мер міста | повідомив | «Міст закрито»",
    ),
    (
        "За словами очільника області, загинули двоє.",
        "очільника області | За словами | загинули двоє",
    ),
    (
        "За його даними, бої тривають.",
        "його | За його даними | бої тривають",
    ),
    (
        "Генштаб спростував втрату села.",
        "Генштаб | спростував | втрату села",
    ),
    (
        "У штабі уточнили, що поранених немає.",
        "штабі | уточнили | поранених немає",
    ),
]


@pytest.mark.parametrize(("sentence", "record"), RUSSIAN)
def test_ties_source_cue_and_content_in_russian(sentence: str, record: str) -> None:
    assert told(sentence, lang="ru") == [record]


@pytest.mark.parametrize(("sentence", "record"), UKRAINIAN)
def test_ties_source_cue_and_content_in_ukrainian(sentence: str, record: str) -> None:
    assert told(sentence, lang="uk") == [record]


def test_what_could_not_be_checked_stands_inside_its_cue() -> None:
    assert told("Подтвердить это независимо не удалось.", lang="ru") == [
        " | Подтвердить это независимо не удалось | это"
    ]


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [("Город стоит на реке.", "ru"), ("Місто стоїть на річці.", "uk")],
)
def test_narration_makes_no_attribution(sentence: str, lang: str) -> None:
    assert told(sentence, lang=lang) == []


@pytest.mark.parametrize(
    ("paragraphs", "lang", "record"),
    [
        (
            ("Удар пошкодив десять будинків.", "Про це повідомив мер міста."),
            "uk",
            "мер міста | повідомив | Удар пошкодив десять будинків",
        ),
        (
            ("Удар повредил десять домов.", "Об этом сообщил мэр города."),
            "ru",
            "мэр города | сообщил | Удар повредил десять домов",
        ),
    ],
)
def test_this_stands_for_the_paragraph_before(
    paragraphs: tuple[str, ...], lang: str, record: str
) -> None:
    assert told(*paragraphs, lang=lang) == [record]
