"""The attribution gold is sound, and its scorer says what it means to say."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "eval" / "attribution"
STATUSES = {
    "asserted",
    "reported",
    "denied",
    "not_confirmed",
    "unverified",
    "predicted",
    "possible",
    "conditional",
}
SIDES = {
    "ukraine",
    "russia",
    "other-party",
    "international",
    "media",
    "expert",
    "civilian",
    "unknown",
}
PLOVER = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


DOCS = {doc["id"]: doc for doc in rows("docs.jsonl")}
FOUND = [(row["doc_id"], item) for row in rows("gold.jsonl") for item in row["attributions"]]


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "attribution_scorer", ROOT / "eval" / "scorers" / "attribution.py"
    )
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_gold_is_what_the_markup_says() -> None:
    tool = ROOT / "tools" / "attribution_gold.py"
    done = subprocess.run([sys.executable, str(tool), "--check"], capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (0, "")


def test_documents_and_gold_are_the_same_ones_in_the_same_order() -> None:
    assert list(DOCS) == [row["doc_id"] for row in rows("gold.jsonl")]


@pytest.mark.parametrize(("lang", "least"), [("en", 80), ("ru", 50), ("uk", 50)])
def test_each_language_has_its_documents_half_of_them_for_testing(lang: str, least: int) -> None:
    splits = Counter(doc["split"] for doc in DOCS.values() if doc["lang"] == lang)

    assert min(splits["dev"], splits["test"]) >= least / 2


def test_no_id_and_no_text_stands_twice() -> None:
    ids = [item["id"] for _, item in FOUND]

    assert len(ids) == len(set(ids))
    assert len({doc["text"] for doc in DOCS.values()}) == len(DOCS) == len(rows("docs.jsonl"))


def test_every_text_names_its_source_and_an_open_licence() -> None:
    licences = {doc["licence"] for doc in DOCS.values()}

    assert licences <= {"CC0-1.0", "CC-BY-2.5", "CC-BY-4.0"}
    assert all(doc["source"] for doc in DOCS.values())


def test_every_span_points_at_whole_words_and_pieces_never_overlap() -> None:
    faults = []
    for doc_id, item in FOUND:
        text = DOCS[doc_id]["text"]
        for role in ("source", "cue", "content"):
            last = -1
            for start, end in item[role]:
                words = text[start:end]
                whole = not (text[start - 1 : start] + text[start]).isalnum() or start == 0
                whole &= not (text[end - 1] + text[end : end + 1]).isalnum() or end == len(text)
                if not last <= start < end <= len(text) or words != words.strip() or not whole:
                    faults.append((item["id"], role, words))
                last = end

    assert faults == []


def test_every_attribution_has_content_and_a_source_or_a_cue() -> None:
    assert [i["id"] for _, i in FOUND if not (i["content"] and (i["source"] or i["cue"]))] == []


def test_labels_are_those_of_the_public_record() -> None:
    assert {item["status"] for _, item in FOUND} == STATUSES
    assert {item["attribution"] for _, item in FOUND} == {"direct", "indirect", "mixed"}
    assert {item["speaker"]["side"] for _, item in FOUND if item["speaker"]} <= SIDES
    assert {item["event_type"] for _, item in FOUND} <= PLOVER | {None}


def test_only_a_denial_or_want_of_proof_answers_and_it_answers_its_own_document() -> None:
    ids = {item["id"] for _, item in FOUND}
    answering = [(doc_id, item) for doc_id, item in FOUND if item["answers"]]

    assert {i["status"] for _, i in answering} <= {"denied", "not_confirmed", "unverified"}
    assert all(i["answers"] in ids and i["answers"].startswith(f"{d}.") for d, i in answering)
    assert all(item["answers"] != item["id"] for _, item in answering)


def test_a_speaker_is_there_wherever_a_source_is_written() -> None:
    assert [i["id"] for _, i in FOUND if i["source"] and not i["speaker"]] == []


DOC = {"id": "d", "text": 'Ivan Petrov, mayor of Sela, said that "the bridge is gone".'}
SAID = {
    "id": "d.1",
    "source": [[0, 26]],
    "cue": [[28, 32]],
    "content": [[38, 58]],
    "speaker": {"name": "Ivan Petrov", "role": "mayor of Sela", "named": True, "side": "ukraine"},
    "status": "asserted",
    "attribution": "direct",
    "chain": ["Ivan Petrov", "Telegram"],
    "said": None,
}


def measured(**changes: Any) -> dict[str, float]:
    record = {"id": "d", "claims": [SAID | changes]}
    gold = [{"doc_id": "d", "attributions": [SAID]}]
    scores: dict[str, float] = scorer().measure([DOC], gold, [record])
    return scores


def test_gold_against_itself_is_full_marks() -> None:
    scores = measured()

    assert {k: v for k, v in scores.items() if v != 100.0} == {
        "recall_mixed": 0.0,
        "recall_indirect": 0.0,
    }


@pytest.mark.parametrize(
    ("changes", "lost"),
    [
        ({"status": "denied"}, {"status_right"}),
        ({"said": "2025-06-08"}, {"said_right"}),
        ({"chain": []}, {"chain_right"}),
        ({"chain": ["Ivan Petrov"]}, {"chain_right"}),
        ({"chain": ["Petrov", "Reuters"]}, {"chain_right"}),
        ({"speaker": {"name": "x", "role": "mayor", "side": "ukraine"}}, set()),
        ({"speaker": {"name": "x", "role": "governor", "side": "ukraine"}}, {"role_right"}),
        ({"speaker": None}, {"role_right", "side_right"}),
        ({"source": [[22, 26]]}, set()),
        ({"source": []}, {"full_any"}),
        ({"content": [[38, 48]]}, {"content_tok"}),
    ],
)
def test_a_wrong_field_costs_its_own_score_and_no_other(
    changes: dict[str, Any], lost: set[str]
) -> None:
    scores = measured(**changes)

    assert {k for k, v in scores.items() if v < 100.0} - {"recall_mixed", "recall_indirect"} == lost


def test_the_outlets_own_voice_is_no_attribution() -> None:
    scores = measured(source=[], cue=[])

    assert scores["content_tok"] == scores["full_any"] == 0.0
