"""
Turn the marked reports of eval/places/own into documents and gold.

usage: places_gold.py FOLDER     (reads marked.tsv, writes docs.jsonl and gold.jsonl beside it)
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from dateline.core.table import parse_table

_MARK = re.compile(r"\{([^|{}]+)\|([^|{}]+)\|([^|{}]+)\|([^|{}]+)(?:\|([^|{}]+))?\}")


def main(folder: Path) -> None:
    path = folder / "marked.tsv"
    docs, gold = [], []
    for number, row in enumerate(parse_table(path, path.read_text("utf-8"), ("lang", "text")), 1):
        ident = f"places-{number:03}"
        text, last = "", 0
        for mark in _MARK.finditer(row["text"]):
            text += row["text"][last : mark.start()]
            words, role, kind, place, precision = mark.groups()
            start, last = len(text), mark.end()
            text += words
            gold.append(
                {"doc_id": ident, "start": start, "end": len(text), "role": role, "kind": kind,
                 "place": place, "precision": precision}
            )  # fmt: skip
        text += row["text"][last:]
        split = "dev" if number % 2 else "held"
        docs.append({"id": ident, "lang": row["lang"], "split": split, "text": text})
    for name, rows in (("docs", docs), ("gold", gold)):
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
