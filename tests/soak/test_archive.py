"""What takes minutes: a hundred kills, a thousand flipped bits, a hundred thousand posts."""

from __future__ import annotations

from pathlib import Path

import pytest
from archives import fill, mutations
from killing import killed

from dateline.store.open import open_archive

pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600)]


@pytest.mark.parametrize(("jobs", "seed"), [(1, 11), (2, 12)])
def test_fifty_kills_each_on_one_and_two_processes(tmp_path: Path, jobs: int, seed: int) -> None:
    assert killed(tmp_path, times=50, number=400, seed=seed, jobs=jobs) == []


def test_a_thousand_flipped_bits_are_a_thousand_found(tmp_path: Path) -> None:
    with open_archive(str(tmp_path / "archive.sqlite"), create=True) as archive:
        fill(archive)

    assert mutations(tmp_path, 1000, seed=1) == []
