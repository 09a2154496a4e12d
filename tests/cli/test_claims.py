"""`dateline claims`, run as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli.main import main


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(
        "Bridge closed\n\nGovernor Oleh Kiper said on June 8 that the bridge was closed.\n"
        "\nThe bridge is 300 metres long.\n",
        encoding="utf-8",
    )
    return path


def test_each_attributed_claim_is_a_row(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", str(report), "--published", "2025-06-09"]) == 0
    shown = " ".join(capsys.readouterr().out.split())

    assert "Oleh Kiper Governor" in shown
    assert "asserted 2025-06-08" in shown
    assert "the bridge was closed" in shown


def test_the_outlets_own_voice_is_left_out(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["claims", str(report), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)

    assert [row["words"] for row in rows] == ["the bridge was closed"]
    assert rows[0]["claim"]["speaker"]["name"] == "Oleh Kiper"


def test_a_file_that_is_not_there_exits_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "no-such-file.txt"]) == 2
