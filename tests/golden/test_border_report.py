"""What a careful desk editor reads in the border report, and what dateline must read in it too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.core.record import Pair, Record, RecordClaim

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "examples" / "border-report.txt"
GOLD = json.loads((Path(__file__).parent / "border-report" / "gold.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def dated() -> Record:
    return dateline.read(REPORT, published="2025-06-09")


@pytest.fixture(scope="module")
def undated() -> Record:
    return dateline.read(REPORT)


def _overlap(a: Pair, b: dict[str, Any]) -> int:
    return max(0, min(a[1], b["end"]) - max(a[0], b["start"]))


def _words(gold: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(g, id=g["text"][:40]) for g in gold]


@pytest.mark.parametrize("gold", _words(GOLD["times"]))
def test_each_time_has_its_value(gold: dict[str, Any], dated: Record) -> None:
    want = gold.get("value_if_published_2025_06") or gold["value"]
    found = [t for t in dated.times if _overlap((t.start, t.end), gold)]

    assert [(t.type, t.value) for t in found] == [(gold["type"], want)]
    assert (found[0].zone, found[0].utc) == (gold.get("zone"), gold.get("utc"))
    if "mod" in gold:
        assert found[0].mod == gold["mod"]


def test_without_a_publication_date_the_year_of_a_body_date_stays_open(undated: Record) -> None:
    values = {undated.document.text[t.start : t.end]: t.value for t in undated.times}

    assert values["May 20"] == "XXXX-05-20"
    assert values["June 8"] == "XXXX-06-08"
    assert values["May 30"] == "XXXX-05-30"


PLACES = [p for p in GOLD["places"] if "text" in p]


@pytest.mark.parametrize("gold", _words(PLACES))
def test_each_place_is_the_right_area(gold: dict[str, Any], dated: Record) -> None:
    found = [p for p in dated.places if _overlap((p.start, p.end), gold) and p.role == "location"]

    assert [(p.country, p.iso3166_2) for p in found] == [("UA", gold.get("iso3166_2"))]
    assert found[0].kind in {"oblast", "region"}


def test_a_unit_named_after_a_city_is_no_place_where_things_happen(dated: Record) -> None:
    kemerovo = [
        p for p in dated.places if dated.document.text[p.start : p.end].startswith("Kemerovo")
    ]

    assert {p.role for p in kemerovo} <= {"unit"}


def _claim_of(gold: dict[str, Any], record: Record) -> RecordClaim | None:
    """The attributed claim that shares most of the gold's words, if it shares half of them."""
    want = gold["proposition"]
    length = want["end"] - want["start"]
    best = max(
        (c for c in record.claims if c.source or c.cue),
        key=lambda c: sum(_overlap(piece, want) for piece in c.content),
        default=None,
    )
    if best is None or 2 * sum(_overlap(piece, want) for piece in best.content) < length:
        return None
    return best


def _names(gold: dict[str, Any]) -> set[str]:
    speaker = gold.get("speaker") or gold["chain"][0]
    text = speaker if isinstance(speaker, str) else speaker["text"]
    return {word.strip("(),.").lower() for word in text.split("(")[0].split() if len(word) > 3}


@pytest.mark.parametrize("gold", [pytest.param(g, id=g["id"]) for g in GOLD["claims"]])
def test_each_claim_has_its_speaker_or_source_and_status(
    gold: dict[str, Any], dated: Record
) -> None:
    claim = _claim_of(gold, dated)

    assert claim is not None
    said_by = " ".join([claim.speaker.name if claim.speaker else "", *claim.chain]).lower()
    assert any(name in said_by for name in _names(gold)), said_by
    assert claim.status == gold["status"]
    if "side" in gold:
        assert claim.speaker is not None
        assert claim.speaker.side == gold["side"]
    if "said_at" in gold:
        assert (claim.said or "").endswith(gold["said_at"])


def test_the_crossing_that_was_not_confirmed_answers_the_claim_of_it(dated: Record) -> None:
    first, third = (_claim_of(GOLD["claims"][at], dated) for at in (0, 2))

    assert first is not None
    assert third is not None
    assert third.answers == first.id


def test_no_claim_place_or_time_is_taken_from_furniture(dated: Record) -> None:
    edge = GOLD["document"]["chrome"][0]["start"]
    ends = [
        *(end for c in dated.claims for _, end in (*c.content, *c.source, *c.cue)),
        *(p.end for p in dated.places),
        *(t.end for t in dated.times),
    ]

    assert max(ends) <= edge


@pytest.mark.parametrize("gold", _words(GOLD["frames"]))
def test_each_contested_term_is_marked_as_a_frame(gold: dict[str, Any], dated: Record) -> None:
    assert any(_overlap((f.start, f.end), gold) for f in dated.frames)


@pytest.mark.parametrize("gold", [pytest.param(g, id=g["what"][:50]) for g in GOLD["findings"]])
def test_each_finding_stands_on_the_words_in_question(gold: dict[str, Any], dated: Record) -> None:
    if not gold["spans"]:
        assert any(f.code.startswith("H") and not f.evidence for f in dated.findings)
        return
    hits = [
        f
        for f in dated.findings
        if all(any(_overlap(e, s) for e in f.evidence) for s in gold["spans"])
    ]

    assert hits
    assert all(end - start <= 160 for f in hits for start, end in f.evidence)


def test_the_headline_year_is_found_out_through_dated_facts_alone(undated: Record) -> None:
    year = GOLD["times"][0]

    assert any(
        f.code.startswith("T") and any(_overlap(e, year) for e in f.evidence)
        for f in undated.findings
    )


def test_nothing_else_is_found_above_a_note(dated: Record) -> None:
    loud = [f.code for f in dated.findings if f.severity != "note"]

    assert len(loud) == len(set(loud))
    assert not any("MSK" in f.message and "Kyiv" in f.message for f in dated.findings)
