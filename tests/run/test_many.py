"""Many documents: one outcome for each, in order, the same in one process and in several."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.json import encode

from dateline.core.errors import UsageError
from dateline.core.failure import Failure
from dateline.core.record import Record
from dateline.run.many import empty_record, read_jsonl, read_many

LINES = [
    json.dumps({"id": f"d{n}", "text": f"Report {n}\n\nThe bridge was closed on Monday, he said."})
    for n in range(20)
]


def test_a_pool_gives_the_same_bytes_as_one_process() -> None:
    lines = [*LINES, "broken", *LINES]

    alone = [encode(outcome) for outcome in read_jsonl(lines)]
    spread = [encode(outcome) for outcome in read_jsonl(lines, jobs=2)]

    assert alone == spread
    assert len(alone) == len(lines)


def test_records_come_in_the_order_of_the_lines_and_blank_lines_are_none() -> None:
    ids = [o.id for o in read_jsonl(["\n", LINES[3], "  ", LINES[1], "\n"])]

    assert ids == ["d3", "d1"]


def test_a_broken_line_is_named_by_its_number_and_the_others_are_read() -> None:
    first, broken, last = read_jsonl([LINES[0], "\n", "{", LINES[1]])

    assert isinstance(broken, Failure)
    assert broken.path == "line 3"
    assert isinstance(first, Record)
    assert isinstance(last, Record)


def test_what_stands_in_the_place_of_a_broken_line_says_so() -> None:
    record = empty_record(Failure("line 3", "not JSON: at byte 4"))

    assert record.id == "line-3"
    assert record.document.text == ""
    assert record.notes == ("not read: line 3: not JSON: at byte 4",)


def test_what_stands_in_the_place_of_a_line_with_an_id_keeps_the_id() -> None:
    assert empty_record(Failure("line 3", "want text", "a7")).id == "a7"


def test_lines_are_read_no_further_ahead_than_needed() -> None:
    """Standard input may be a stream without end."""

    def endless() -> object:
        while True:
            yield LINES[0]

    outcomes = read_jsonl(endless())  # type: ignore[arg-type]

    assert next(outcomes)


def test_files_that_cannot_be_read_are_recorded_and_the_others_are_read(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.txt", tmp_path / "b.pdf"
    good.write_text("The bridge was closed.")
    bad.write_bytes(b"%PDF-1.7")

    record, failure, missing = read_many([good, bad, tmp_path / "c.txt"])

    assert isinstance(record, Record)
    assert isinstance(failure, Failure)
    assert failure.path == str(bad)
    assert "a PDF" in failure.why
    assert isinstance(missing, Failure)
    assert "no such file" in missing.why


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_date_that_is_none_is_refused_before_anything_is_read(jobs: int) -> None:
    with pytest.raises(UsageError, match="--published"):
        read_jsonl(LINES, published="June", jobs=jobs)
    with pytest.raises(UsageError, match="--lang"):
        read_many(["gone.txt"], lang="no language", jobs=jobs)
