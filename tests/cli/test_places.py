"""The commands about places, run as a person runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli.main import main

DRAWN = Path(__file__).parents[1] / "data" / "home" / "layers" / "drawn"
ASKED = ["--author", "tests", "--licence", "CC0-1.0", "--maps", "ground", "--holder", "russia"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_name_is_looked_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "look", "Chasov Yar"]) == 0
    assert "Chasiv Yar  settlement" in capsys.readouterr().out


def test_a_name_that_nothing_has_exits_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "look", "Qwertyuiopolis"]) == 1
    assert "nothing is called" in capsys.readouterr().err


def test_a_layer_is_added_and_listed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layer", "add", "mine", str(DRAWN), *ASKED]) == 0
    assert "2 days, 2025-05-20 to 2025-08-10" in capsys.readouterr().out
    assert (home / "layers" / "mine" / "layer.toml").exists()


def test_a_bad_layer_is_refused_and_the_old_one_stays(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["layer", "add", "mine", str(DRAWN), *ASKED])
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "x_20250520.geojson").write_text('{"features":[{"geometry":{"type":"Point"}}]}')

    assert main(["layer", "add", "mine", str(bad), *ASKED]) == 2
    assert "x_20250520.geojson" in capsys.readouterr().err
    assert len(list((home / "layers" / "mine").glob("*.geojson"))) == 2


def test_a_layer_without_its_licence_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layer", "add", "mine", str(DRAWN), "--author", "x"]) == 2
    assert "--licence" in capsys.readouterr().err


def test_a_pack_is_built_and_a_bad_one_leaves_it(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "bases.csv"
    head = "id,name,kind,country,lat,lon\n"
    table.write_text(head + "b1,Khmeimim,feature,SY,35.41,35.95\n")
    asked = ["gazetteer", "build", "bases", str(table), "--licence", "CC0-1.0", "--origin", "me"]
    assert main(asked) == 0
    first = (home / "packs" / "bases" / "places.idx").read_bytes()
    table.write_text(head + "b1,Khmeimim,feature,SY,north,35.95\n")

    assert main(asked) == 2
    assert "line 2" in capsys.readouterr().err
    assert (home / "packs" / "bases" / "places.idx").read_bytes() == first
