"""Contested terms and the glossary: whole rows, found by their own words."""

from __future__ import annotations

import pytest

from dateline.lang.phrases import variants
from dateline.world.terms import ContestedTerm, frame_phrases, frames, glossary

SIDES = {"russia", "ukraine", "both", "international"}


@pytest.mark.parametrize("frame", frames().values(), ids=lambda frame: frame.id)
def test_a_contested_term_says_whose_it_is_and_where_that_is_seen(frame: ContestedTerm) -> None:
    assert frame.used_by in SIDES
    assert frame.note
    assert frame.source.startswith("https://")


@pytest.mark.parametrize("frame", frames().values(), ids=lambda frame: frame.id)
def test_a_contested_term_is_found_by_its_own_words(frame: ContestedTerm) -> None:
    names = [name.replace("*", "") for cell in frame.names for name in variants(cell)]

    missed = [n for n in names if not any(frame.id in f.keys for f in frame_phrases().find(n))]

    assert missed == []


def test_every_abbreviation_is_written_in_capitals_and_expanded() -> None:
    for words, entry in glossary().items():
        assert any(letter.isupper() for letter in words)
        assert entry.words
