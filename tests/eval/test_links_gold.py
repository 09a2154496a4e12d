"""The benchmarks of links are sound, and dateline keeps above its floors on them."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from dateline.run.compare import compare_jsonl

ROOT = Path(__file__).resolve().parents[2]
SLOTS = {"number", "place", "date", "actor", "polarity"}


@cache
def _module(path: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.replace("/", "_"), ROOT / "eval" / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _answers(pairs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    lines = [json.dumps(pair) for pair in pairs]
    return [msgspec.to_builtins(answer) for answer in compare_jsonl(lines)]


def _contradictions() -> list[dict[str, Any]]:
    path = ROOT / "eval" / "links" / "contradictions.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_contradictions_name_known_slots_and_three_languages() -> None:
    pairs = _contradictions()

    assert {slot for pair in pairs for slot in pair["gold"]["contradict"]} == SLOTS
    assert {pair[side]["lang"] for pair in pairs for side in "ab"} == {"en", "ru", "uk"}
    assert len({pair["id"] for pair in pairs}) == len(pairs) >= 60


def test_contradictions_are_found_slot_by_slot() -> None:
    pairs = _contradictions()
    figures = _module("scorers/links.py").score(pairs, _answers(pairs))

    assert figures["slot_f1"] >= 85
    assert figures["slot_precision"] >= 90


def test_the_recipe_of_copies_gives_the_same_pairs_twice() -> None:
    make = _module("copies/make.py")

    assert list(make.pairs(1, 1)) == list(make.pairs(1, 1))


def test_copies_are_told_from_what_only_looks_like_them() -> None:
    pairs = list(_module("copies/make.py").pairs(20251124, 5))
    figures = _module("scorers/copies.py").score(pairs, _answers(pairs))

    assert figures["copy_precision"] >= 98
    assert figures["copy_recall"] >= 98
    assert figures["label_and_kind_right"] >= 90
    assert figures["share_within"] >= 95


def test_the_headlines_name_rows_and_no_text() -> None:
    lines = (ROOT / "eval" / "links" / "headlines.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]

    assert {label for _, _, label in rows} == {"same_incident", "related_story", "different"}
    assert all(len(row) == 3 and row[0].replace(":", "").isdigit() for row in rows)
    assert len(rows) >= 200
