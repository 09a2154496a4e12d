"""
Score copies: copy or not, label and kind, shares of common text, direction.

`python eval/scorers/copies.py PAIRS ANSWERS`: pairs with `gold` (eval/copies/make.py), and what
`dateline compare --jsonl PAIRS` wrote for them. Prints figures, and with `-v` each pair that is
not right.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

WITHIN = 0.05


def score(pairs: list[dict[str, Any]], answers: list[dict[str, Any]]) -> dict[str, float]:
    """Percentages; `share_within` of both shares of a pair, over pairs whose gold is copy."""
    rows = [(p["gold"], a["copy"]) for p, a in zip(pairs, answers, strict=True)]
    is_copy = [(g["label"] == "copy", c["label"] == "copy") for g, c in rows]
    hits = sum(1 for gold, told in is_copy if gold and told)
    copies = [(g, c) for g, c in rows if g["label"] == "copy"]
    return {
        "copy_precision": _percent(hits, sum(told for _, told in is_copy)),
        "copy_recall": _percent(hits, sum(gold for gold, _ in is_copy)),
        "label_right": _percent(sum(g["label"] == c["label"] for g, c in rows), len(rows)),
        "label_and_kind_right": _percent(sum(_same(g, c) for g, c in rows), len(rows)),
        "share_within": _percent(sum(_shares(g, c) for g, c in copies), len(copies)),
        "share_within_all": _percent(sum(_shares(g, c) for g, c in rows), len(rows)),
        "direction_right": _percent(
            sum(g["direction"] == c["direction"] for g, c in copies), len(copies)
        ),
    }


def _same(gold: dict[str, Any], told: dict[str, Any]) -> bool:
    return bool((gold["label"], gold["kind"]) == (told["label"], told["kind"]))


def _shares(gold: dict[str, Any], told: dict[str, Any]) -> bool:
    return all(abs(gold[s] - told[s]) <= WITHIN for s in ("share_of_a", "share_of_b"))


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 100.0


def _lines(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "-v"]
    pairs_read, answers_read = _lines(given[0]), _lines(given[1])
    print(json.dumps(score(pairs_read, answers_read)))
    if "-v" in sys.argv:
        for pair, answer in zip(pairs_read, answers_read, strict=True):
            gold, told = pair["gold"], answer["copy"]
            if not _same(gold, told) or not _shares(gold, told):
                print(pair["id"], pair["a"]["lang"], gold, told)
