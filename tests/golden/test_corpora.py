"""Real articles through `dateline read --jsonl`: no crash, valid, the same bytes every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "eval" / "corpora" / "meantime_en" / "docs.jsonl"
SCHEMA = json.loads((ROOT / "docs" / "schema" / "record.schema.json").read_text("utf-8"))
SAMPLE = 24


def _read(seed: str, tmp_path: Path) -> bytes:
    sample = tmp_path / "docs.jsonl"
    sample.write_text(
        "".join(CORPUS.read_text("utf-8").splitlines(keepends=True)[::5][:SAMPLE]), "utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "read", "--jsonl", str(sample)],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    return done.stdout


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _read("0", tmp_path_factory.mktemp("first"))


def test_two_hash_seeds_give_the_same_bytes(first: bytes, tmp_path: Path) -> None:
    assert _read("4242", tmp_path) == first


def test_every_record_is_valid_against_the_schema_and_points_at_words(first: bytes) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    records = [json.loads(line) for line in first.splitlines()]

    assert len(records) == SAMPLE
    for record in records:
        validator.validate(record)
        size = len(record["document"]["text"])
        spans = [
            *((t["start"], t["end"]) for t in (*record["times"], *record["places"])),
            *(pair for c in record["claims"] for pair in (*c["content"], *c["source"], *c["cue"])),
            *(pair for f in record["findings"] for pair in f["evidence"]),
        ]
        assert all(0 <= start < end <= size for start, end in spans)
