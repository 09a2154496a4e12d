"""Names and officeholders of the dated facts in running text."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.known import known
from dateline.core.document import Block, Document, Role
from dateline.core.layers import Layers
from dateline.core.span import Span


@pytest.mark.parametrize(
    ("text", "words", "fact"),
    [
        (
            "Russia calls it a special military operation.",
            "special military operation",
            "operation-svo",
        ),
        (
            "Units of Russia’s ‘Vostok’ battlegroup advanced.",
            "Vostok’ battlegroup",
            "formation-group-east",
        ),
        (
            "Defense Minister Andrei Belousov said so.",
            "Defense Minister Andrei Belousov",
            "ru-defence-belousov",
        ),
        (
            "Sergei Shoigu, Russia's defense minister, left.",
            "Sergei Shoigu, Russia's defense minister",
            "ru-defence-shoigu",
        ),
        (
            "Заявил министр обороны РФ Андрей Белоусов.",
            "министр обороны РФ Андрей Белоусов",
            "ru-defence-belousov",
        ),
        (
            "За словами головнокомандувача ЗСУ Олександра Сирського.",
            "головнокомандувача ЗСУ Олександра Сирського",
            "ua-cinc-syrskyi",
        ),
    ],
)
def test_knows_a_fact_by_its_words(text: str, words: str, fact: str) -> None:
    doc = document(text)
    found = {doc.quote(item.span): item.facts for item in known.annotate(doc, Layers())}

    assert found == {words: (fact,)}


@pytest.mark.parametrize(
    "text",
    [
        "Former Defense Minister Sergei Shoigu said so.",
        "President-elect Donald Trump said so.",
        "Then-President Donald Trump said so.",
        "Vice President Joe Biden said so.",
        "Бывший министр обороны Сергей Шойгу приехал.",
        "Колишній головнокомандувач Валерій Залужний приїхав.",
        "Sergei Shoigu said so.",
        "The president met. Vladimir Putin did not.",
        "The army held a special military operation in the mountains of Peru.",
    ],
)
def test_says_nothing_of_past_titles_bare_names_and_other_wars(text: str) -> None:
    assert list(known.annotate(document(text), Layers())) == []


def test_says_nothing_of_furniture() -> None:
    text = "Read also: Russia and its special military operation"
    doc = Document(id="x", text=text, blocks=(Block(Span(0, len(text)), Role.FURNITURE),))

    assert list(known.annotate(doc, Layers())) == []


def test_a_person_with_two_terms_has_both() -> None:
    [item] = known.annotate(document("US President Donald Trump said so."), Layers())

    assert item.facts == ("us-president-trump-1", "us-president-trump-2")
