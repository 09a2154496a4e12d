"""
Score links between two reports: the relation, and contradictions slot by slot.

`python eval/scorers/links.py PAIRS ANSWERS`: pairs whose `gold` has `relation`, or `contradict` and
`update`, and what `dateline compare --jsonl PAIRS` wrote for them. `-v` prints what is not right.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SAME = "same_incident"


def score(pairs: list[dict[str, Any]], answers: list[dict[str, Any]]) -> dict[str, float]:
    """Percentages: `same_f1` and `relation_right`, `slot_f1` and `update_right`."""
    rows = [(p["gold"], a) for p, a in zip(pairs, answers, strict=True)]
    told = [(g["relation"], a["relation"]) for g, a in rows if "relation" in g]
    slots = [(set(g["contradict"]), set(a["contradict"])) for g, a in rows if "contradict" in g]
    moved = [(g["update"], a["update"]) for g, a in rows if "update" in g]
    out: dict[str, float] = {}
    if told:
        out |= _f1("same", ((g == SAME, a == SAME) for g, a in told))
        out["relation_right"] = _percent(sum(g == a for g, a in told), len(told))
    if slots:
        pairs_of_slots = ((s in g, s in a) for g, a in slots for s in sorted(g | a))
        out |= _f1("slot", pairs_of_slots)
        out["all_slots_right"] = _percent(sum(g == a for g, a in slots), len(slots))
    if moved:
        out["update_right"] = _percent(sum(g == a for g, a in moved), len(moved))
    return out


def _f1(name: str, both: Iterable[tuple[bool, bool]]) -> dict[str, float]:
    seen = list(both)
    hits = sum(1 for gold, told in seen if gold and told)
    precision = _percent(hits, sum(told for _, told in seen))
    recall = _percent(hits, sum(gold for gold, _ in seen))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f1": round(f1, 1)}


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 100.0


def wrong(gold: dict[str, Any], answer: dict[str, Any]) -> bool:
    if "relation" in gold and gold["relation"] != answer["relation"]:
        return True
    if set(gold.get("contradict", answer["contradict"])) != set(answer["contradict"]):
        return True
    return bool(gold.get("update", answer["update"]) != answer["update"])


def _lines(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "-v"]
    pairs_read, answers_read = _lines(given[0]), _lines(given[1])
    print(json.dumps(score(pairs_read, answers_read)))
    for pair, answer in zip(pairs_read, answers_read, strict=True):
        if "-v" in sys.argv and wrong(pair["gold"], answer):
            told = {key: answer[key] for key in ("relation", "contradict", "update")}
            print(pair["id"], pair["gold"], told)
            print("   ", pair["a"].get("published"), pair["a"]["text"])
            print("   ", pair["b"].get("published"), pair["b"]["text"])
