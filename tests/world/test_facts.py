"""The table of dated facts: every row can be opened, read and matched; users add their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.core.errors import LexiconError
from dateline.lang.phrases import variants
from dateline.world.facts import COLUMNS, DatedFact, facts, name_phrases, read_facts, title_phrases

FACTS = tuple(facts().values())


def test_there_are_more_than_a_hundred_and_fifty_facts() -> None:
    assert len(FACTS) > 150


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_a_fact_is_whole(fact: DatedFact) -> None:
    assert fact.source.startswith("https://")
    assert fact.note
    assert fact.until is None or fact.since < fact.until


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_each_name_of_a_fact_is_found_by_its_own_words(fact: DatedFact) -> None:
    names = [name.replace("*", "") for cell in fact.names for name in variants(cell)]

    missed = [n for n in names if not any(fact.id in f.keys for f in name_phrases().find(n))]

    assert missed == []


def test_each_title_that_a_fact_needs_has_words() -> None:
    held = {fact.title for fact in FACTS if fact.title}
    found = {
        key
        for words in ("president", "prime minister", "defence minister", "канцлер")
        for f in title_phrases().find(words)
        for key in f.keys
    }

    assert found <= held


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_terms_of_one_holder_in_one_office_do_not_overlap(fact: DatedFact) -> None:
    others = [f for f in FACTS if f.title and (f.title, f.names) == (fact.title, fact.names)]
    for other in others:
        if other is not fact and fact.since <= other.since:
            assert fact.until is not None
            assert fact.until <= other.since


def _row(**cells: str) -> str:
    whole = {
        "id": "x",
        "kind": "event",
        "from": "2022-01-01",
        "until": "",
        "title": "",
        "en": "Operation X",
        "ru": "",
        "uk": "",
        "with": "",
        "note": "X began",
        "source": "https://example.org/x",
    } | cells
    return "\t".join(COLUMNS) + "\n" + "\t".join(whole[c] for c in COLUMNS) + "\n"


def test_a_newsroom_can_add_a_pack(tmp_path: Path) -> None:
    (tmp_path / "facts.tsv").write_text(_row(), encoding="utf-8")

    [fact] = read_facts(tmp_path)

    assert (fact.id, str(fact.since), fact.until) == ("x", "2022-01-01", None)


@pytest.mark.parametrize(
    "cells",
    [
        {"source": "a book"},
        {"from": "2022"},
        {"en": ""},
        {"kind": "office"},
        {"title": "president"},
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, cells: dict[str, str]) -> None:
    (tmp_path / "facts.tsv").write_text(_row(**cells), encoding="utf-8")

    with pytest.raises(LexiconError, match=r"facts\.tsv: entry 'x'"):
        read_facts(tmp_path)


def test_a_folder_without_facts_has_none(tmp_path: Path) -> None:
    assert read_facts(tmp_path) == ()
