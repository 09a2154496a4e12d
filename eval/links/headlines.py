"""
Put the headlines to the labels of headlines.tsv, from a folder with the yearly tables of VIINA.

`python eval/links/headlines.py FOLDER > pairs.jsonl`; FOLDER holds `VIINA_2022_REBUILD.csv` etc.,
with the columns event_id_1pd, date and representative_text. The texts stay with whoever runs this.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

TABLE = Path(__file__).with_name("headlines.tsv")


def headlines(folder: Path) -> dict[str, dict[str, str]]:
    """`year:event_id_1pd` to a document with its text and day; the first of equal ids counts."""
    out: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("VIINA_*_REBUILD.csv")):
        year = path.name.split("_")[1]
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                day = f"{row['date'][:4]}-{row['date'][4:6]}-{row['date'][6:]}"
                found = {"text": row["representative_text"].strip(), "published": day}
                out.setdefault(f"{year}:{row['event_id_1pd']}", found)
    return out


def main(folder: str) -> None:
    known = headlines(Path(folder))
    lines = [x for x in TABLE.read_text("utf-8").splitlines() if not x.startswith("#")][1:]
    for number, line in enumerate(lines):
        a, b, relation = line.split("\t")
        pair = {"id": number, "a": known[a], "b": known[b], "gold": {"relation": relation}}
        sys.stdout.write(json.dumps(pair, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
