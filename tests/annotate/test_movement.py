"""Which words claim that somebody came onto ground; the rules' own examples are run too."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.movement import movement
from dateline.core.layers import Layers
from dateline.lang.rules import LANGUAGES, rules


def found(text: str, lang: str = "en") -> list[tuple[str, str]]:
    doc = document(text, lang=lang)
    return [(doc.quote(m.span), m.move.value) for m in movement.annotate(doc, Layers())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rule_matches_its_examples_and_ignores_the_others(language: str) -> None:
    for rule in rules(language, "movement"):
        assert all(rule.regex.fullmatch(words) for words in rule.matches)
        assert not any(rule.regex.fullmatch(words) for words in rule.ignores)


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("Troops crossed the border.", "en", [("crossed", "cross")]),
        ("Troops did not cross the border.", "en", []),
        ("They would capture the town and entered it.", "en", [("entered", "enter")]),
        ("They took control of the village.", "en", [("took control of", "capture")]),
        ("The crossroads and the captain.", "en", []),
        ("Війська перетнули кордон.", "uk", [("перетнули", "cross")]),
        ("Війська не перетнули кордон.", "uk", []),
        ("Войска освободили село.", "ru", [("освободили", "capture")]),
    ],
)
def test_words_of_coming_onto_ground(text: str, lang: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text, lang) == wanted
