"""
How long links take, as ratios to a fixed reference loop in the same run.

`copies` compares each article of meantime_en with the next one and with itself; `gist` and
`relations` are those of the same articles, read beforehand. Reading is timed in stages.py.

usage: python bench/link.py [--docs N]
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import pairwise

from stages import CORPUS, cpu, reference

from dateline.core.document import Document, Published
from dateline.core.layers import Layers
from dateline.ingest.plain import from_text
from dateline.link.copies import in_common
from dateline.link.gist import gist
from dateline.link.incidents import incidents
from dateline.link.likeness import likeness
from dateline.link.printed import printed
from dateline.link.prints import fingerprints
from dateline.pipeline.standard import standard


def read(docs: int) -> Iterator[tuple[Document, Layers]]:
    lines = CORPUS.read_text(encoding="utf-8").splitlines()[:docs]
    for line in lines:
        row = json.loads(line)
        published = Published(row["published"], "given") if row["published"] else None
        yield standard()(from_text(row["text"], id=row["id"], published=published))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", type=int, default=60)
    known = list(read(parser.parse_args().docs))
    texts = [doc.text for doc, _ in known]
    prints = [printed(doc, layers) for doc, layers in known]
    gists = [gist(doc, layers) for doc, layers in known]
    leads = [one.lead for one in gists if one.lead]
    base = cpu(reference, texts)
    works = {
        "fingerprints": lambda: [fingerprints(text) for text in texts],
        "copies, alike": lambda: [in_common(one, one) for one in prints],
        "copies, unlike": lambda: [in_common(a, b) for a, b in pairwise(prints)],
        "gist": lambda: [gist(doc, layers) for doc, layers in known],
        "likeness": lambda: [likeness(a, b, (None, None)) for a, b in pairwise(leads)],
        "incidents": lambda: incidents(gists),
    }
    for name, work in works.items():
        print(f"{name:16}{cpu(work) / base:8.2f} x reference")


if __name__ == "__main__":
    main()
