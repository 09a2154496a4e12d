"""Attributions without a word of saying, and words that stand for the sentence before."""

from __future__ import annotations

import pytest
from attributed import told


@pytest.mark.parametrize(
    ("sentence", "lang", "record"),
    [
        (
            "Governor Oleh Kiper: “The bridge is closed.”",
            "en",
            "Governor Oleh Kiper |  | “The bridge is closed.”",
        ),
        (
            "The situation is under control — President",
            "en",
            "President |  | The situation is under control",
        ),
        ("При ударе погибли двое — губернатор", "ru", "губернатор |  | При ударе погибли двое"),
    ],
)
def test_a_source_without_a_cue_makes_a_record(sentence: str, lang: str, record: str) -> None:
    assert told(sentence, lang=lang) == [record]


def test_a_dash_before_anything_else_makes_none() -> None:
    assert told("The bridge is closed — and so is the road.") == []


@pytest.mark.parametrize(
    ("sentences", "lang", "record"),
    [
        (
            "Nine corridors will open. This was announced by Minister Iryna Bilyk.",
            "en",
            "Minister Iryna Bilyk | was announced by | Nine corridors will open",
        ),
        (
            "Мост закрыт. Об этом сообщил мэр города.",
            "ru",
            "мэр города | сообщил | Мост закрыт",
        ),
        (
            "Міст закрито. Про це повідомив мер міста.",
            "uk",
            "мер міста | повідомив | Міст закрито",
        ),
    ],
)
def test_this_stands_for_the_sentence_before(sentences: str, lang: str, record: str) -> None:
    assert told(sentences, lang=lang) == [record]


@pytest.mark.parametrize(
    ("lang", "headline", "expected"),
    [
        ("uk", "Генштаб: за добу відбито 14 атак", "Генштаб |  | за добу відбито 14 атак"),
        ("ru", "ФСБ: предотвращён теракт в Рязани", "ФСБ |  | предотвращён теракт в Рязани"),
        ("en", "Zelensky: up to 300 Russians in town", "Zelensky |  | up to 300 Russians in town"),
        ("ru", "Аэропорт закрыт на приём — Росавиация", "Росавиация |  | Аэропорт закрыт на приём"),
    ],
)
def test_a_headline_names_its_source_by_a_colon_or_a_dash(
    lang: str, headline: str, expected: str
) -> None:
    assert told(headline, lang=lang) == [expected]
