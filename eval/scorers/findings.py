"""
How many planted faults the checkers see, and how often they say something of a sound report.

A case has `expect`: the words that a finding of family T, P, N, A or Q must touch. A fault is
caught when a finding of any severity overlaps them; a false alarm is a finding that touches none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

SCORED = "TPNAQ"
Row = Mapping[str, Any]
Spots = list[tuple[int, int]]


def measure(docs: Iterable[Row], gold: Iterable[Row], records: Iterable[Row]) -> dict[str, float]:
    """
    Flat scores, 0 to 100: precision, recall and f1 of findings, silent on sound reports.

    `gold` is not read: the expectation stands in the case itself.
    """
    by_id = {record["id"]: record for record in records}
    caught = faults = alarms = sound = silent = 0
    for case in docs:
        record = by_id[case["id"]]
        found = [f for f in record["findings"] if f["code"][0] in SCORED]
        wanted = [_spots(record["document"]["text"], want["text"]) for want in case["expect"]]
        wrong = [f for f in found if not any(_touches(f, spots) for spots in wanted)]
        faults += len(wanted)
        caught += sum(any(_touches(f, spots) for f in found) for spots in wanted)
        alarms += len(wrong)
        sound += not wanted
        silent += not wanted and not wrong
    precision, recall = caught / (caught + alarms or 1), caught / (faults or 1)
    f1 = 2 * precision * recall / (precision + recall or 1)
    return {
        "precision": round(100 * precision, 1),
        "recall": round(100 * recall, 1),
        "f1": round(100 * f1, 1),
        "silent": round(100 * silent / (sound or 1), 1),
    }


def _spots(text: str, words: str) -> Spots:
    starts = (at for at in range(len(text)) if text.startswith(words, at))
    return [(at, at + len(words)) for at in starts]


def _touches(finding: Row, spots: Spots) -> bool:
    return any(s < end and start < e for s, e in finding["evidence"] for start, end in spots)
