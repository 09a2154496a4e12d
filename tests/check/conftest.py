"""A home with one drawn map of held ground, so that findings about such maps can be tested."""

from __future__ import annotations

from pathlib import Path

import pytest

HOME = Path(__file__).parents[1] / "data" / "home"


@pytest.fixture(autouse=True)
def _home_with_a_drawn_layer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(HOME))
