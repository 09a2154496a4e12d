"""Words of saying: class, form and negation."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.cue import cue
from dateline.core.layers import Layers
from dateline.core.mentions import Cue
from dateline.lang.cues import cue_forms
from dateline.lang.rules import LANGUAGES, rules
from dateline.read.sentences import sentences


def _cues(text: str, lang: str = "en") -> list[tuple[str, str, str]]:
    doc = document(text, lang=lang)
    layers = Layers(sentences.annotate(doc, Layers()))
    found = Layers(cue.annotate(doc, layers)).of(Cue)
    return [(doc.quote(item.span), item.act, item.form) for item in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor said it.", [("said", "assert", "verb")]),
        ("According to him it fell.", [("According to", "assert", "phrase")]),
        ("It was not confirmed by Kyiv.", [("was not confirmed by", "not_confirm", "passive")]),
        (
            "It could not be independently verified.",
            [
                ("could not be independently verified", "unverified", "passive"),
            ],
        ),
        ("They called for calm.", [("called for", "demand", "verb")]),
        (
            "He declined to comment on the raid.",
            [("declined to comment on", "decline", "verb")],
        ),
        ("The town fell, reportedly.", [("reportedly", "report", "hearsay")]),
        ("The claim is old.", [("claim", "distance", "noun")]),
        ("The bridge is long.", []),
    ],
)
def test_finds_the_cues_of_english(text: str, found: list[tuple[str, str, str]]) -> None:
    assert _cues(text) == found


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("Министр заявил, что бои идут.", "ru", "заявил"),
        ("Об этом сообщается в сводке.", "ru", "сообщается"),
        ("Міністр наголосив, що бої тривають.", "uk", "наголосив"),
        ("За його словами, бої тривають.", "uk", "За його словами"),
    ],
)
def test_finds_inflected_cues(text: str, lang: str, words: str) -> None:
    assert words in [found for found, _, _ in _cues(text, lang)]


def test_a_verb_that_no_list_holds_is_told_by_its_place() -> None:
    assert _cues("“It is over,” he growled.") == [("growled", "assert", "verb")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_form_of_the_lexicon_is_written_out(lang: str) -> None:
    forms = cue_forms(lang)

    assert len(forms) > 400
    assert all("+" not in word for word in forms)


@pytest.mark.parametrize(
    "rule", [r for lang in LANGUAGES for r in rules(lang, "cue_patterns")], ids=lambda r: r.name
)
def test_every_pattern_proves_itself(rule) -> None:
    for example, form in rule.matches.items():
        match = rule.regex.search(example)

        assert match is not None and match.group() == example and rule.type == form
    assert not any(rule.regex.search(text) for text in rule.ignores)
