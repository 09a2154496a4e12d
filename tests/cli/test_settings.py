from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli.settings import settings
from dateline.core.errors import UsageError

CODES = ("T001", "T002", "H001")


def written(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_nearest_file_upwards_counts_and_its_own_file_before_pyproject(tmp_path: Path) -> None:
    written(tmp_path, "pyproject.toml", '[tool.dateline]\nignore = ["T"]\n')
    inner = tmp_path / "drafts"
    inner.mkdir()

    assert settings(inner, known=CODES).ignore == ("T",)
    written(inner, "dateline.toml", 'ignore = ["H001"]\n')
    assert settings(inner, known=CODES).ignore == ("H001",)


def test_a_pyproject_without_our_table_is_passed_by(tmp_path: Path) -> None:
    written(tmp_path, "dateline.toml", 'select = ["H"]\n')
    inner = tmp_path / "code"
    inner.mkdir()
    written(inner, "pyproject.toml", "[project]\nname = 'x'\n")

    assert settings(inner, known=CODES).select == ("H",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('ignor = ["T"]', "'ignor'.*select, ignore"),
        ('ignore = ["X9"]', "'X9'"),
        ('ignore = "T"', "list of codes"),
        ('[severity]\nT001 = "fatal"', "'fatal'.*error, warning, note"),
        ('[severity]\nX = "note"', "'X'"),
        ('[per-file-ignores]\n"a*" = ["X"]', "'X'"),
        ("baseline = 3", "name of a file"),
        ("ignore = [", "no TOML"),
    ],
)
def test_what_nobody_knows_is_refused_with_the_file_and_what_is_wanted(
    text: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=told) as refused:
        settings(written(tmp_path, "dateline.toml", text), known=CODES)

    assert "dateline.toml" in str(refused.value)


@pytest.mark.parametrize(
    ("name", "ignored"), [("drafts/a.txt", True), ("a.old.txt", True), ("b.txt", False)]
)
def test_a_pattern_is_of_the_name_or_of_the_path(
    name: str, ignored: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = '[per-file-ignores]\n"drafts/*" = ["T"]\n"*.old.txt" = ["T001"]\n'
    found = settings(written(tmp_path, "dateline.toml", text), known=CODES)

    assert found.ignores(name, "T001") is ignored
    assert not found.ignores(name, "H001")


def test_the_longest_prefix_gives_the_severity(tmp_path: Path) -> None:
    text = '[severity]\nT = "note"\nT002 = "error"\n'
    found = settings(written(tmp_path, "dateline.toml", text), known=CODES)

    assert [found.severity_of(code, "warning") for code in CODES] == ["note", "error", "warning"]
