"""What takes minutes: a hundred kills, a thousand flipped bits, a hundred thousand posts."""

from __future__ import annotations

import contextlib
from pathlib import Path
from runpy import run_path

import pytest
from archives import fill, mutations
from databases import database
from killing import killed

from dateline.store.open import open_archive

BENCH = run_path(str(Path(__file__).parents[2] / "bench" / "archive.py"))
pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600)]


@pytest.mark.parametrize(("jobs", "seed"), [(1, 11), (2, 12)])
def test_fifty_kills_each_on_one_and_two_processes(tmp_path: Path, jobs: int, seed: int) -> None:
    assert killed(tmp_path, times=50, number=400, seed=seed, jobs=jobs) == []


def test_a_thousand_flipped_bits_are_a_thousand_found(tmp_path: Path) -> None:
    with open_archive(str(tmp_path / "archive.sqlite"), create=True) as archive:
        fill(archive)

    assert mutations(tmp_path, 1000, seed=1) == []


@pytest.mark.parametrize("server", [False, True], ids=["sqlite", "postgresql"])
def test_a_hundred_thousand_posts_are_taken_in_and_asked_in_time(
    tmp_path: Path, server: bool
) -> None:
    """Wants two free cores: on a machine with other work it says how slow that makes it."""
    with contextlib.ExitStack() as stack:
        file = str(tmp_path / "archive.sqlite")
        where = stack.enter_context(database()) if server else file
        archive = stack.enter_context(open_archive(where, create=True))
        rate = BENCH["fill"](archive, BENCH["posts"](100_000, BENCH["HEADLINES"]), 2)
        figures = BENCH["ask"](archive)

    slack = 3 if server else 1
    assert rate >= 200 / slack
    assert figures["search"] < 50 * slack
    assert figures["story"] < 300 * slack
