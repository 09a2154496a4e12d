"""Quotations: the table is the specification, the properties hold on any text."""

from __future__ import annotations

import pytest
from build import document
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.quotation import quotation
from dateline.core.layers import Layers
from dateline.core.mentions import Quotation

CASES = [
    ("He said “no” to it.", [["no"]]),
    ('He said "no" to it.', [["no"]]),
    ("He said ‘no’ to it.", [["no"]]),
    ("He said 'no' to it.", [["no"]]),
    ("Он сказал «нет» и ушёл.", [["нет"]]),
    ("Er sagte „nein“ dazu.", [["nein"]]),
    ("Don’t take the soldiers’ bread.", []),
    ("He said ‘the soldiers’ families left.’ Then silence.", [["the soldiers’ families left."]]),
    ("A 6' tall man and a 5\" pipe.", []),
    ("“He told me ‘go’ twice,” she said.", [["He told me ‘go’ twice,"], ["go"]]),
    ("It was ``quoted'' so.", [["quoted"]]),
]


def _pieces(*paragraphs: str, lang: str = "en") -> list[list[str]]:
    doc = document(*paragraphs, lang=lang)
    found = Layers(quotation.annotate(doc, Layers())).of(Quotation)
    return [[doc.quote(piece) for piece in item.pieces] for item in found]


@pytest.mark.parametrize(("text", "pieces"), CASES)
def test_finds_what_the_marks_set_off(text: str, pieces: list[list[str]]) -> None:
    assert _pieces(text) == pieces


def test_a_quotation_runs_over_paragraphs_that_open_with_a_mark() -> None:
    assert _pieces("“One.", "“Two,” she said.") == [["One.", "Two,"]]


def test_a_quotation_runs_on_to_the_mark_that_closes_it_in_the_next_paragraph() -> None:
    assert _pieces("They said, ‘We crossed.", "At nine.’ It was late.") == [
        ["We crossed.", "At nine."]
    ]


def test_one_that_never_closes_ends_with_its_sentence_and_says_so() -> None:
    doc = document("He said “it never closes. Then he left.")
    (item,) = quotation.annotate(doc, Layers())

    assert [doc.quote(piece) for piece in item.pieces] == ["it never closes."]
    assert not item.closed


def test_terms_are_told_from_speech() -> None:
    doc = document("The ‘Central’ grouping said: ‘We hold the line.’")

    assert [item.scare for item in quotation.annotate(doc, Layers())] == [True, False]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("— Едем, — сказал он. — Скорее.", [["Едем,", "Скорее."]]),
        ("«Едем, — сказал он. — Скорее», и ушёл.", [["Едем,", "Скорее"]]),
        ("— Едем сейчас.", [["Едем сейчас."]]),
    ],
)
def test_dialogue_dashes_part_speech_from_narration(text: str, pieces: list[list[str]]) -> None:
    assert _pieces(text, lang="ru") == pieces


@given(
    st.lists(st.text(alphabet="ab s.,\"'“”‘’«»„—", min_size=1, max_size=60), min_size=1, max_size=4)
)
def test_any_marks_give_pieces_that_lie_inside_their_quotation(paragraphs: list[str]) -> None:
    for lang in ("en", "ru"):
        doc = document(*paragraphs, lang=lang)
        for item in quotation.annotate(doc, Layers()):
            assert all(item.span.covers(piece) for piece in item.pieces)
            assert item.span.end <= len(doc.text)


@pytest.mark.parametrize("text", ['"' * 20_000, "“" * 20_000, "“a ’" * 8_000, "«»" * 10_000])
def test_a_wall_of_marks_is_read(text: str) -> None:
    assert isinstance(list(quotation.annotate(document(text), Layers())), list)
