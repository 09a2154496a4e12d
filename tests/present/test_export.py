from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from records import claim, place, record, speaker, time

from dateline.core.capture import Capture
from dateline.core.kept import Kept
from dateline.core.record import Record, RecordActor, RecordEvent, RecordQuantity
from dateline.present.export.csv import cell
from dateline.present.export.rows import COLUMNS, NOTICE, rows

TEXT = "Drones hit Sumy region and the town of Sudzha on May 20, =cmd said."
FORMATS = ("csv", "jsonl", "geojson", "parquet", "webannotation", "prov")


def _kept(**parts: Any) -> Kept:
    region = place(
        TEXT,
        "Sumy region",
        id="UA-59",
        kind="oblast",
        lat=51.0,
        lon=34.0,
        bbox=(32.9, 50.1, 35.7, 52.4),
        country="UA",
        iso3166_2="UA-59",
        precision="oblast",
    )
    town = place(TEXT, "Sudzha", id="gn:1", kind="settlement", lat=51.19, lon=35.27, country="RU")
    made = record(
        TEXT,
        published="2025-05-21",
        url="https://a.example/1",
        places=(region, town),
        times=(time(TEXT, "May 20", "2025-05-20"),),
        claims=(
            claim(
                TEXT,
                "Drones hit Sumy region",
                place=0,
                happened="2025-05-20",
                speaker=speaker("=cmd", side="ukraine"),
            ),
            claim(TEXT, "the town of Sudzha", place=1, status="denied"),
        ),
    )
    made = msgspec.structs.replace(made, id="doc-1")
    capture = Capture(
        sha256="ab" * 32,
        size=9,
        fetched="2025-06-09T08:00:00Z",
        tool="test",
        url="https://a.example/1",
    )
    given = {
        "seq": 1,
        "key": "doc-1",
        "record_id": "rec-1",
        "record": made,
        "capture": capture,
        "pipeline": "pipe-1",
        "address": "https://a.example/1",
        "version": 1,
        "given": None,
    }
    return Kept(**{**given, **parts})  # fmt: skip


def _written(format: str, *kept: Kept) -> bytes:
    out = io.BytesIO()
    given: Iterator[Kept] = iter(kept or (_kept(),))
    import_module(f"dateline.present.export.{format}").write(given, out)
    return out.getvalue()


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\tx", "\r=1", "\n=1", " =1", "  @x", "\uff1d1+1",
     "\uff0b1", "\uff0d1", "\uff20x", "\u200b=1", "\ufeff=1", "\u00a0=1", "\u3000\uff1dx", "\x00=1",
     "\u202e=1", "\ufe62x"],
)  # fmt: skip
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    assert cell(text).startswith("'")


@pytest.mark.parametrize("value", ["a=b", "", "Kyiv - Sumy", "\u00abx\u00bb", 5, -3.5, None])
def test_other_cells_stay_as_they_are(value: object) -> None:
    assert cell(value) == value


def test_the_csv_says_that_it_is_no_acled_data_and_holds_a_row_a_claim() -> None:
    found = list(csv.DictReader(io.StringIO(_written("csv").decode(), newline="")))

    assert [row["dataset"] for row in found] == [NOTICE, NOTICE]
    assert "not ACLED data" in NOTICE
    assert (
        found[0]
        | {
            "event_date": "2025-05-20",
            "dateline_time_precision": "1",
            "admin1": "UA-59",
            "dateline_geo_precision": "3",
            "speaker": "'=cmd",
            "notes": "Drones hit Sumy region",
            "capture_sha256": "ab" * 32,
            "pipeline": "pipe-1",
        }
        == found[0]
    )
    assert (found[1]["event_date"], found[1]["dateline_geo_precision"]) == ("", "1")


@pytest.mark.parametrize(
    ("days", "code"),
    [(("2025-05-20", "2025-05-20"), 1), (("2025-05-19", "2025-05-25"), 2),
     (("2025-05-01", "2025-05-31"), 3), (("2025-01-01", "2025-12-31"), 4)],
)  # fmt: skip
def test_how_exact_a_time_is(days: tuple[str, str], code: int) -> None:
    when = time(TEXT, "May 20", "X", earliest=days[0], latest=days[1])
    made = msgspec.structs.replace(
        _kept().record, times=(when,), claims=(claim(TEXT, "Drones", happened="X"),)
    )

    (row,) = rows([_kept(record=made)])
    assert row["dateline_time_precision"] == code


