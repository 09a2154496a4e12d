"""Who a mention refers to, with role and side."""

from __future__ import annotations

import pytest
from attributed import read, speakers

from dateline.core.values import Identified, Speaker


def _speaker(words: str, *paragraphs: str, lang: str = "en") -> Speaker:
    doc, layers = read(*paragraphs, lang=lang)
    return [item.speaker for item in layers.of(Identified) if doc.quote(item.span) == words][-1]


def test_a_surname_a_pronoun_and_a_title_point_back_to_the_full_name() -> None:
    found = speakers(
        "Military expert Anatoly Matvienko gave an interview.",
        "He spoke of the summer. Matvienko was calm. The expert also spoke of autumn.",
    )

    assert {found[w] for w in ("He", "Matvienko", "The expert")} == {"Anatoly Matvienko"}


def test_a_repeated_body_points_back_to_its_full_name() -> None:
    found = speakers(
        "The Russian Ministry of Defense announced an advance.", "The ministry’s units moved."
    )

    assert found["The ministry"] == "Russian Ministry of Defense"


def test_an_indefinite_title_is_somebody_new() -> None:
    found = speakers("The governor Oleh Kiper spoke.", "A governor from the west objected.")

    assert found["A governor from the west"] == "A governor from the west"


def test_she_does_not_point_at_a_man() -> None:
    found = speakers("Mayor Olena Bilyk met Colonel Ihor Marchuk.", "She smiled.")

    assert found["She"] == "Olena Bilyk"


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("The Kremlin said so.", "The Kremlin", "russia"),
        ("Kyiv said so.", "Kyiv", "ukraine"),
        ("Ukrainian officials said so.", "Ukrainian officials", "ukraine"),
        ("Analysts said so.", "Analysts", "expert"),
        ("Reuters said so.", "Reuters", "media"),
        ("Local residents said so.", "Local residents", "civilian"),
        ("The White House said so.", "The White House", "international"),
        ("A company said so.", "A company", "unknown"),
    ],
)
def test_tells_the_side_that_somebody_speaks_for(text: str, words: str, side: str) -> None:
    assert _speaker(words, text).side == side


def test_groups_are_not_named_and_bodies_are() -> None:
    assert not _speaker("Analysts", "Analysts agreed.").named
    assert _speaker("Kyiv", "Kyiv agreed.").named


@pytest.mark.parametrize(
    ("paragraphs", "lang", "words", "name", "role"),
    [
        (
            ("Глава администрации Руслан Терентьев приехал.", "По словам Терентьева, всё тихо."),
            "ru",
            "Терентьева",
            "Руслан Терентьев",
            "Глава администрации",
        ),
        (
            ("Речник Ігор Марчук приїхав.", "Він мовчить."),
            "uk",
            "Він",
            "Ігор Марчук",
            "Речник",
        ),
    ],
)
def test_inflected_names_and_pronouns_point_back(
    paragraphs: tuple[str, ...], lang: str, words: str, name: str, role: str
) -> None:
    speaker = _speaker(words, *paragraphs, lang=lang)

    assert (speaker.name, speaker.role) == (name, role)


@pytest.mark.parametrize(
    ("paragraphs", "lang", "words", "name"),
    [
        (
            ("Глава района Иван Петров приехал.", "«Противник отступил», — заявил он."),
            "ru",
            "он",
            "Иван Петров",
        ),
        (
            ("Речник Ігор Марчук приїхав.", "«Станом на ранок тихо», — написав він."),
            "uk",
            "він",
            "Ігор Марчук",
        ),
        (
            (
                "Министерство обороны РФ сообщило о боях.",
                "«Город взят», — говорится в сообщении ведомства.",
            ),
            "ru",
            "сообщении ведомства",
            "Министерство обороны РФ",
        ),
        (
            ("Начальник адміністрації Тарас Головко приїхав.",),
            "uk",
            "Начальник адміністрації Тарас Головко",
            "Тарас Головко",
        ),
        (
            ("Spokesman Ivan Franko spoke.", "His statement drew anger."),
            "en",
            "His statement",
            "Ivan Franko",
        ),
    ],
)
def test_a_pronoun_behind_a_quotation_and_a_paper_point_at_whoever_speaks(
    paragraphs: tuple[str, ...], lang: str, words: str, name: str
) -> None:
    assert _speaker(words, *paragraphs, lang=lang).name == name
