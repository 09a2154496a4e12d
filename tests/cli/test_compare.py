"""`dateline compare`: an answer a line, exit codes, what is told on standard error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli.main import main

GOOD = {"id": "p", "a": {"text": "Rain fell."}, "b": {"text": "Snow fell."}}


def write(folder: Path, *lines: str) -> str:
    path = folder / "pairs.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_answers_stand_in_the_order_of_the_pairs(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    lines = [json.dumps(GOOD | {"id": name}) for name in "xyz"]
    code = main(["compare", "--jsonl", write(tmp_path, *lines)])

    out = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert code == 0
    assert [row["id"] for row in out] == ["x", "y", "z"]
    assert {"relation", "agree", "contradict", "update", "copy"} <= set(out[0])


def test_a_broken_line_is_named_keeps_its_place_and_exits_2(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    code = main(["compare", "--jsonl", write(tmp_path, json.dumps(GOOD), "{", json.dumps(GOOD))])

    told = capsysbinary.readouterr()
    assert code == 2
    assert b"line 2" in told.err
    assert ["error" in json.loads(line) for line in told.out.splitlines()] == [False, True, False]


def test_a_missing_file_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "--jsonl", str(tmp_path / "none")]) == 2
    assert "No such file" in capsys.readouterr().err
