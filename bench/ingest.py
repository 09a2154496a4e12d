"""
How fast inputs become documents, as a ratio to a reference loop in the same run.

Pages are those of tests/data/pages; plain texts are the corpus of bench/stages.py. Each line gives
CPU seconds, the ratio to counting the words of the same input, and how much is read a CPU second.

usage: python bench/ingest.py [--rounds N]
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline.core.layers import Layers
from dateline.ingest.load import from_bytes
from dateline.ingest.plain import from_text
from dateline.read.language import language
from dateline.read.layout import layout
from dateline.read.sentences import sentences

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "eval" / "corpora" / "meantime_en" / "docs.jsonl"
PAGES = ROOT / "tests" / "data" / "pages"
NO_REPORT = {"script-only.html", "paywall.html"}


def cpu(work: Callable[[], Any], rounds: int) -> float:
    """The median CPU seconds of some rounds."""
    spent: list[float] = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return statistics.median(spent) or 1e-9


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds

    pages = [p.read_bytes() for p in sorted(PAGES.glob("*.html")) if p.name not in NO_REPORT]
    texts = [json.loads(line)["text"] for line in CORPUS.read_text("utf-8").splitlines()]
    docs = [from_text(text) for text in texts]
    laid = [layout(doc) for doc in docs]
    told = [language(doc) for doc in laid]
    steps: list[tuple[str, Callable[[], Any], float]] = [
        ("pages to documents", lambda: [from_bytes(p) for p in pages], sum(map(len, pages))),
        ("bytes to documents", lambda: [from_bytes(t.encode()) for t in texts], 0),
        ("layout", lambda: [layout(doc) for doc in docs], 0),
        ("language", lambda: [language(doc) for doc in laid], 0),
        ("sentences", lambda: [list(sentences.annotate(doc, Layers())) for doc in told], 0),
    ]
    base = cpu(lambda: [Counter(text.lower().split()) for text in texts], rounds)
    size = sum(map(len, texts))
    print(f"{len(pages)} pages, {len(texts)} texts of {size:,} characters")
    print(f"{'part':22}{'CPU-s':>9}{'x reference':>13}{'kchar/CPU-s':>13}")
    for name, work, length in steps:
        spent = cpu(work, rounds)
        print(f"{name:22}{spent:9.4f}{spent / base:13.1f}{(length or size) / spent / 1e3:13.0f}")
    print(f"{len(pages) / cpu(steps[0][1], rounds):.0f} pages a CPU second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
