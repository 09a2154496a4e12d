"""Whole reports in, one item a line out; `make accept` rewrites, and the diff is reviewed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

import dateline

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
PUBLISHED = {"border-report.txt": "2025-06-09"}
CASES = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".txt", ".md", ".html"})
LISTS = ("times", "places", "claims", "frames", "findings")


def _lines(record: dict[str, Any]) -> Iterator[str]:
    text = record["document"]["text"]
    head = {key: value for key, value in record["document"].items() if key != "text"}
    yield json.dumps({"document": head}, ensure_ascii=False)
    for name in LISTS:
        for item in record[name]:
            spans = (
                item.get("content")
                or item.get("evidence")
                or [[item.get("start", 0), item.get("end", 0)]]
            )
            words = " … ".join(text[start:end] for start, end in spans)
            yield json.dumps({name: words, **item}, ensure_ascii=False)


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.name)
def test_golden(path: Path) -> None:
    record = msgspec.to_builtins(dateline.read(path, published=PUBLISHED.get(path.name)))
    actual = "".join(line + "\n" for line in _lines(record))
    expected = HERE / f"{path.name}.jsonl"
    if os.environ.get("ACCEPT"):
        expected.write_text(actual, encoding="utf-8")

    assert actual == expected.read_text(encoding="utf-8")
