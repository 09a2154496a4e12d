from __future__ import annotations

from pathlib import Path

import pytest
from killing import killed


@pytest.mark.timeout(120)
def test_a_killed_run_leaves_an_archive_that_holds_and_can_go_on(tmp_path: Path) -> None:
    """A sample; tests/soak kills a hundred times."""
    assert killed(tmp_path, times=2, number=40, seed=3) == []
