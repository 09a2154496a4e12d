"""Where sentences end: each row is a text, cut at the bars."""

from __future__ import annotations

from itertools import pairwise

import pytest
from build import document
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.layers import Layers
from dateline.read.sentences import sentences

ENGLISH = [
    "He met U.S. Army officers.|They left at 5 p.m. Moscow time.",
    "They live in the U.S.|The army is there.",
    "Lt. Gen. Smith and Mr. Jones left.|Sen. Lee stayed.",
    "In Jan. 2024 it began.|It ended on Sept. 11.",
    "George W. Bush and J. R. Smith met.|Nobody spoke.",
    "Acme Inc. shares fell.|The Acme Co.|However, it lives.",
    "See No. 5 on p. 7.|He said no.|It was over.",
    "It cost $5.5 million.|15 people died.",
    "May 20, 9:14 [MSK].’|This marked a step.",
    'He said: "We came. We saw. We won."|Then he left.',
    "“We came. We saw,” he said.|“We won.|Again.”|Next one.",
    '"Why now?" Zelensky asked.|"Stop!"|The crowd ran.',
    "He asked why.|“Because,” she said.",
    "``We've seen it. It is true,'' said Angers.|The end.",
    '"We took 300; after an hour,” he said.|"It may take days," he added.',
    "The rest left...|And so on... or not.",
    "It ended.[5]|The rest is known.",
    "1. The first thing.|2. The second thing.",
    "(He left.)|She stayed.",
    "The site Lenta.ru and v. 2.0 went down.|Nobody knew.",
    "Yes!|No?|Perhaps.",
    "Five men (ca. 1944 A.D. ) left.|Nobody came.",
]
RUSSIAN = [
    "В 2020 г. Россия начала.|Он родился в г. Киеве на ул. Ленина, д. 5.",
    "Это было в 2014 г.|В Киеве знали.",
    "А. И. Иванов и др. пришли, и т. д.|Он сказал.",
    "Присутствовал ген. Петров.|См. рис. 5.",
    "Погибли 5 тыс. человек, 3 млн. руб. потрачено.|Он молчал.",
    "«Мы победим!» — сказал Путин.|«Всё.|Конец.»|Дальше.",
    "Он сказал: «Мы здесь. Всё хорошо».|Далее тишина.",
    "– Мы идём.|– Куда?|– Туда, – ответил он.",
    "Завод им. Ленина в пос. Ивановка, Донецкой обл., стоит.|Точка.",
]
UKRAINIAN = [
    "У 2014 р. Росія окупувала Крим.|Мешкає в м. Києві на вул. Хрещатик.",
    "Це сталося у 2014 р.|У Києві знали.",
    "Пройшли 60 км.|Прорив спинено (1944 р. ) того дня.",
    "Армія генерала Дж. Першинга пішла.|Залишилося 5 млн.|Решта втекла.",
    "Школа ім. Т. Г. Шевченка та ін.|Він сказав.",
    "Він сказав: «Ми тут. Все добре».|Далі буде.",
    "«Слава!» – вигукнув він.|Натовп відповів.",
    "Загинуло 5 тис. осіб у смт. Іванівка.|Кінець.",
]
CASES = [
    *((case, "en") for case in ENGLISH),
    *((case, "ru") for case in RUSSIAN),
    *((case, "uk") for case in UKRAINIAN),
]


@pytest.mark.parametrize(("case", "lang"), CASES)
def test_a_text_is_cut_into_its_sentences(case: str, lang: str) -> None:
    want = case.split("|")
    doc = document(" ".join(want), lang=lang)

    assert [doc.quote(s.span) for s in sentences.annotate(doc, Layers())] == want


def test_a_sentence_never_spans_two_blocks() -> None:
    doc = document("It went on and", "on until the end.", headline="A headline")

    assert [doc.quote(s.span) for s in sentences.annotate(doc, Layers())] == [
        "A headline",
        "It went on and",
        "on until the end.",
    ]


def test_a_text_of_unknown_language_is_cut_by_the_rules_of_all() -> None:
    doc = document("Gen. Smith met. В г. Киеве.", lang="und")

    assert len(list(sentences.annotate(doc, Layers()))) == 2


@given(st.text(alphabet="aA. !?\"'“”‘’«»…[]1г\n", min_size=1, max_size=60))
def test_every_letter_is_in_exactly_one_sentence(text: str) -> None:
    if not text.strip():
        return
    doc = document(text)

    spans = [s.span for s in sentences.annotate(doc, Layers())]
    outside = set(range(len(text))) - {at for span in spans for at in range(span.start, span.end)}
    assert all(not earlier.overlaps(later) for earlier, later in pairwise(spans))
    assert all(text[at].isspace() for at in outside)
