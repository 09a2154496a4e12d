"""
Score reports in two languages: one translated from the other, or written apart.

`python eval/scorers/translated.py PAIRS ANSWERS`: pairs with `gold.translated`, and what
`dateline compare --jsonl PAIRS` wrote for them. `-v` names those that are not right.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def score(pairs: list[dict[str, Any]], answers: list[dict[str, Any]]) -> dict[str, float]:
    """Percentages of the label `translated`."""
    rows = [(p["gold"]["translated"], a["translated"]) for p, a in zip(pairs, answers, strict=True)]
    hits = sum(1 for gold, told in rows if gold and told)
    told, gold = sum(t for _, t in rows), sum(g for g, _ in rows)
    return {
        "translated_precision": round(100 * hits / told, 1) if told else 100.0,
        "translated_recall": round(100 * hits / gold, 1) if gold else 100.0,
    }


def _lines(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "-v"]
    every, answered = _lines(given[0]), _lines(given[1])
    print(json.dumps(score(every, answered)))
    for pair, answer in zip(every, answered, strict=True):
        if "-v" in sys.argv and pair["gold"]["translated"] != answer["translated"]:
            print(pair["id"], pair["gold"], answer["translated"])
