"""
How well headlines fall into incidents: B-cubed and pairs, on the labels of headlines.tsv.

`python eval/links/clusters.py FOLDER`, FOLDER as headlines.py takes it. All headlines of the table
go through `link.incidents` together, as those of an archive do. Gold incidents are what the pairs
labelled same_incident tie together; pairs count as labelled, B-cubed counts the headlines of gold
incidents of two or more (Bagga and Baldwin 1998), as ECB+ and its successors count mentions.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from headlines import TABLE, headlines

from dateline.ingest.jsonl import document_of_line
from dateline.link.gist import Gist, gist
from dateline.link.incidents import incidents
from dateline.pipeline.standard import standard


def gists(folder: Path, names: set[str]) -> list[Gist]:
    """The gists of these headlines, each under its name in the table."""
    known = headlines(folder)
    out: list[Gist] = []
    for number, name in enumerate(sorted(names)):
        line = json.dumps({**known[name], "id": name}).encode()
        doc = document_of_line(line, number, published=None, lang=None)
        out.append(gist(*standard()(doc)))
    return out


def together(pairs: set[tuple[str, str]], names: set[str]) -> dict[str, frozenset[str]]:
    """Each name with all that the pairs tie it to."""
    groups = {name: frozenset((name,)) for name in names}
    for a, b in sorted(pairs):
        joined = groups[a] | groups[b]
        groups |= dict.fromkeys(joined, joined)
    return groups


def b_cubed(gold: dict[str, frozenset[str]], told: dict[str, frozenset[str]]) -> dict[str, float]:
    """Precision and recall over the headlines of gold incidents of two or more."""
    held = [name for name, group in gold.items() if len(group) > 1]
    inside = set(held)
    precision = [len(gold[n] & told[n]) / len(told[n] & inside) for n in held]
    recall = [len(gold[n] & told[n]) / len(gold[n]) for n in held]
    p, r = (100 * sum(values) / len(held) for values in (precision, recall))
    return {"b3_precision": round(p, 1), "b3_recall": round(r, 1), "b3_f1": _f1(p, r)}


def _f1(p: float, r: float) -> float:
    return round(2 * p * r / (p + r), 1) if p + r else 0.0


def main(folder: str) -> None:
    """Print the figures as one line of JSON."""
    lines = [x for x in TABLE.read_text("utf-8").splitlines() if not x.startswith("#")][1:]
    labelled = [line.split("\t") for line in lines]
    names = {name for a, b, _ in labelled for name in (a, b)}
    found = incidents(gists(Path(folder), names))
    ties = {(e.documents[0], other) for e in found for other in e.documents[1:]}
    told = together(ties, names)
    gold = together({(a, b) for a, b, label in labelled if label == "same_incident"}, names)
    hits = sum(b in told[a] for a, b, label in labelled if label == "same_incident")
    all_told = sum(b in told[a] for a, b, _ in labelled)
    same = sum(label == "same_incident" for _, _, label in labelled)
    p, r = 100 * hits / max(1, all_told), 100 * hits / same
    pair = {"pair_precision": round(p, 1), "pair_recall": round(r, 1), "pair_f1": _f1(p, r)}
    print(json.dumps({**b_cubed(gold, told), **pair, "headlines": len(names)}))


if __name__ == "__main__":
    main(sys.argv[1])
