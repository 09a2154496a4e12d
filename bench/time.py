"""
How fast time expressions are found and dated, as ratios inside one run.

Against a fixed reference loop over the same texts, against dateparser's search over a part of them,
and against HeidelTime and Duckling where a command for them is given (bench/rivals.py). Machines
are shared and noisy: seconds alone say little.

usage: python bench/time.py
"""

from __future__ import annotations

import json
import statistics
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from dateparser.search import search_dates
from rivals import RIVALS, measured, missing

from dateline.annotate.timex import timex
from dateline.core.document import Document, Published
from dateline.core.layers import Layers
from dateline.ingest.plain import from_text
from dateline.resolve.dates import dates

CORPORA = Path(__file__).parents[1] / "eval" / "corpora"
SETS = ("meantime_en", "wikiwars_en")
ROUNDS = 5
DATEPARSER_CHARACTERS = 20_000


def reference(docs: list[Document]) -> None:
    """A fixed amount of plain Python work per character: count each word of each text."""
    for doc in docs:
        Counter(doc.text.lower().split())


def ours(docs: list[Document]) -> None:
    """Both components, as the pipeline runs them."""
    for doc in docs:
        layers = Layers(timex.annotate(doc, Layers()))
        Layers(dates.annotate(doc, layers))


def theirs(docs: list[Document]) -> None:
    """dateparser's search, English given, over the first characters of the texts."""
    left = DATEPARSER_CHARACTERS
    for doc in docs:
        if left <= 0:
            return
        search_dates(doc.text[:left], languages=["en"])
        left -= len(doc.text)


def main() -> None:
    docs = [_document(row) for name in SETS for row in _rows(name)]
    size = sum(len(doc.text) for doc in docs)
    ours(docs[:1])
    rows = {
        "reference loop": (cpu(reference, docs), size),
        "timex + dates": (cpu(ours, docs), size),
        "dateparser search": (cpu(theirs, docs, rounds=1), min(size, DATEPARSER_CHARACTERS)),
    }
    text = "\n\n".join(doc.text for doc in docs)
    rivals = {name: measured(name, text) for name in RIVALS}
    rows |= {name: found for name, found in rivals.items() if found}
    base = rows["reference loop"][0] / size
    mine = rows["timex + dates"][0] / size
    print(f"{len(docs)} texts of {' and '.join(SETS)}, {size:,} characters")
    print(f"{'what':20}{'kchar/CPU-s':>13}{'x reference':>13}{'x timex + dates':>17}")
    for name, (spent, characters) in rows.items():
        each = spent / characters
        print(f"{name:20}{1 / each / 1000:13,.0f}{each / base:13.1f}{each / mine:17.1f}")
    for name in (name for name, found in rivals.items() if found is None):
        print(missing(name))


def cpu(
    work: Callable[[list[Document]], None], docs: list[Document], *, rounds: int = ROUNDS
) -> float:
    """The median CPU seconds of some rounds."""
    spent: list[float] = []
    for _ in range(rounds):
        start = time.process_time()
        work(docs)
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def _rows(name: str) -> list[dict[str, str]]:
    path = CORPORA / name / "docs.jsonl"
    return (
        [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []
    )


def _document(row: dict[str, str]) -> Document:
    when = Published(row["published"], "given") if row.get("published") else None
    return from_text(row["text"], id=row["id"], published=when, lang=row["lang"])


if __name__ == "__main__":
    main()
