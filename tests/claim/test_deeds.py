"""What a claim says was done, by whom, to whom: cases of each language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told_deeds import Done, done, read

from dateline.core.claim import Claim
from dateline.core.happened import Deed
from dateline.core.values import Dated

EN = [
    (
        "Russian forces shelled a hospital in Kherson on Monday.",
        Done("ASSAULT", "Russian forces", "a hospital in Kherson", "russia"),
    ),
    (
        "The bridge near Antonivka was hit by two missiles overnight.",
        Done("ASSAULT", "two missiles", "The bridge near Antonivka", "unknown"),
    ),
    (
        "The army confirmed the capture of the village by assault troops.",
        Done("ASSAULT", "assault troops", "the village", "unknown"),
    ),
    (
        "The Kremlin rejected a proposal for a truce.",
        Done("REJECT", "The Kremlin", "a proposal for a truce", "russia"),
    ),
    (
        "Norway will provide humanitarian aid to Ukraine next year.",
        Done("AGREE", "Norway", "Ukraine", "international"),
    ),
]
RU = [
    (
        "Российские войска обстреляли больницу в Херсоне.",
        Done("ASSAULT", "Российские войска", "больницу", "russia"),
    ),
    (
        "Склад был уничтожен украинскими беспилотниками.",
        Done("ASSAULT", "украинскими беспилотниками", "Склад", "ukraine"),
    ),
    ("Кремль отверг предложение Киева.", Done("REJECT", "Кремль", "предложение Киева", "russia")),
]
UK = [
    (
        "Російські війська обстріляли лікарню в Херсоні.",
        Done("ASSAULT", "Російські війська", "лікарню", "russia"),
    ),
    (
        "Генштаб підтвердив захоплення російськими військами села Зелене.",
        Done("ASSAULT", "російськими військами", "села Зелене", "russia"),
    ),
    (
        "Двох мешканців затримали співробітники СБУ.",
        Done("COERCE", "співробітники СБУ", "Двох мешканців", "ukraine"),
    ),
]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [(lang, *case) for lang, cases in (("en", EN), ("ru", RU), ("uk", UK)) for case in cases],
)
def test_who_did_what_to_whom(lang: str, text: str, wanted: Done) -> None:
    assert done(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Heavy rain is expected in the mountains on Sunday."),
        ("ru", "В горах в воскресенье ожидаются сильные дожди."),
        ("uk", "У горах у неділю очікуються сильні дощі."),
    ],
)
def test_where_no_word_names_a_happening_nothing_is_said(lang: str, text: str) -> None:
    assert done(text, lang) is None


def test_what_is_demanded_is_no_deed() -> None:
    _, layers = read("Kyiv demanded that Moscow release the captured sailors.", "en")

    assert {deed.event for deed in layers.of(Deed)} == {"REQUEST"}


def test_the_time_of_a_demand_is_never_taken_from_what_is_demanded() -> None:
    """Said-time and event-time never mix."""
    doc, layers = read("Kyiv demanded that Moscow withdraw its troops by 1 May 2026.", "en")

    assert [deed.time and doc.quote(deed.time) for deed in layers.of(Deed)] == [None]


def test_a_weapon_beside_a_blow_tells_its_mode() -> None:
    _, layers = read("Russian drones attacked Odesa.", "en")

    assert [deed.mode for deed in layers.of(Deed)] == ["drone"]


SENTENCES = st.lists(
    st.sampled_from(
        [
            "Russian forces shelled Kherson on Monday.",
            "Kyiv demanded talks, a minister said.",
            "Up to 30 people were wounded in an attack on the market.",
            "“We were hit by drones,” the mayor said.",
            "It rained.",
        ]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(SENTENCES)
def test_every_slot_stands_on_words_and_every_claim_has_one_main_deed_at_most(text: str) -> None:
    doc, layers = read(text, "en")
    claims = {claim.id for claim in layers.of(Claim)}
    dated = {item.span for item in layers.of(Dated)}
    mains = [deed.claim for deed in layers.of(Deed) if deed.main]

    for deed in layers.of(Deed):
        assert deed.claim in claims
        assert deed.time is None or deed.time in dated
        for span in (deed.span, deed.actor, deed.recipient, deed.place):
            assert span is None or span.end <= len(doc.text)
    assert len(mains) == len(set(mains)) == len({deed.claim for deed in layers.of(Deed)})
