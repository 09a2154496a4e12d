"""`dateline times`, run as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli.main import main


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("Crossed\n\nThey crossed on May 20, 9:14 [MSK].\n", encoding="utf-8")
    return path


def test_each_time_is_listed_with_its_ground(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["times", str(report), "--published", "2025-06-09"]) == 0
    shown = " ".join(capsys.readouterr().out.split())

    assert "3:17 May 20, 9:14 [MSK] TIME 2025-05-20T09:14 2025-05-20T09:14" in shown
    assert "MSK, 2025-05-20T06:14Z" in shown
    assert "year 2025" in shown


def test_json_has_the_fields_of_the_record(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["times", str(report), "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)

    assert (row["words"], row["time"]["value"]) == ("May 20, 9:14 [MSK]", "XXXX-05-20T09:14")


def test_a_file_that_is_not_there_exits_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["times", "no-such-file.txt"]) == 2
