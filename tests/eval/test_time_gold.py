"""The time gold is sound, and its scorer says what it means to say."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "eval" / "time"
LICENCES = {"CC0-1.0", "CC-BY-2.5", "CC-BY-4.0", "CC-BY-SA-4.0"}

Row = dict[str, Any]


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf8").splitlines()]


DOCS = {doc["id"]: doc for doc in _rows("docs.jsonl")}
MARKS = _rows("gold.jsonl")
TIMEX = _module(ROOT / "eval" / "scorers" / "timex.py")


def test_the_two_files_are_what_the_marked_up_texts_say() -> None:
    made = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "time_gold.py"), "--check"], check=False
    )

    assert made.returncode == 0


def test_every_offset_points_at_the_words_of_its_mark() -> None:
    wrong = [
        m["id"] for m in MARKS if DOCS[m["doc_id"]]["text"][m["start"] : m["end"]] != m["text"]
    ]

    assert wrong == []


def test_marks_begin_and_end_on_whole_words() -> None:
    def cuts(text: str, at: int) -> bool:
        return 0 < at < len(text) and text[at - 1 : at + 1].isalpha()

    cut = [
        m["id"]
        for m in MARKS
        if cuts(DOCS[m["doc_id"]]["text"], m["start"]) or cuts(DOCS[m["doc_id"]]["text"], m["end"])
    ]

    assert cut == []


def test_marks_of_a_document_stand_in_order_and_never_overlap() -> None:
    clash = [
        b["id"] for a, b in pairwise(MARKS) if a["doc_id"] == b["doc_id"] and a["end"] > b["start"]
    ]

    assert clash == []


def test_ids_are_unique_and_every_document_has_marks() -> None:
    assert len({m["id"] for m in MARKS}) == len(MARKS)
    assert {m["doc_id"] for m in MARKS} == set(DOCS)


def test_each_language_has_forty_documents_a_third_of_them_real_split_in_halves() -> None:
    for lang in ("en", "ru", "uk"):
        mine = [d for d in DOCS.values() if d["lang"] == lang]
        real = [d for d in mine if d["licence"] != "CC0-1.0"]
        split = Counter(d["split"] for d in mine)

        assert len(mine) >= 40
        assert len(real) >= 15
        assert abs(split["dev"] - split["test"]) <= 4


def test_each_document_names_its_source_and_an_open_licence() -> None:
    assert all(d["source"] and d["licence"] in LICENCES for d in DOCS.values())
    assert all(
        (d["source"] == "written for dateline") == (d["licence"] == "CC0-1.0")
        for d in DOCS.values()
    )


@pytest.mark.parametrize("mark", [m for m in MARKS if m["utc"]], ids=lambda m: m["id"])
def test_an_instant_lies_within_a_day_of_its_local_clock(mark: Row) -> None:
    local = datetime.fromisoformat(mark["value"]).replace(tzinfo=UTC)
    gap = local - datetime.fromisoformat(mark["utc"])

    assert timedelta(hours=-12) <= gap <= timedelta(hours=14)
    assert gap % timedelta(minutes=15) == timedelta(0)


def test_every_full_date_is_a_day_of_the_calendar() -> None:
    days = [
        m["value"][:10]
        for m in MARKS
        if m["type"] in ("DATE", "TIME")
        and m["value"][:10].replace("-", "").isdigit()
        and len(m["value"]) >= 10
    ]

    assert len(days) > 400
    assert all(date.fromisoformat(day) for day in days)


TEXT = "On May 20, 9:14 [MSK] it began. Two weeks later it ended."
MARK = {
    "doc_id": "a",
    "start": 3,
    "end": 21,
    "type": "TIME",
    "value": "2025-05-20T09:14",
    "zone": "MSK",
    "utc": "2025-05-20T06:14Z",
}
LATER = {"doc_id": "a", "start": 32, "end": 47, "type": "DATE", "value": "2025-W23"}


def _scores(*times: Row) -> dict[str, float]:
    record = {"id": "a", "times": list(times)}
    return dict(TIMEX.measure([{"id": "a", "text": TEXT}], [MARK, LATER], [record]))


def test_the_gold_itself_scores_a_hundred_in_everything() -> None:
    assert set(_scores(MARK, LATER).values()) == {100.0}


@pytest.mark.parametrize(
    ("changes", "lost"),
    [
        ({"end": 20}, set()),  # the closing bracket is outer punctuation
        ({"start": 0}, {"strict_f1"}),
        ({"type": "DATE"}, {"type_f1"}),
        ({"value": "2025-05-20"}, {"value_f1", "value_acc"}),
        ({"value": "2025-05-20T09:14:00"}, set()),
        ({"zone": "[msk]"}, set()),
        ({"zone": None}, {"zone_acc"}),
        ({"utc": "2025-05-20T06:14:00Z"}, set()),
        ({"utc": "2025-05-20T09:14Z"}, {"utc_acc"}),
    ],
)
def test_a_change_costs_the_figure_that_it_belongs_to(changes: Row, lost: set[str]) -> None:
    scores = _scores({**MARK, **changes}, LATER)

    assert {name for name, figure in scores.items() if figure < 100} == lost


def test_a_surplus_expression_costs_precision_and_a_missed_one_recall() -> None:
    surplus = {"start": 22, "end": 24, "type": "DATE", "value": "PRESENT_REF"}

    assert _scores(MARK, LATER, surplus)["relaxed_f1"] == 80.0
    assert _scores(LATER)["relaxed_f1"] == 66.7
    assert _scores(LATER)["utc_acc"] == 0.0


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        ("P1.5Y", "P18M", True),
        ("P20Y", "P2DE", True),
        ("PT1H30M", "PT90M", True),
        ("P2W", "P14D", False),
        ("P1D", "PT24H", False),
        ("PXD", "PXD", True),
        ("2025-05-20T09:14+03:00", "2025-05-20T09:14", True),
        ("XXXX-05-20", "2025-05-20", False),
    ],
)
def test_values_are_equal_where_they_say_the_same(mine: str, theirs: str, same: bool) -> None:
    assert TIMEX.same_value(mine, theirs) is same
