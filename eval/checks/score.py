"""
Score the checkers on the short reports of cases.jsonl.

A case has `expect`: the words that a finding of family T, P, N, A or Q must touch. A fault is
caught when a finding of any severity overlaps them; a false alarm is a finding that touches none.

usage: score.py [CASES.jsonl]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from dateline.core.document import Document
from dateline.core.finding import Finding, Severity
from dateline.ingest.jsonl import document_of_line
from dateline.pipeline.standard import standard

SCORED = "TPNAQ"


def main(path: Path) -> None:
    caught = faults = alarms = loud = clean = silent = 0
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        case = json.loads(line)
        doc = document_of_line(line, number, published=None, lang=None)
        assert isinstance(doc, Document), doc
        doc, layers = standard()(doc)
        found = [f for f in standard().check(doc, layers) if f.code[0] in SCORED]
        wanted = [_spots(doc.text, expected["text"]) for expected in case["expect"]]
        hits = [any(_touches(f, spots) for f in found) for spots in wanted]
        wrong = [f for f in found if not any(_touches(f, spots) for spots in wanted)]
        faults, caught = faults + len(wanted), caught + sum(hits)
        alarms += len(wrong)
        loud += sum(f.severity is not Severity.NOTE for f in wrong)
        clean, silent = clean + (not wanted), silent + (not wanted and not wrong)
        _say(case, hits, wrong)
    precision, recall = caught / (caught + alarms or 1), caught / (faults or 1)
    f1 = 2 * precision * recall / (precision + recall or 1)
    print(
        f"faults {faults}, caught {caught}, false alarms {alarms} ({loud} above note), "
        f"clean {clean}, silent on {silent}; P {precision:.1%} R {recall:.1%} F1 {f1:.1%}"
    )


def _spots(text: str, words: str) -> list[tuple[int, int]]:
    starts = (at for at in range(len(text)) if text.startswith(words, at))
    return [(at, at + len(words)) for at in starts]


def _touches(finding: Finding, spots: list[tuple[int, int]]) -> bool:
    return any(s.start < end and start < s.end for s in finding.evidence for start, end in spots)


def _say(case: dict[str, Any], hits: list[bool], wrong: list[Finding]) -> None:
    for expected, hit in zip(case["expect"], hits, strict=True):
        if not hit:
            print(f"missed {case['id']} {expected['family']}: {expected['text']!r}")
    for finding in wrong:
        print(f"alarm  {case['id']} {finding.code}: {finding.message}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).with_name("cases.jsonl"))
