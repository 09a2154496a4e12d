"""
Score dateline on the sixty spellings read in sentences: found, and resolved to the right place.

usage: score_read.py     (needs nothing but the repository)
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import dateline
from dateline.core.record import RecordPlace
from dateline.core.table import parse_table

SHEET = Path(__file__).with_name("read.tsv")
COLUMNS = ("place", "lang", "how", "words", "text")
ABSTAIN = "?"


def rows() -> Iterator[tuple[dict[str, str], RecordPlace | None]]:
    """Each row with the place that the record has at its words; None where it has none."""
    for row in parse_table(SHEET, SHEET.read_text("utf-8"), COLUMNS):
        start = row["text"].index(row["words"])
        end = start + len(row["words"])
        found = dateline.read(row["text"], lang=row["lang"]).places
        yield row, next((p for p in found if p.start < end and start < p.end), None)


def is_right(row: dict[str, str], place: RecordPlace | None) -> bool:
    """Whether it is the place meant; of a name that many bear, the record may abstain."""
    if place is None or place.role != "location":
        return False
    wanted = row["place"].split("|")
    if place.id is None:
        return ABSTAIN in wanted and len(place.candidates) > 1
    return place.id in wanted


def main() -> int:
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for row, place in rows():
        seen[row["how"]] += 1
        right[row["how"]] += is_right(row, place)
        if not is_right(row, place):
            got = "nothing" if place is None else f"{place.role} {place.id} ({place.reason})"
            print(f"{row['text']}\n    {row['words']}: want {row['place']}, got {got}")
    for how in sorted(seen, reverse=True):
        print(f"{how}: {right[how]} of {seen[how]}")
    return 0 if right == seen else 1


if __name__ == "__main__":
    sys.exit(main())
