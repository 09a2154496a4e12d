"""One archive for the tests of the workbench: the example story and the border report, linked."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli.main import main

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def story_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of an archive that tests may read and must not change: copy it to write."""
    path = tmp_path_factory.mktemp("story") / "archive.sqlite"
    for what in (["--jsonl", str(EXAMPLES / "story.jsonl")], [str(EXAMPLES / "border-report.txt")]):
        assert main(["add", "--archive", str(path), *what]) == 0
    assert main(["incidents", "--relink", "--archive", str(path)]) == 0
    return path
