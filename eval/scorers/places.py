"""
Score places: found, in the right role, of the right kind, and the right place.

`python eval/scorers/places.py DOCS GOLD RECORDS [-v]`. Gold names a place by its id, or by name and
first-order division (`Pokrovsk@UA-14`; the country's code where there is none); `?` is a name that
many bear, of which the record has to abstain.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

Row = dict[str, Any]
ABSTAIN = "?"


def measure(docs: list[Row], gold: list[Row], records: list[Row]) -> dict[str, float]:
    """
    Percentages: `found_f1` of spans that overlap, and of all gold names those with the right role
    (`role_right`), kind (`kind_right`), and place with its precision (`place_right`).
    """
    wanted = {doc["id"]: [g for g in gold if g["doc_id"] == doc["id"]] for doc in docs}
    told = {doc["id"]: record["places"] for doc, record in zip(docs, records, strict=True)}
    pairs = [(g, _at(g, told[ident])) for ident, rows in wanted.items() for g in rows]
    both = [(g, place) for g, place in pairs if place is not None]
    total, found = len(pairs), sum(map(len, told.values()))
    return {
        "found_f1": round(200 * len(both) / (total + found), 1),
        "role_right": _share([g["role"] == p["role"] for g, p in both], total),
        "kind_right": _share([_same_kind(g, p) for g, p in both], total),
        "place_right": _share([is_right(g, p) for g, p in both], total),
    }


def is_right(gold: Row, place: Row) -> bool:
    """Whether it is the place meant, at the precision told; that of units and bodies is free."""
    if gold["role"] in ("unit", "organisation"):
        return True
    if gold["place"] == ABSTAIN:
        return place["id"] is None
    name, _, division = gold["place"].rpartition("@")
    inside = (place["id"], place["iso3166_2"], place["country"], *place["within"])
    same = place["name"] == name and division in inside if name else place["id"] == division
    return bool(same) and gold["precision"] in (None, place["precision"])


def _same_kind(gold: Row, place: Row) -> bool:
    return gold["place"] == ABSTAIN or gold["kind"] == place["kind"]


def _at(gold: Row, places: list[Row]) -> Row | None:
    return next((p for p in places if p["start"] < gold["end"] and gold["start"] < p["end"]), None)


def _share(right: list[bool], total: int) -> float:
    return round(100 * sum(right) / total, 1) if total else 0.0


def _rows(path: str) -> list[Row]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line]


def main(docs_path: str, gold_path: str, records_path: str) -> None:
    docs, gold = _rows(docs_path), _rows(gold_path)
    records = _rows(records_path)
    places = {doc["id"]: record["places"] for doc, record in zip(docs, records, strict=True)}
    text = {doc["id"]: doc["text"] for doc in docs}
    for g in gold if "-v" in sys.argv else ():
        place = _at(g, places.get(g["doc_id"], []))
        wrong = place is None or place["role"] != g["role"] or not _same_kind(g, place)
        if wrong or (place is not None and not is_right(g, place)):
            told = place and [place[k] for k in ("role", "kind", "id", "name", "precision")]
            print(g["doc_id"], text[g["doc_id"]][g["start"] : g["end"]], g, "->", told)
    print(measure(docs, gold, records))


if __name__ == "__main__":
    main(*sys.argv[1:4])
