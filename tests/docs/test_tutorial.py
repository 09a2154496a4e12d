"""The tutorial tells the truth: its report is read, and what it promises is what comes out."""

from __future__ import annotations

import re
from pathlib import Path

import dateline

PAGE = (Path(__file__).parents[2] / "docs" / "tutorial" / "first-report.md").read_text("utf-8")


def _block(name: str) -> str:
    found = re.search(rf"^```{name}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"the tutorial has no {name} block"
    return found[1]


def test_the_time_and_its_reason_are_as_printed() -> None:
    record = dateline.read(_block("report"))
    shown = {
        f"{record.document.text[time.start : time.end]} = {time.value}: {time.reason}"
        for time in record.times
    }

    assert _block("times").strip() in shown


def test_without_the_date_line_the_year_stays_open() -> None:
    record = dateline.read(_block("report").replace("June 9, 2025\n", ""))

    assert "XXXX-06-08" in {time.value for time in record.times}


def test_who_said_what_first_and_what_nobody_could_verify() -> None:
    record = dateline.read(_block("report"))
    names = {claim.speaker.name for claim in record.claims if claim.speaker}

    assert "Oleh Kiper" in names
    assert "unverified" in {claim.status for claim in record.claims}


def test_the_wrong_weekday_is_found() -> None:
    record = dateline.read(_block("report").replace("on June 8,", "on Saturday, June 8,"))

    assert [finding.code for finding in record.findings] == ["T004"]
