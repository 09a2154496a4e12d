"""
The quality gate: every corpus is read, scored, and held to its floors.

corpora.toml says which documents and gold there are, by which scorer they are measured, and their
digest; floors.toml holds what each figure must not fall below. A corpus whose bytes changed without
a new digest fails: a floor means nothing on another text.

usage: gate.py                     measure, compare, exit 1 below a floor
       gate.py --update            raise every floor to what is measured; never lowers one
       gate.py --update --reason R lower what has fallen too, with the reason beside the floor
       gate.py --digests           write the digests of the corpora as they are
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import math
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

HOME = Path(__file__).resolve().parent
sys.path.insert(0, str(HOME))

from dateline.core.failure import Failure  # noqa: E402  (after the scorers' folder is on the path)
from dateline.run.compare import compare_jsonl  # noqa: E402
from dateline.run.many import read_jsonl  # noqa: E402

CORPORA, FLOORS = HOME / "corpora.toml", HOME / "floors.toml"
Row = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--digests", action="store_true")
    parser.add_argument("--reason")
    parser.add_argument("--only", help="one corpus")
    options = parser.parse_args()
    corpora = tomllib.loads(CORPORA.read_text("utf-8"))
    if options.digests:
        return _write_digests(corpora)
    chosen = {n: c for n, c in corpora.items() if options.only in (None, n)}
    figures = {name: _measure(name, corpus) for name, corpus in chosen.items()}
    floors = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    fallen = compare(figures, floors)
    if options.update:
        write_floors(floors, figures, options.reason)
        return 0
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


def digest(corpus: Mapping[str, Any]) -> str:
    """SHA-256 over the documents and the gold of a corpus, in that order."""
    made = hashlib.sha256()
    for key in ("docs", "gold"):
        if key in corpus:
            made.update((HOME / corpus[key]).read_bytes())
    return made.hexdigest()


def _measure(name: str, corpus: Mapping[str, Any]) -> dict[str, float]:
    if corpus["sha256"] != digest(corpus):
        sys.exit(f"gate: {name} is not the corpus its floors were set on: see --digests")
    docs = [d for d in _rows(corpus["docs"]) if _chosen(d, corpus)]
    reader = compare_jsonl if corpus.get("pairs") else read_jsonl
    lines = [json.dumps({"lang": None, **doc}, ensure_ascii=False) for doc in docs]
    outcomes: list[Any] = list(reader(lines, jobs=2))
    if failed := [o for o in outcomes if isinstance(o, Failure | tuple)]:
        sys.exit(f"gate: {name}: {len(failed)} documents could not be read: {failed[0]}")
    records = [msgspec.to_builtins(outcome) for outcome in outcomes]
    ids = {doc["id"] for doc in docs}
    gold = [g for g in _rows(corpus["gold"]) if g["doc_id"] in ids] if "gold" in corpus else docs
    scorer = importlib.import_module(f"scorers.{corpus['scorer']}")
    measured: dict[str, float] = (
        scorer.score(docs, records) if corpus.get("pairs") else scorer.measure(docs, gold, records)
    )
    return {key: measured[key] for key in corpus["measures"]}


def _chosen(doc: Row, corpus: Mapping[str, Any]) -> bool:
    return all(doc.get(key) == want for key, want in corpus.get("where", {}).items())


def _rows(path: str) -> list[Row]:
    return [json.loads(line) for line in (HOME / path).read_text("utf-8").splitlines() if line]


def compare(figures: dict[str, dict[str, float]], floors: Mapping[str, Any]) -> list[str]:
    """A line for each figure below its floor; each figure is printed on the way."""
    fallen: list[str] = []
    for name, measured in figures.items():
        for key, value in measured.items():
            floor = floors.get(name, {}).get(key)
            print(f"{name:24}{key:24}{value:8.1f}   floor {'-' if floor is None else floor}")
            if floor is not None and value < floor:
                fallen.append(f"gate: {name} {key} is {value:.1f}, below its floor {floor}")
    return fallen


def write_floors(
    floors: dict[str, Any], figures: dict[str, dict[str, float]], reason: str | None
) -> None:
    """Raise each floor to its figure; lower one only with `reason`, which is kept beside it."""
    for name, measured in figures.items():
        mine = floors.setdefault(name, {})
        for key, value in measured.items():
            new = math.floor(value * 10) / 10
            if new >= mine.get(key, 0):
                mine[key] = new
            elif reason:
                mine[key], mine[f"{key}_lowered"] = new, reason
            else:
                print(f"gate: {name} {key} stays {mine[key]}: lowering needs --reason")
    lines = ["# What each figure must not fall below; written by `python eval/gate.py --update`."]
    for name in sorted(floors):
        lines += ["", f"[{name}]"]
        lines += [
            f"{key} = {json.dumps(value, ensure_ascii=False)}"
            for key, value in sorted(floors[name].items())
        ]
    FLOORS.write_text("\n".join(lines) + "\n", "utf-8")


def _write_digests(corpora: dict[str, Any]) -> int:
    text = CORPORA.read_text("utf-8")
    for corpus in corpora.values():
        text = text.replace(f'sha256 = "{corpus["sha256"]}"', f'SHA256 = "{digest(corpus)}"', 1)
    CORPORA.write_text(text.replace("SHA256 =", "sha256 ="), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
