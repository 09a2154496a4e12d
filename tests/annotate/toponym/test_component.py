"""Which words are names of places, and what they do: a table of sentences is the specification."""

from __future__ import annotations

import itertools

import pytest
from build import document
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.toponym import toponym
from dateline.core.layers import Layers
from dateline.core.mentions import Toponym


def found(text: str, lang: str = "en") -> list[tuple[str, str]]:
    doc = document(text, lang=lang)
    return [(doc.quote(t.span), t.role.value) for t in toponym.annotate(doc, Layers())]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Soldiers of the Kemerovo Company spoke.", [("Kemerovo", "unit")]),
        ("The 60th Sumy Brigade held on.", [("Sumy", "unit")]),
        ("Units of the ‘Central’ grouping advanced.", []),
        ("Kyiv said it knew nothing.", [("Kyiv", "actor")]),
        ("Russian troops came.", [("Russian", "demonym")]),
        ("The crossing was not confirmed.", []),
        ("He was reading a book in Reading.", [("Reading", "location")]),
        ("Most people think so. Nice work. Of course.", []),
        ("Mobile phones and nice weather.", []),
        ("Professor Henry Jackson said so. Jackson smiled.", []),
        ("She studied at the University of Warsaw.", [("Warsaw", "organisation")]),
        ("The New York Times reported it.", []),
        (
            "They live in Jackson, Miss., by the river.",
            [("Jackson", "location"), ("Miss.", "location")],
        ),
        (
            "The U.S. sent aid worth US$30 billion to Ukraine.",
            [("U.S.", "actor"), ("Ukraine", "location")],
        ),
        ("The village of Qazwinabad burned.", [("Qazwinabad", "location")]),
        (
            "South Korean troops left South Korea.",
            [("South Korean", "demonym"), ("South Korea", "location")],
        ),
        (
            "It fell on Pokrovsk, Donetsk Oblast.",
            [("Pokrovsk", "location"), ("Donetsk Oblast", "location")],
        ),
        ("China's Health Ministry spoke.", [("China", "location")]),
        ("Moscow denies the claim.", [("Moscow", "actor")]),
        ("Moscow has not commented on it.", [("Moscow", "actor")]),
        ("Kyiv and Moscow accuse each other.", [("Kyiv", "actor"), ("Moscow", "actor")]),
        ("Officials in Kyiv have confirmed it.", [("Kyiv", "location")]),
        (
            "Officials in both the United States and Norway have confirmed it.",
            [("United States", "location"), ("Norway", "location")],
        ),
        ("It began at 5 p.m. Kyiv time.", []),
        ("Russia-1 reported it.", [("Russia", "organisation")]),
        ("Work began on the US-24 corridor.", [("US", "location")]),
        ("The Kyiv School of Economics counted.", [("Kyiv", "organisation")]),
        ("Prosecutors at The Hague tribunal spoke.", [("The Hague", "organisation")]),
        ("The Rada voted on Tuesday.", []),
        ("A drone fell in the Obolon district of Kyiv.", [("Kyiv", "location")]),
        ("He appeared in Clarke County High Court.", [("Clarke County", "actor")]),
        ("The cruiser Moskva sank.", [("Moskva", "organisation")]),
        ("FC Dynamo Kyiv won.", [("Kyiv", "organisation")]),
        ("The 'Dnepr' grouping shelled it.", [("Dnepr", "unit")]),
        ("DPR forces shelled it.", [("DPR", "actor")]),
        ("Kyiv said Moscow had broken it.", [("Kyiv", "actor"), ("Moscow", "actor")]),
        ("Kyiv said that Moscow is lying.", [("Kyiv", "actor"), ("Moscow", "actor")]),
        ("Moscow said Kyiv was struck.", [("Moscow", "actor"), ("Kyiv", "location")]),
        (
            "They hold the left bank of the Dnipro River.",
            [("left bank of the Dnipro", "location")],
        ),
        ("The M25 motorway near London is shut.", [("London", "location")]),
    ],
)
def test_names_and_their_roles(text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        (
            "Українські військові у Бахмуті.",
            "uk",
            [("Українські", "demonym"), ("Бахмуті", "location")],
        ),
        ("ГУР та УАЗи біля складу.", "uk", []),
        ("Сили оборони тримаються.", "uk", []),
        ("Володимир Київ приїхав.", "uk", []),
        (
            "Российские войска под Угледаром.",
            "ru",
            [("Российские", "demonym"), ("Угледаром", "location")],
        ),
        ("93-я Киевская бригада.", "ru", []),
        ("США и РФ говорят.", "ru", [("США", "actor"), ("РФ", "actor")]),
        ("Москва отрицает удары.", "ru", [("Москва", "actor")]),
        ("В Москве отрицают удары.", "ru", [("Москве", "location")]),
        ("Київ заявляє про удар.", "uk", [("Київ", "actor")]),
        ("Москва звинувачує Київ.", "uk", [("Москва", "actor"), ("Київ", "actor")]),
        ("О 9:00 за Києвом почалося.", "uk", []),
        ("У Подільському районі Києва пожежа.", "uk", [("Києва", "location")]),
        ("По Шевченківському району Харкова.", "uk", [("Харкова", "location")]),
        ("Львівська нафтобаза горить.", "uk", [("Львівська", "location")]),
        ("Шебекино обстреляли.", "ru", [("Шебекино", "location")]),
        ("Крейсер «Москва» затонув.", "uk", [("Москва", "organisation")]),
        ("Ракета попала в гостиницу «Днепр».", "ru", [("Днепр", "organisation")]),
        ("На Московском проспекте взрыв.", "ru", []),
        ("Бойовики ДНР наступають.", "uk", [("ДНР", "actor")]),
        (
            "Київ заявив, що Москва зірвала переговори.",
            "uk",
            [("Київ", "actor"), ("Москва", "actor")],
        ),
        (
            "Киев заявил, что Москва сорвала переговоры.",
            "ru",
            [("Киев", "actor"), ("Москва", "actor")],
        ),
        (
            "Москва заявила, что Киев обстреляли.",
            "ru",
            [("Москва", "actor"), ("Киев", "location")],
        ),
        (
            "Обстріли Сумської та Харківської областей.",
            "uk",
            [("Сумської", "location"), ("Харківської областей", "location")],
        ),
        (
            "На Покровском и Торецком направлениях бои.",
            "ru",
            [("Покровском", "location"), ("Торецком направлениях", "location")],
        ),
    ],
)
def test_names_in_russian_and_ukrainian(
    text: str, lang: str, wanted: list[tuple[str, str]]
) -> None:
    assert found(text, lang) == wanted


