"""A part of another package joins the pipeline by being installed, and is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.core.errors import PipelineError
from dateline.pipeline import plugins

MODULE = '''
from dateline.core.finding import Severity
from dateline.core.parts import checker

@checker("X900", severity=Severity.NOTE)
def nothing_at_all(doc, layers):
    """Never says anything."""
    return ()

no_checker = "a string"
'''


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Lay a package with this entry point on the path, as pip would."""

    def lay(target: str) -> None:
        (tmp_path / "newsroom_checks.py").write_text(MODULE, encoding="utf-8")
        info = tmp_path / "newsroom_checks-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            "Metadata-Version: 2.1\nName: newsroom-checks\nVersion: 1.0\n"
        )
        (info / "entry_points.txt").write_text(
            f"[dateline.checkers]\nours = newsroom_checks:{target}\n"
        )
        monkeypatch.syspath_prepend(tmp_path)

    return lay


def test_an_installed_checker_is_found(install) -> None:
    install("nothing_at_all")

    assert [part.code for part in plugins.checkers()] == ["X900"]


def test_what_is_no_checker_is_refused_by_name(install) -> None:
    install("no_checker")

    with pytest.raises(PipelineError, match=r"plug-in 'ours' .* is a str: want a Checker"):
        plugins.checkers()
