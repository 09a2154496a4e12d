"""The marked texts and what is made of them stay together, and the figures do not fall apart."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from runpy import run_path

EVAL = Path(__file__).parents[2] / "eval"
sys.path.insert(0, str(EVAL))

from scorers.events import baselines, f1, measure  # noqa: E402


def test_documents_and_gold_are_what_the_marked_texts_make() -> None:
    """Run eval/events/build.py where this fails."""
    docs, gold = run_path(str(EVAL / "events" / "build.py"))["own"]()

    for name, rows in (("docs", docs), ("gold", gold)):
        written = (EVAL / "events" / f"{name}.jsonl").read_text("utf-8").splitlines()
        assert [json.loads(line) for line in written] == rows


def test_a_perfect_record_scores_all_and_an_empty_one_nothing() -> None:
    doc = {"id": "a", "text": "Troops shelled the town, killing 3.", "lang": "en"}
    count = {"kind": "killed", "best": 3, "low": 3, "high": 3, "start": 33, "end": 34}
    gold = {
        "doc_id": "a",
        "event": "ASSAULT",
        "actor": [[0, 6]],
        "recipient": [[15, 23]],
        "quantities": [count],
    }
    event = {
        "type": "ASSAULT",
        "main": True,
        "start": 7,
        "actor": {"start": 0, "end": 6},
        "recipient": {"start": 15, "end": 23},
    }
    right = {"id": "a", "claims": [{"events": [event], "quantities": [count]}]}
    empty = {"id": "a", "claims": []}

    assert set(measure([doc], [gold], [right]).values()) == {100.0}
    assert measure([doc], [gold], [empty])["macro_f1"] == 0


def test_f1_of_a_class_counts_misses_and_false_alarms() -> None:
    assert f1([("A", "A"), ("A", "B"), ("B", "A")], "A") == 50


def test_the_largest_class_is_a_baseline() -> None:
    docs = [{"id": str(n), "text": "x"} for n in range(4)]
    gold = [{"doc_id": str(n), "event": "AID" if n else None} for n in range(4)]

    assert baselines(docs, gold)["majority"]["micro_f1"] == 75
