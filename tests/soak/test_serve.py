"""Ten thousand reports: pages in time, thirty people at once, no error."""

from __future__ import annotations

import contextlib
from pathlib import Path
from runpy import run_path

import pytest
from databases import database

from dateline.store.open import open_archive

BENCH = run_path(str(Path(__file__).parents[2] / "bench" / "serve.py"))
pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600)]


@pytest.mark.parametrize("server", [False, True], ids=["sqlite", "postgresql"])
def test_pages_of_a_large_archive_come_in_time(tmp_path: Path, server: bool) -> None:
    """Wants two free cores: on a machine with other work it says how slow that makes it."""
    with contextlib.ExitStack() as stack:
        file = str(tmp_path / "archive.sqlite")
        where = stack.enter_context(database()) if server else file
        with open_archive(where, create=True) as archive:
            claims = BENCH["fill"](archive, 10_000)
        figures = BENCH["measure"](where, people=30, seconds=60)

    assert claims >= 100_000
    assert figures.errors == {}
    assert {kind: ms for kind, ms in figures.p95.items() if ms >= 300} == {}
