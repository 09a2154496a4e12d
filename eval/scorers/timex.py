"""
How well records find time expressions and say what they mean: span, type, value, zone, instant.

Reads eval/time/{docs,gold}.jsonl (or another set of that form) and what `dateline read --jsonl`
wrote for those documents. TempEval-3 pairing: one to one, exact spans first, then most overlap.
usage: timex.py RECORDS.jsonl [--home FOLDER] [--split dev|test] [--lang en|ru|uk] [--errors N]
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent / "time"
Row = Mapping[str, Any]
Pair = tuple[Row, Row]

_OUTER = " \t\r\n\"'“”‘’«»„,.;:()[]–—-"
_DURATION = re.compile(
    r"P(?:(?P<Y>[\d.]+)Y)?(?:(?P<M>[\d.]+)M)?(?:(?P<DE>[\d.]+)DE)?"
    r"(?:T(?:(?P<h>[\d.]+)H)?(?:(?P<m>[\d.]+)M)?)?"
)


def measure(docs: Iterable[Row], gold: Iterable[Row], records: Iterable[Row]) -> dict[str, float]:
    """
    Flat scores, 0 to 100. A document without a record counts as one without times.

    strict_f1, relaxed_f1, type_f1, value_f1 as in TempEval-3: an overlapping pair counts for type
    and value where that agrees too. value_acc: right values among pairs. zone_acc and utc_acc: of
    the gold's stated zones and instants, the part told rightly; a missed expression told none.
    """
    texts = {doc["id"]: doc["text"] for doc in docs}
    want, have = _by_document(gold, texts), _system(records, texts)
    pairs = [pair for name in texts for pair in _pairs(texts[name], want[name], have[name])]
    n_gold, n_system = (sum(map(len, side.values())) for side in (want, have))
    right = [pair for pair in pairs if same_value(pair[0]["value"], pair[1]["value"])]

    def f1(hits: int) -> float:
        return round(200 * hits / max(n_gold + n_system, 1), 1)

    scores = {
        "strict_f1": f1(
            sum(_trim(texts[g["doc_id"]], g) == _trim(texts[g["doc_id"]], s) for g, s in pairs)
        ),
        "relaxed_f1": f1(len(pairs)),
        "type_f1": f1(sum(g["type"] == s["type"] for g, s in pairs)),
        "value_f1": f1(len(right)),
        "value_acc": _percent(len(right), len(pairs)),
    }
    for key, same in (("zone", _same_zone), ("utc", _same_instant)):
        stated = sum(bool(mark.get(key)) for marks in want.values() for mark in marks)
        told = sum(same(g[key], s.get(key)) for g, s in pairs if g.get(key))
        scores |= {f"{key}_acc": _percent(told, stated)} if stated else {}
    return scores


def same_value(mine: str | None, theirs: str | None) -> bool:
    """Equal TIMEX3 values: P18M is P1.5Y, T09:14:00 is T09:14; a written offset is left out."""
    return _value(mine) == _value(theirs)


def errors(docs: Iterable[Row], gold: Iterable[Row], records: Iterable[Row]) -> Iterator[str]:
    """One line for each wrong value, missed and surplus expression, in document order."""
    texts = {doc["id"]: doc["text"] for doc in docs}
    want, have = _by_document(gold, texts), _system(records, texts)
    for name, text in texts.items():
        pairs = _pairs(text, want[name], have[name])
        seen = {id(row) for pair in pairs for row in pair}
        for g, s in pairs:
            if not same_value(g["value"], s["value"]):
                yield f"VALUE\t{name}\t{_words(text, g)}\t{g['value']}\t{s['value']}"
        for kind, rows in (("MISSED", want[name]), ("SURPLUS", have[name])):
            yield from (
                f"{kind}\t{name}\t{_words(text, r)}\t{r['value']}"
                for r in rows
                if id(r) not in seen
            )


def _by_document(rows: Iterable[Row], texts: Mapping[str, str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["doc_id"] in texts:
            found[row["doc_id"]].append(row)
    return found


def _system(records: Iterable[Row], texts: Mapping[str, str]) -> dict[str, list[Row]]:
    return _by_document(({**t, "doc_id": r["id"]} for r in records for t in r["times"]), texts)


def _pairs(text: str, want: list[Row], have: list[Row]) -> list[Pair]:
    mine, theirs = [_trim(text, row) for row in want], [_trim(text, row) for row in have]
    ranked = sorted(
        (a != b, max(a[0], b[0]) - min(a[1], b[1]), i, j)
        for i, a in enumerate(mine)
        for j, b in enumerate(theirs)
        if a[0] < b[1] and b[0] < a[1]
    )
    pairs: dict[int, int] = {}
    for _, _, i, j in ranked:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(want[i], have[j]) for i, j in sorted(pairs.items())]


def _trim(text: str, row: Row) -> tuple[int, int]:
    start, end = row["start"], row["end"]
    words = text[start:end]
    if not words.strip(_OUTER):
        return start, end
    return start + len(words) - len(words.lstrip(_OUTER)), end - len(words) + len(
        words.rstrip(_OUTER)
    )


def _words(text: str, row: Row) -> str:
    return " ".join(text[row["start"] : row["end"]].split())


def _value(value: str | None) -> str | tuple[float, float] | None:
    if not value:
        return None
    plain = re.sub(r"(T\d\d:\d\d):00(?:\.0+)?", r"\1", value.strip().upper())
    plain = re.sub(r"(T\d\d(?::\d\d)*)(?:Z|[+-]\d\d:?\d\d)$", r"\1", plain)
    match = _DURATION.fullmatch(plain)
    if match is None or not any(match.groups()):
        return plain
    n = {unit: float(number or 0) for unit, number in match.groupdict().items()}
    return n["Y"] * 12 + n["DE"] * 120 + n["M"], n["h"] * 60 + n["m"]


def _same_zone(mine: str, theirs: str | None) -> bool:
    """One stands within the other ("Moscow" in "Moscow time"), whatever case and brackets."""
    a, b = mine.casefold().strip(_OUTER), (theirs or "").casefold().strip(_OUTER)
    return bool(b) and (a in b or b in a)


def _same_instant(mine: str, theirs: str | None) -> bool:
    return re.sub(r"(:\d\d):00Z$", r"\1Z", mine) == re.sub(r"(:\d\d):00Z$", r"\1Z", theirs or "")


def _percent(part: int, whole: int) -> float:
    return round(100 * part / max(whole, 1), 1)


def _read(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--home", type=Path, default=HOME)
    parser.add_argument("--split", choices=("dev", "test"))
    parser.add_argument("--lang", choices=("en", "ru", "uk"))
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    docs = [
        doc
        for doc in _read(args.home / "docs.jsonl")
        if args.split in (None, doc.get("split")) and args.lang in (None, doc.get("lang"))
    ]
    gold, records = _read(args.home / "gold.jsonl"), _read(args.records)
    for name, figure in measure(docs, gold, records).items():
        print(f"{name:12} {figure:5.1f}")
    for line in list(errors(docs, gold, records))[: args.errors]:
        print(line)


if __name__ == "__main__":
    main()
