"""
What records say was done, by whom, to whom, and how many: class, actor, recipient, quantities.

Reads documents and gold of eval/events or eval/corpora/plover_gsr and what `dateline read --jsonl`
wrote for them. A document's class is that of the first main event of its claims; documents of no
event count as a class of their own where the gold has them.
usage: events.py RECORDS.jsonl [--home FOLDER] [--split read|held] [--lang en|ru|uk] [-v]
       events.py --baselines [--home FOLDER] [--split read|held]
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent / "events"
NONE = "NONE"
_WORD = re.compile(r"\w+")
_SHARED = 0.5
"""Of the words of two phrases, the part that both must have for them to be one."""
_BOUNDS = ("best", "low", "high")

Row = Mapping[str, Any]
Pair = tuple[int, int]


def measure(docs: Sequence[Row], gold: Sequence[Row], records: Sequence[Row]) -> dict[str, float]:
    """`macro_f1` and `micro_f1` of the class, and where the gold has them `actor_f1`,
    `recipient_f1`, `count_f1` (kind and number) and `count_exact` (all bounds of those found)."""
    told = {record["id"]: record for record in records}
    golds = {row["doc_id"]: row for row in gold}
    pairs = [(golds[doc["id"]], told[doc["id"]], doc["text"]) for doc in docs]
    out = _classes([(g["event"] or NONE, predicted(r)) for g, r, _ in pairs])
    if gold and "actor" in gold[0]:
        for field in ("actor", "recipient"):
            out[f"{field}_f1"] = _phrases(field, pairs)
        out |= _counts(pairs)
    return out


def main_event(record: Row) -> Row | None:
    """The first main event of the record."""
    mains = [e for claim in record["claims"] for e in claim["events"] if e["main"]]
    return min(mains, key=lambda event: event["start"], default=None)


def predicted(record: Row) -> str:
    event = main_event(record)
    return str(event["type"]) if event else NONE


def _classes(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    names = sorted({gold for gold, _ in pairs})
    scores = [f1(pairs, name) for name in names]
    right = sum(gold == told for gold, told in pairs)
    return {
        "macro_f1": round(sum(scores) / len(scores), 1) if scores else 0.0,
        "micro_f1": _percent(right, len(pairs)),
    }


def f1(pairs: Sequence[tuple[str, str]], name: str) -> float:
    """F1 of one class, 0 to 100."""
    right = sum(gold == told == name for gold, told in pairs)
    both = sum(gold == name for gold, _ in pairs) + sum(told == name for _, told in pairs)
    return 200 * right / both if both else 0.0


def _phrases(field: str, pairs: Iterable[tuple[Row, Row, str]]) -> float:
    right = said = wanted = 0
    for gold, record, text in pairs:
        event = main_event(record)
        found = event[field] if event else None
        spans = [tuple(span) for span in gold[field]]
        said, wanted = said + bool(found), wanted + bool(spans)
        right += bool(found) and any(
            _alike(text, (found["start"], found["end"]), span) for span in spans
        )
    return _percent(2 * right, said + wanted)


def _alike(text: str, one: Pair, other: Pair) -> bool:
    words = [{m.start() for m in _WORD.finditer(text, *span)} for span in (one, other)]
    union = words[0] | words[1]
    return bool(union) and len(words[0] & words[1]) / len(union) >= _SHARED


def _counts(pairs: Iterable[tuple[Row, Row, str]]) -> dict[str, float]:
    right = said = wanted = exact = 0
    for gold, record, _ in pairs:
        found = [q for claim in record["claims"] for q in claim["quantities"]]
        said, wanted = said + len(found), wanted + len(gold["quantities"])
        for count in gold["quantities"]:
            same = [q for q in found if q["kind"] == count["kind"] and _overlap(q, count)]
            right += bool(same)
            exact += any(all(q[key] == count[key] for key in _BOUNDS) for q in same)
    return {"count_f1": _percent(2 * right, said + wanted), "count_exact": _percent(exact, right)}


def _overlap(one: Row, other: Row) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 100.0


KEYWORDS = {
    "AGREE": "agree|offer|will|ready|promis",
    "CONSULT": "meet|talks|visit|discuss|met|host",
    "SUPPORT": "support|welcom|sign|prais",
    "COOPERATE": "cooperat|joint",
    "AID": "aid|assist|humanitarian|deliver",
    "CONCEDE": "lift|ease|allow",
    "RETREAT": "withdr|releas|resign|ceasefire",
    "INVESTIGATE": "investigat|inquiry|probe",
    "REQUEST": "demand|urge|call|must|ask",
    "ACCUSE": "accus|condemn|critici|blam",
    "REJECT": "reject|refus|declin|oppos",
    "THREATEN": "threat|warn|ultimatum",
    "PROTEST": "protest|demonstrat|rally|strike|riot",
    "MOBILIZE": "mobiliz|deploy|troops|alert",
    "SANCTION": "sanction|expel|suspend|boycott",
    "COERCE": "arrest|detain|curfew|ban|seiz",
    "ASSAULT": "kill|attack|bomb|shell|fire|wound",
}
"""The naive baseline: the class of the earliest of these letters in the text."""


def naive(text: str) -> str:
    """The class of the earliest keyword; NONE without any."""
    hits = [
        (match.start(), name)
        for name, letters in KEYWORDS.items()
        if (match := re.search(rf"\b(?:{letters})", text.lower()))
    ]
    return min(hits)[1] if hits else NONE


def baselines(docs: Sequence[Row], gold: Sequence[Row]) -> dict[str, dict[str, float]]:
    """The largest class for every text, and the earliest keyword."""
    golds = {row["doc_id"]: row["event"] or NONE for row in gold}
    wanted = [golds[doc["id"]] for doc in docs]
    most = Counter(wanted).most_common(1)[0][0]
    return {
        "majority": _classes([(want, most) for want in wanted]),
        "keyword": _classes([(golds[doc["id"]], naive(doc["text"])) for doc in docs]),
    }


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="?", type=Path)
    parser.add_argument("--home", type=Path, default=HOME)
    parser.add_argument("--split")
    parser.add_argument("--lang")
    parser.add_argument("--baselines", action="store_true")
    parser.add_argument("-v", action="store_true", help="print what is not right, read half only")
    options = parser.parse_args()
    docs = [
        doc
        for doc in _lines(options.home / "docs.jsonl")
        if options.split in (None, doc["split"]) and options.lang in (None, doc["lang"])
    ]
    gold = _lines(options.home / "gold.jsonl")
    if options.baselines:
        print(json.dumps(baselines(docs, gold)))
        return
    records = _lines(options.records)
    print(json.dumps(measure(docs, gold, records)))
    told = {record["id"]: record for record in records}
    golds = {row["doc_id"]: row for row in gold}
    for doc in docs if options.v else []:
        want, got = golds[doc["id"]]["event"] or NONE, predicted(told[doc["id"]])
        if want != got and doc["split"] == "read":
            print(f"{doc['id']}: want {want}, got {got}: {doc['text']}")


if __name__ == "__main__":
    _main()
