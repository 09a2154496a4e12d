"""The bench of the archive on a small sample; tests/soak runs it on a hundred thousand posts."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

from dateline.store.open import open_archive
from dateline.store.read import counts

BENCH = run_path(str(Path(__file__).parents[2] / "bench" / "archive.py"))


def test_the_recipe_makes_the_same_posts_twice() -> None:
    lines = BENCH["HEADLINES"]

    assert list(BENCH["posts"](50, lines)) == list(BENCH["posts"](50, lines))


def test_posts_are_taken_in_and_every_question_is_answered(tmp_path: Path) -> None:
    with open_archive(str(tmp_path / "archive.sqlite"), create=True) as archive:
        rate = BENCH["fill"](archive, BENCH["posts"](120, BENCH["HEADLINES"]), 1)
        figures = BENCH["ask"](archive)

        with archive.reading() as connection:
            assert counts(connection)["document"] == 120
    assert rate > 1
    assert figures["search"] < 1000
    assert figures["story"] < 3000
