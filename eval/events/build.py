"""
Make docs.jsonl and gold.jsonl of the marked texts (en.txt, ru.txt, uk.txt), or of PLOVER's records.

usage: build.py                write docs.jsonl and gold.jsonl of the own set
       build.py --plover FILE  write docs.jsonl and gold.jsonl of
                               eval/corpora/plover_gsr from PLOVER_GSR_CAMEO.json (CC BY-SA 4.0)

A text is of the half that may be read (`read`) where the first byte of the SHA-256 of its id is
even, else of the half that is held (`held`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent
PLOVER = HOME.parent / "corpora" / "plover_gsr"
LANGUAGES = ("en", "ru", "uk")
RENAMED = {"FIGHT": "ASSAULT", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE"}
"""Classes of PLOVER 0.5, which the records have, by their names in 0.8."""
_MARK = re.compile(r"<([taoq])(?: (\w+) (\d*)-(\d*)(?:~(\d+))?)?\||>")
_FIELD = {"t": "trigger", "a": "actor", "o": "recipient"}
Row = dict[str, Any]


def split_of(ident: str) -> str:
    """`read` or `held`."""
    return "held" if hashlib.sha256(ident.encode()).digest()[0] % 2 else "read"


def unmarked(marked: str) -> tuple[str, Row]:
    """The text without its marks, and what the marks say of it."""
    text, at = "", 0
    opened: list[tuple[str, Row, int]] = []
    gold: Row = {"trigger": [], "actor": [], "recipient": [], "quantities": []}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[0] == ">":
            kind, count, start = opened.pop()
            _close(gold, kind, {**count, "start": start, "end": len(text)})
        else:
            opened.append((mark[1], _count(mark), len(text)))
    assert not opened, marked
    return text + marked[at:], gold


def _count(mark: re.Match[str]) -> Row:
    if mark[1] != "q":
        return {}
    low, high, best = (int(n) if n else None for n in (mark[3], mark[4], mark[5]))
    return {"kind": mark[2], "best": best, "low": low, "high": high}


def _close(gold: Row, kind: str, found: Row) -> None:
    if kind == "q":
        gold["quantities"].append(found)
    else:
        gold[_FIELD[kind]].append([found["start"], found["end"]])


def own() -> tuple[list[Row], list[Row]]:
    """Documents and gold of the own set."""
    docs, golds = [], []
    for lang in LANGUAGES:
        lines = (HOME / f"{lang}.txt").read_text("utf-8").splitlines()
        for number, line in enumerate((x for x in lines if not x.startswith("#")), 1):
            event, marked = line.split("\t")
            text, gold = unmarked(marked)
            ident = f"{lang}-{number:02d}"
            docs.append({"id": ident, "lang": lang, "text": text, "split": split_of(ident)})
            golds.append({"doc_id": ident, "event": None if event == "NONE" else event, **gold})
    return docs, golds


def plover(path: Path) -> tuple[list[Row], list[Row]]:
    """Documents and gold of PLOVER's records, by the class names of PLOVER 0.8."""
    rows = [r for r in json.loads(path.read_text("utf-8")) if r["event"] != "DOCUMENT"]
    docs = [
        {"id": r["id"], "lang": "en", "text": r["text"].strip("{}"), "split": split_of(r["id"])}
        for r in rows
    ]
    golds = [{"doc_id": r["id"], "event": RENAMED.get(r["event"], r["event"])} for r in rows]
    return docs, golds


def write(path: Path, rows: list[Row]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--plover", type=Path)
    options = parser.parse_args()
    made = plover(options.plover) if options.plover else own()
    where = PLOVER if options.plover else HOME
    write(where / "docs.jsonl", made[0])
    write(where / "gold.jsonl", made[1])
