from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli.main import main

REPORT = "Depot burns\n\nThe fire broke out on Monday, June 8, 2025, the service said.\n"
NEXT = "A second fire broke out on Friday, June 10, 2025, the service said.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    assert main(["check", "report.txt", "--write-baseline", "known.json"]) == 0
    return tmp_path


def check(capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["check", "report.txt", "--baseline", "known.json"])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_what_is_known_is_not_shown_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = check(capsys)

    assert code == 0
    assert "T004" not in out
    assert "1 findings are known" in err


def test_text_put_in_above_changes_nothing_and_a_new_finding_is_shown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = REPORT.replace("\n\n", "\n\nIt was a warm day.\n\n") + "\n" + NEXT
    (folder / "report.txt").write_text(text, "utf-8")

    code, out, _ = check(capsys)

    assert code == 1
    assert "Friday, June 10" in out
    assert "Monday, June 8" not in out


def test_what_no_longer_comes_up_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "report.txt").write_text(REPORT.replace("Monday", "Sunday"), "utf-8")

    code, _, err = check(capsys)

    assert code == 0
    assert "can do without: report.txt: T004" in err


@pytest.mark.parametrize("content", ["", "[]", '{"version": 9, "findings": []}'])
def test_what_is_no_baseline_is_refused(
    content: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "known.json").write_text(content, "utf-8")

    code, _, err = check(capsys)

    assert code == 2
    assert "known.json" in err


def test_the_settings_can_name_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "dateline.toml").write_text('baseline = "known.json"\n', "utf-8")

    assert main(["check", "report.txt"]) == 0
