"""A sample of the load test: thirty people at once, every page answered (whole: tests/soak)."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

from dateline.store.open import open_archive
from dateline.store.verify import verify

BENCH = run_path(str(Path(__file__).parents[2] / "bench" / "serve.py"))


def test_thirty_people_at_once_get_every_page(tmp_path: Path) -> None:
    where = str(tmp_path / "archive.sqlite")
    with open_archive(where, create=True) as archive:
        BENCH["fill"](archive, 40)
    figures = BENCH["measure"](where, people=30, seconds=3)

    assert figures.errors == {}
    assert figures.answers >= 30
    assert verify(where).problems == ()
