"""The gate: floors rise by themselves, fall only with a reason, and belong to one text."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

EVAL = Path(__file__).parents[2] / "eval"


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gate", EVAL / "gate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "FLOORS", tmp_path / "floors.toml")
    return module


def _floors(gate: ModuleType) -> dict[str, dict[str, float | str]]:
    return tomllib.loads(gate.FLOORS.read_text("utf-8"))


def test_a_figure_below_its_floor_is_named(gate: ModuleType) -> None:
    fallen = gate.compare({"set": {"f1": 79.9}}, {"set": {"f1": 80.0}})

    assert fallen == ["gate: set f1 is 79.9, below its floor 80.0"]


@pytest.mark.parametrize("figure", [80.0, 80.1])
def test_a_figure_at_or_above_its_floor_passes(gate: ModuleType, figure: float) -> None:
    assert gate.compare({"set": {"f1": figure}}, {"set": {"f1": 80.0}}) == []


def test_updating_raises_a_floor_and_never_lowers_one(gate: ModuleType) -> None:
    gate.write_floors({"set": {"f1": 80.0, "p": 90.0}}, {"set": {"f1": 81.26, "p": 70.0}}, None)

    assert _floors(gate) == {"set": {"f1": 81.2, "p": 90.0}}


def test_lowering_leaves_its_reason_beside_the_floor(gate: ModuleType) -> None:
    gate.write_floors(
        {"set": {"f1": 80.0}}, {"set": {"f1": 70.0}}, "gold mended: 12 marks were wrong"
    )

    assert _floors(gate) == {"set": {"f1": 70.0, "f1_lowered": "gold mended: 12 marks were wrong"}}


def test_every_corpus_has_floors_and_the_digest_they_were_set_on(gate: ModuleType) -> None:
    corpora = tomllib.loads((EVAL / "corpora.toml").read_text("utf-8"))
    floors = tomllib.loads((EVAL / "floors.toml").read_text("utf-8"))

    for name, corpus in corpora.items():
        assert corpus["sha256"] == gate.digest(corpus), f"{name}: gate.py --digests, then --update"
        assert set(corpus["measures"]) <= set(floors[name])
