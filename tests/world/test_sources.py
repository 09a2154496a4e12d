"""A user's own files as packs: read, or refused by line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.core.errors import LexiconError
from dateline.core.place import PlaceKind
from dateline.world.index import Index, write
from dateline.world.sources import entries, keys

HEAD = "id,name,kind,country,lat,lon,names\n"


def test_a_table_becomes_places_that_are_found_again(tmp_path: Path) -> None:
    path = tmp_path / "bases.csv"
    path.write_text(HEAD + "b1,Hmeimim,feature,SY,35.41,35.95,Khmeimim|Хмеймим\n")
    places = entries(path)
    write(tmp_path / "places.idx", places, keys(places), {})
    index = Index(tmp_path / "places.idx")

    assert index.find("хмеимим") == () and index.find("хмеймим") == ((0, 1),)
    assert index.row(0).kind is PlaceKind.FEATURE
    assert index.row(0).lat == pytest.approx(35.41)


def test_a_geonames_dump_is_read(tmp_path: Path) -> None:
    path = tmp_path / "SY.txt"
    first = "170654|Damascus|Damascus|Damas,Дамаск|33.5102|36.29128|P|PPLC|SY|"
    cells = (first + "|13||||1569394||690|Asia/Damascus|2019-09-05").split("|")
    path.write_text("\t".join(cells) + "\n", "utf-8")
    (place,) = entries(path)

    assert (place.id, place.kind, place.population) == (
        "gn:170654",
        PlaceKind.SETTLEMENT,
        1569394,
    )
    assert "Дамаск" in place.names


def test_openstreetmap_geojson_is_read(tmp_path: Path) -> None:
    path = tmp_path / "osm.geojson"
    own = {"name": "Дамаск", "name:en": "Damascus", "place": "city"}
    geometry = {"type": "Point", "coordinates": [36.29, 33.51]}
    path.write_text(
        json.dumps({"features": [{"id": "n1", "properties": own, "geometry": geometry}]})
    )
    (place,) = entries(path)

    assert (place.id, place.lon, place.lat) == ("n1", 36.29, 33.51)
    assert place.names == ("Дамаск", "Damascus")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("id,name\nb1,X\n", "line 1.*columns"),
        (HEAD + "b1,X,base,SY,35,36,\n", "line 2.*kind"),
        (HEAD + "b1,X,feature,SY,95,36,\n", "line 2.*no place"),
        (HEAD + "b1,X,feature,SY,0,0,\n", "line 2.*no place"),
        (HEAD + "b1,X,feature,SY,north,36,\n", "line 2.*numbers"),
        (HEAD + "b1,,feature,SY,35,36,\n", "line 2.*no name"),
    ],
)
def test_a_bad_row_is_refused_by_file_and_line(text: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "bases.csv"
    path.write_text(text)

    with pytest.raises(LexiconError, match=rf"bases\.csv.*{problem}"):
        entries(path)


def test_a_dump_with_too_few_cells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "SY.txt"
    path.write_text("170654\tDamascus\n")

    with pytest.raises(LexiconError, match=r"SY\.txt.*line 1"):
        entries(path)
