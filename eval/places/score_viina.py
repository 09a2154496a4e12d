"""
Score dateline on judged headlines of VIINA: right places at the right level, by language and kind.

usage: score_viina.py FOLDER     (of VIINA_2022_REBUILD.csv and so on; your own copy)
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

import dateline
from dateline.core.place import PlaceKind
from dateline.core.table import parse_table
from dateline.world.gazetteer import gazetteer

SHEET = Path(__file__).with_name("viina.tsv")
COLUMNS = ("row", "lang", "set", "kinds", "places")


def main(folder: Path) -> None:
    texts = {
        f"{path.stem[6:10]}:{row['event_id_1pd']}": row["representative_text"]
        for path in sorted(folder.glob("VIINA_20??_REBUILD.csv"))
        for row in csv.DictReader(path.open(encoding="utf-8"))
    }
    right: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for row in parse_table(SHEET, SHEET.read_text("utf-8"), COLUMNS):
        text = texts[row["row"]].split("||")[0].strip()
        same = is_same(answer(text, row["lang"]), set(row["places"].split("|")))
        for group in (row["lang"], row["kinds"], "all"):
            seen[row["set"], group] += 1
            right[row["set"], group] += same
    for group in sorted(seen):
        share = 100 * right[group] / seen[group]
        print(f"{group[0]:5} {group[1]:24} {right[group]:4} of {seen[group]:4}  {share:5.1f} %")


def is_same(found: set[str], wanted: set[str]) -> bool:
    """Equal, where a base or plant that lies in a town of the row counts as that town."""
    left = found - wanted
    towns = {at for ident in left for at in holders(ident) if at in wanted - found}
    extra = {ident for ident in left if not set(holders(ident)) & towns}
    return not extra and wanted <= found | towns


def holders(ident: str) -> tuple[str, ...]:
    """What a feature lies in, if the smallest of it is a town; else nothing."""
    place = gazetteer().place(ident)
    if place is None or place.kind is not PlaceKind.FEATURE or not place.within:
        return ()
    town = gazetteer().place(place.within[0])
    return place.within[:1] if town and town.kind is PlaceKind.SETTLEMENT else ()


def answer(text: str, lang: str) -> set[str]:
    """The ids of the located places, less those that hold others."""
    found = [p for p in dateline.read(text, lang=lang).places if p.role == "location" and p.id]
    holding = {ident for p in found for ident in p.within}
    return {str(p.id) for p in found} - holding


if __name__ == "__main__":
    main(Path(sys.argv[1]))
