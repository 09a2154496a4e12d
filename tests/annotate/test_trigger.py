"""Words that name a happening: the table of cases is the specification."""

from __future__ import annotations

from itertools import pairwise

import pytest
from build import document
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.trigger import triggers
from dateline.core.happened import Trigger
from dateline.core.layers import Layers
from dateline.read.sentences import sentences


def found(text: str, lang: str) -> list[tuple[str, str, str]]:
    doc = document(text, lang=lang)
    layers = Layers(sentences.annotate(doc, Layers()))
    items = Layers(triggers.annotate(doc, layers)).of(Trigger)
    return [(doc.quote(item.span), item.event, item.mode) for item in items]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "Artillery shelled the town.", [("shelled", "ASSAULT", "heavy-weapons")]),
        ("en", "Police imposed a curfew.", [("imposed a curfew", "COERCE", "curfew")]),
        ("en", "Crews shot down 40 drones.", [("shot down", "ASSAULT", "intercept")]),
        ("en", "The two sides struck a deal.", [("struck a deal", "AGREE", "")]),
        ("ru", "Войска обстреляли город.", [("обстреляли", "ASSAULT", "heavy-weapons")]),
        ("ru", "Суд арестовал жителя Керчи.", [("арестовал", "COERCE", "arrest")]),
        ("ru", "Литва выслала посла.", [("выслала", "SANCTION", "expel")]),
        ("uk", "Сили ППО збили 40 дронів.", [("збили", "ASSAULT", "intercept")]),
        ("uk", "Сторони домовилися про обмін.", [("домовилися", "AGREE", "")]),
        ("uk", "Кремль відкинув пропозицію.", [("відкинув", "REJECT", "")]),
    ],
)
def test_each_class_is_told_by_its_words(
    lang: str, text: str, wanted: list[tuple[str, str, str]]
) -> None:
    assert found(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "He died of a heart attack at home."),
        ("en", "The attack helicopters stood in the open."),
        ("en", "They walked through the occupied town."),
        ("en", "Rain is expected on Sunday."),
        ("ru", "Его увезли с сердечным приступом."),
        ("ru", "Командир штурмовой роты дома."),
        ("uk", "Ударний безпілотник стоїть на полі."),
    ],
)
def test_words_that_only_look_like_a_happening_are_none(lang: str, text: str) -> None:
    assert found(text, lang) == []


def test_a_language_without_a_lexicon_is_passed_by() -> None:
    assert found("Der Ort wurde beschossen.", "de") == []


WORDS = st.lists(
    st.sampled_from(
        ["troops", "shelled", "will", "attack", "the", "hunger", "strike", "down", "shot", ",", "."]
    ),
    max_size=25,
).map(" ".join)


@given(WORDS)
def test_no_two_triggers_share_a_letter(text: str) -> None:
    doc = document(text or "a")
    layers = Layers(sentences.annotate(doc, Layers()))
    spans = [item.span for item in Layers(triggers.annotate(doc, layers)).of(Trigger)]

    assert all(a.end <= b.start for a, b in pairwise(spans))
