"""
How long each part of the pipeline takes, as a ratio to a fixed reference loop in the same run.

Machines are shared and noisy: a ratio inside one run can be defended, seconds cannot. The
reference loop does nothing but dictionary and string work over the same texts.

usage: python bench/stages.py [--docs N]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.parts import Component
from dateline.ingest.jsonl import document_of_line
from dateline.pipeline.build import Pipeline
from dateline.pipeline.standard import standard

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "eval" / "corpora" / "meantime_en" / "docs.jsonl"
ROUNDS = 3


def reference(texts: list[str]) -> int:
    """A fixed amount of plain Python work per character: count each word of each text."""
    return sum(len(Counter(text.lower().split())) for text in texts)


def cpu(work: Callable[..., Any], *args: Any) -> float:
    """The median CPU seconds of three rounds."""
    spent: list[float] = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work(*args)
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--docs", type=int, default=120)
    count = parser.parse_args().docs

    lines = CORPUS.read_text("utf-8").splitlines()[:count]
    made = (document_of_line(at, n, published=None, lang=None) for n, at in enumerate(lines, 1))
    docs = [doc for doc in made if isinstance(doc, Document)]
    texts = [doc.text for doc in docs]
    size = sum(map(len, texts))
    base = cpu(reference, texts) or 1e-9
    pipeline = standard()
    pipeline(docs[0])

    print(f"{len(docs)} texts of meantime_en, {size:,} characters; reference loop {base:.4f} CPU-s")
    print(f"{'part':24}{'CPU-s':>9}{'x reference':>13}{'kchar/CPU-s':>13}")
    total = 0.0
    for step in pipeline.prepare:
        spent = cpu(_each, step, docs)
        docs = [step(doc) for doc in docs]
        total += spent
        _row(getattr(step, "__name__", str(step)), spent, base, size)
    layers = [Layers() for _ in docs]
    for part in pipeline.components:
        pairs = list(zip(docs, layers, strict=True))
        spent = cpu(_annotate, part, pairs)
        layers = [k | Layers(part.annotate(d, k)) for d, k in pairs]
        total += spent
        _row(part.name, spent, base, size)
    pairs = list(zip(docs, layers, strict=True))
    spent = cpu(_check, pipeline, pairs)
    total += spent
    _row("checkers", spent, base, size)
    _row("all", total, base, size)
    print(f"{len(docs) / total:.0f} texts per CPU-second")
    return 0


def _each(step: Callable[[Document], Document], docs: list[Document]) -> None:
    for doc in docs:
        step(doc)


def _annotate(part: Component, pairs: list[tuple[Document, Layers]]) -> None:
    for doc, layers in pairs:
        list(part.annotate(doc, layers))


def _check(pipeline: Pipeline, pairs: list[tuple[Document, Layers]]) -> None:
    for doc, layers in pairs:
        pipeline.check(doc, layers)


def _row(name: str, spent: float, base: float, size: int) -> None:
    print(f"{name:24}{spent:9.3f}{spent / base:13.1f}{size / max(spent, 1e-9) / 1000:13.0f}")


if __name__ == "__main__":
    sys.exit(main())