WORDS = st.sampled_from(
    ["Kyiv", "Donetsk", "Oblast", "and", "the", "Russian", "of", "U.S.", "Henry", "County,", "in",
     "Kharkiv's", "Бахмут", "regions", "«", "—", "\n", "St.", "-", "Lake", "W.Va."]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=14).map(" ".join), st.sampled_from(["en", "ru", "uk"]))
def test_mentions_are_in_order_never_overlap_and_are_words_of_the_text(
    text: str, lang: str
) -> None:
    doc = document(text or "x", lang=lang)
    items = list(toponym.annotate(doc, Layers()))

    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(items))
    assert all(doc.quote(t.span).strip() == doc.quote(t.span) for t in items)


@given(st.text(alphabet="xyz \n", min_size=1, max_size=9))
def test_moving_a_paragraph_moves_its_mentions(before: str) -> None:
    text = "They fought in Bakhmut, Donetsk Oblast."
    alone, moved = document(text), document(before, text)
    shift = len(before) + 2

    def spans(items: list[Toponym], by: int) -> list[tuple[int, int]]:
        return [(t.span.start + by, t.span.end + by) for t in items]

    assert spans(list(toponym.annotate(alone, Layers())), shift) == spans(
        list(toponym.annotate(moved, Layers())), 0
    )


def test_a_language_without_words_finds_nothing() -> None:
    assert found("Die Truppen sind in Donezk.", "de") == []
