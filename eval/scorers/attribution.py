"""
How well records tell who said what, in what role, how sure, and through whom.

Reads eval/attribution/{docs,gold}.jsonl and what `dateline read --jsonl` wrote for those documents.
The outlet's own voice (neither source nor cue) is no attribution and is left out.
usage: attribution.py RECORDS.jsonl [--split dev|test] [--lang en|ru|uk]
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent / "attribution"
FIELDS = ("role", "side", "status", "chain", "said")
_WORD = re.compile(r"\w+(?:[’'ʼ-]\w+)*")
_STEM = 5

Row = Mapping[str, Any]
Tokens = frozenset[int]


class Tally:
    """Counts of right, predicted and gold, and what precision, recall and F1 they make."""

    def __init__(self) -> None:
        self.right = self.predicted = self.gold = 0

    def add(self, right: int, predicted: int, gold: int) -> None:
        self.right += right
        self.predicted += predicted
        self.gold += gold

    @property
    def f1(self) -> float:
        """0 to 100; 0 where nothing is right."""
        return round(200 * self.right / max(self.predicted + self.gold, 1), 1)


class Text:
    """The word tokens of a text, and which of them spans touch."""

    def __init__(self, text: str) -> None:
        self._tokens = [match.span() for match in _WORD.finditer(text)]

    def tokens(self, spans: Iterable[Iterable[int]]) -> Tokens:
        """Indexes of the tokens that any of the spans touches."""
        pieces = [tuple(span) for span in spans]
        return frozenset(
            at
            for at, (start, end) in enumerate(self._tokens)
            if any(start < piece[1] and end > piece[0] for piece in pieces)
        )


def measure(docs: Iterable[Row], gold: Iterable[Row], records: Iterable[Row]) -> dict[str, float]:
    """
    Flat scores, 0 to 100: content_tok and full_any (F1), recall_* by gold attribution, and *_right.

    full_any: content IoU of at least one half, and the source shares a token (or neither has one).
    *_right: of gold attributions matched with content IoU of at least one half, the part whose
    field is right. A document without a record counts as one without claims.
    """
    texts = {doc["id"]: Text(doc["text"]) for doc in docs}
    claims = {record["id"]: _attributions(record) for record in records}
    tokens, full = Tally(), Tally()
    recall: dict[str, list[bool]] = {kind: [] for kind in ("direct", "mixed", "indirect")}
    right: dict[str, list[bool]] = {field: [] for field in FIELDS}
    for row in gold:
        if row["doc_id"] not in texts:
            continue
        text, want = texts[row["doc_id"]], row["attributions"]
        have = claims.get(row["doc_id"], [])
        said = text.tokens(span for item in want for span in item["content"])
        told = text.tokens(span for item in have for span in item["content"])
        tokens.add(len(said & told), len(told), len(said))
        pairs = _pairs(text, want, have)
        full.add(sum(_same_source(text, *pair) for pair in pairs.values()), len(have), len(want))
        for at, item in enumerate(want):
            recall[item["attribution"]].append(at in pairs)
        for mine, theirs in pairs.values():
            for field in FIELDS:
                right[field].append(_RIGHT[field](mine, theirs))
    scores = {"content_tok": tokens.f1, "full_any": full.f1}
    scores |= {f"recall_{kind}": _percent(found) for kind, found in recall.items()}
    return scores | {f"{field}_right": _percent(found) for field, found in right.items()}


def _attributions(record: Row) -> list[Row]:
    return [
        claim
        for claim in record["claims"]
        if claim["content"] and (claim["source"] or claim["cue"])
    ]


def _pairs(text: Text, want: list[Row], have: list[Row]) -> dict[int, tuple[Row, Row]]:
    """Gold to prediction, one to one, best content IoU first, one half at least."""
    mine = [text.tokens(item["content"]) for item in want]
    theirs = [text.tokens(item["content"]) for item in have]
    ranked = sorted(
        (-len(a & b) / len(a | b), i, j)
        for i, a in enumerate(mine)
        for j, b in enumerate(theirs)
        if a & b
    )
    taken: set[int] = set()
    pairs: dict[int, tuple[Row, Row]] = {}
    for score, i, j in ranked:
        if score <= -0.5 and i not in pairs and j not in taken:
            taken.add(j)
            pairs[i] = want[i], have[j]
    return pairs


def _same_source(text: Text, mine: Row, theirs: Row) -> bool:
    a, b = text.tokens(mine["source"]), text.tokens(theirs["source"])
    return bool(a & b) or not (a or b)


def _stems(words: str | None) -> frozenset[str]:
    return frozenset(
        word[:_STEM] for word in _WORD.findall((words or "").lower().replace("ё", "е"))
    )


def _alike(mine: str | None, theirs: str | None) -> bool:
    """Half of all stems shared, or one within the other: cases and articles do not matter."""
    a, b = _stems(mine), _stems(theirs)
    return a == b or bool(a and b and (a <= b or b <= a or 2 * len(a & b) >= len(a | b)))


def _role_right(mine: Row, theirs: Row) -> bool:
    """An unnamed source's own noun ("a brigade commander") is no wrong role."""
    a, b = mine["speaker"] or {}, theirs["speaker"] or {}
    if a.get("role") is None and b.get("role") and not a.get("named", True):
        return _alike(a.get("name"), b["role"])
    return _alike(a.get("role"), b.get("role"))


def _side_right(mine: Row, theirs: Row) -> bool:
    a, b = mine["speaker"] or {}, theirs["speaker"] or {}
    return bool(a.get("side", "unknown") == b.get("side", "unknown"))


def _chain_right(mine: Row, theirs: Row) -> bool:
    """The same far end and the same near end; a chain of one link is none."""
    a, b = (list(row["chain"]) if len(row["chain"]) > 1 else [] for row in (mine, theirs))
    return not (a or b) or bool(a and b and _alike(a[0], b[0]) and _alike(a[-1], b[-1]))


def _status_right(mine: Row, theirs: Row) -> bool:
    return bool(mine["status"] == theirs["status"])


def _said_right(mine: Row, theirs: Row) -> bool:
    return bool(mine["said"] == theirs["said"])


_RIGHT = {
    "role": _role_right,
    "side": _side_right,
    "status": _status_right,
    "chain": _chain_right,
    "said": _said_right,
}


def _percent(found: list[bool]) -> float:
    return round(100 * sum(found) / len(found), 1) if found else 0.0


def rows(path: Path) -> list[Row]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--lang", choices=("en", "ru", "uk"))
    args = parser.parse_args()
    docs = [
        doc
        for doc in rows(HOME / "docs.jsonl")
        if doc["split"] == args.split and args.lang in (None, doc["lang"])
    ]
    print(json.dumps(measure(docs, rows(HOME / "gold.jsonl"), rows(args.records))))


if __name__ == "__main__":
    main()
