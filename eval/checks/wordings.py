"""
Scores the checkers on wordings.tsv: each row is a report with one error, and its clean twin.

`[[wrong=>right]]` marks what is changed. An error is caught when a finding of family T, P, N, A or
Q, of any severity, touches the changed words; every other such finding, in either twin, is a false
alarm. The sets that real text makes are mutations.py's business.

usage: wordings.py [--misses] [WORDINGS.tsv]
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dateline.core.document import Document
from dateline.core.finding import Finding
from dateline.ingest.jsonl import document_of_line
from dateline.pipeline.standard import standard

SCORED = "TPNAQ"
MARK = re.compile(r"\[\[(.*?)=>(.*?)\]\]")
LANGS = ("en", "ru", "uk")
PATH = Path(__file__).with_name("wordings.tsv")


class Case(NamedTuple):
    """One of two twins: the report as a line of JSON, and where the change stands."""

    code: str
    lang: str
    line: str
    start: int
    end: int
    wrong: bool


def cases() -> Iterator[Case]:
    """Each row twice: with the wrong words, and with the right ones."""
    with next((Path(a) for a in sys.argv[1:] if a.endswith(".tsv")), PATH).open(
        encoding="utf-8", newline=""
    ) as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)):
            whole = f"{row['title']}\n\n{row['text'].replace(' / ', chr(10) * 2)}"
            (match,) = MARK.finditer(whole)
            for wrong in (True, False):
                words = match[1] if wrong else match[2]
                text = whole[: match.start()] + words + whole[match.end() :]
                title, _, body = text.partition("\n\n")
                doc = {"id": str(number), "title": title, "text": body}
                doc |= {"published": row["published"], "lang": row["lang"]}
                line = json.dumps(doc, ensure_ascii=False)
                end = match.start() + len(words)
                yield Case(row["class"], row["lang"], line, match.start(), end, wrong)


def findings(case: Case) -> list[Finding]:
    """The scored findings of the report."""
    doc = document_of_line(case.line, 1, published=None, lang=None)
    assert isinstance(doc, Document), doc
    doc, layers = standard()(doc)
    return [f for f in standard().check(doc, layers) if f.code[0] in SCORED]


def main() -> None:
    """Prints a row a class: errors, caught, false alarms, by language."""
    rows: dict[str, dict[str, list[int]]] = {}
    total = [0, 0, 0]
    for case in cases():
        counts = rows.setdefault(case.code, {}).setdefault(case.lang, [0, 0, 0])
        found = findings(case)
        hits = [f for f in found if case.wrong and _touches(f, case)]
        new = (int(case.wrong), int(bool(hits)), len(found) - len(hits))
        for at, add in enumerate(new):
            counts[at] += add
            total[at] += add
        if "--misses" in sys.argv and (new[0] != new[1] or new[2]):
            print(case.code, "miss" if case.wrong and not hits else "alarm", case.line)
    print("| class | en | ru | uk |\n|---|---|---|---|")
    for code in sorted(rows):
        cells = (f"{c} of {n}, {a}" for n, c, a in (rows[code].get(k, [0] * 3) for k in LANGS))
        print(f"| {code} | {' | '.join(cells)} |")
    errors, caught, alarms = total
    precision, recall = caught / (caught + alarms), caught / errors
    f1 = 2 * precision * recall / (precision + recall)
    print(f"errors {errors}, caught {caught}, false alarms {alarms}, clean twins {errors}")
    print(f"P {precision:.1%} R {recall:.1%} F1 {f1:.1%}")


def _touches(finding: Finding, case: Case) -> bool:
    return any(s.start < case.end and case.start < s.end for s in finding.evidence)


if __name__ == "__main__":
    main()