def test_a_line_of_json_is_a_record_that_says_where_it_came_from() -> None:
    line = _written("jsonl")

    assert msgspec.json.decode(line, type=Record) == _kept().record
    provenance = json.loads(line)["provenance"]
    assert (provenance["capture"]["sha256"], provenance["pipeline"]) == ("ab" * 32, "pipe-1")


def test_areas_are_areas_and_points_are_points_in_geojson() -> None:
    town, region = sorted(
        json.loads(_written("geojson"))["features"], key=lambda feature: feature["id"] == "UA-59"
    )

    assert (town["geometry"]["type"], town["properties"]["geometry"]) == ("Point", "point")
    assert region["geometry"]["type"] in ("Polygon", "MultiPolygon")
    assert region["properties"]["geometry"] == "outline"
    assert [c["status"] for c in town["properties"]["claims"]] == ["denied"]


def test_outer_rings_run_against_the_clock_and_are_closed() -> None:
    (region,) = [
        feature
        for feature in json.loads(_written("geojson"))["features"]
        if feature["id"] == "UA-59"
    ]
    shape = region["geometry"]
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    for outer, *_ in polygons:
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(outer))
        assert area > 0
        assert outer[0] == outer[-1]


def test_an_annotation_finds_its_words_by_quotation_and_by_place() -> None:
    page = json.loads(_written("webannotation"))

    for item in page["items"]:
        quote, position = item["target"][0]["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT
    assert (page["@context"], len(page["items"])) == ("http://www.w3.org/ns/anno.jsonld", 2)


def test_provenance_leads_from_record_to_capture_and_from_version_to_version() -> None:
    newer = _kept(key="doc-2", record_id="rec-2", version=2)

    found = json.loads(_written("prov", newer, _kept()))

    (used,) = [u for u in found["used"].values() if u["prov:entity"] == "dl:doc-1"]
    assert found["wasAssociatedWith"]["_:rec-1-a"]["prov:activity"] == used["prov:activity"]
    assert found["entity"]["dl:doc-1"]["dl:sha256"] == "ab" * 32
    assert found["wasDerivedFrom"]["_:doc-2-r"]["prov:usedEntity"] == "dl:doc-1"


def test_parquet_holds_the_rows_of_the_csv_with_types() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")

    table = parquet.read_table(io.BytesIO(_written("parquet")))

    assert table.column_names == [name for name, _ in COLUMNS]
    assert table.to_pylist() == list(rows([_kept()]))


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_archive_is_written_too(format: str) -> None:
    out = io.BytesIO()
    import_module(f"dateline.present.export.{format}").write(iter(()), out)

    assert isinstance(out.getvalue(), bytes)
    if format in ("geojson", "webannotation", "prov"):
        json.loads(out.getvalue())


@pytest.mark.parametrize("format", FORMATS)
def test_two_exports_are_the_same_bytes(format: str) -> None:
    assert _written(format) == _written(format)


def test_the_main_event_and_its_counts_have_columns_that_say_they_are_no_acled_data() -> None:
    made = _kept()
    event = RecordEvent(
        type="ASSAULT",
        mode="drone",
        acled_like=("Explosions/Remote violence", "Air/drone strike"),
        main=True,
        start=7,
        end=10,
        actor=RecordActor(start=0, end=6, side="unknown"),
        recipient=None,
        place=0,
        time=None,
    )
    killed = RecordQuantity(
        kind="killed", unit="people", best=None, low=20, high=99, start=0, end=6
    )
    first, *others = made.record.claims
    claims = (msgspec.structs.replace(first, events=(event,), quantities=(killed,)), *others)
    told = msgspec.structs.replace(made, record=msgspec.structs.replace(made.record, claims=claims))
    row = next(iter(rows([told])))

    assert row["dataset"] == NOTICE
    assert row["plover_like_event"] == "ASSAULT"
    assert row["acled_like_sub_event_type"] == "Air/drone strike"
    assert row["actor"] == "Drones"
    assert (row["killed_best"], row["killed_low"], row["killed_high"]) == (None, 20, 99)
    assert row["quantities"] == "20 to 99 people killed"
