"""Names: the phrases that can be a source, with head and title."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.name import name
from dateline.core.layers import Layers
from dateline.core.mentions import Name
from dateline.read.sentences import sentences


def _names(text: str, lang: str = "en") -> list[tuple[str, str, str, str]]:
    doc = document(text, lang=lang)
    layers = Layers(sentences.annotate(doc, Layers()))
    return [
        (
            item.type,
            doc.quote(item.span),
            doc.quote(item.head),
            doc.quote(item.title) if item.title else "",
        )
        for item in Layers(name.annotate(doc, layers)).of(Name)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Regional governor Oleh Kiper spoke.",
            ("person", "Regional governor Oleh Kiper", "Oleh Kiper", "Regional governor"),
        ),
        (
            "Ihor Marchuk, spokesman for the brigade, left.",
            (
                "person",
                "Ihor Marchuk, spokesman for the brigade",
                "Ihor Marchuk",
                "spokesman for the brigade",
            ),
        ),
        (
            "The Russian Ministry of Defense announced it.",
            ("organisation", "The Russian Ministry of Defense", "The Russian Ministry", ""),
        ),
        (
            "Ukrainian defense officials agreed.",
            ("group", "Ukrainian defense officials", "Ukrainian defense officials", ""),
        ),
        ("The expert agreed.", ("office", "The expert", "The expert", "The expert")),
        ("A video showed it.", ("footage", "A video", "A video", "")),
        ("Moscow agreed.", ("place", "Moscow", "Moscow", "")),
        ("He agreed.", ("pronoun", "He", "He", "")),
    ],
)
def test_finds_the_sources_of_english(text: str, found: tuple[str, str, str, str]) -> None:
    assert _names(text)[0] == found


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        (
            "Губернатор Олег Дёмин уехал.",
            "ru",
            ("person", "Губернатор Олег Дёмин", "Олег Дёмин", "Губернатор"),
        ),
        ("Генштаб ВСУ молчит.", "ru", ("organisation", "Генштаб ВСУ", "Генштаб ВСУ", "")),
        (
            "Речник Ігор Марчук поїхав.",
            "uk",
            ("person", "Речник Ігор Марчук", "Ігор Марчук", "Речник"),
        ),
    ],
)
def test_finds_the_sources_of_russian_and_ukrainian(
    text: str, lang: str, found: tuple[str, str, str, str]
) -> None:
    assert _names(text, lang)[0] == found


def test_nothing_is_found_where_the_language_has_no_rules() -> None:
    assert _names("Le ministre a parlé.", lang="fr") == []
