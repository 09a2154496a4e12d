from __future__ import annotations

import pytest
from records import checked, claim, finding, place, speaker, time

from dateline.present.caret import Style
from dateline.present.cells import width
from dateline.present.checked import Checked
from dateline.present.table import who_said_what

TEXT = "On May 20 in Sumy troops moved, the ministry of a country with a long name said in a note."


def whole() -> Checked:
    return checked(
        TEXT,
        title="Troops moved",
        published="2025-06-09",
        times=(time(TEXT, "May 20", "2025-05-20", reason="year of publication"),),
        places=(place(TEXT, "Sumy", name="Sumy", kind="oblast", iso3166_2="UA-59", id="UA-59"),),
        claims=(
            claim(
                TEXT,
                "troops moved",
                speaker=speaker("the ministry of a country with a long name", side="russia"),
                attribution="indirect",
                status="not_confirmed",
                happened="2025-05-20",
                place=0,
                chain=("soldiers", "video"),
            ),
            claim(TEXT, "in a note"),
        ),
        findings=(finding(TEXT, "May 20"),),
        notes=("no rules for language 'de'",),
    )


def test_the_view_tells_who_said_what_how_when_where_and_what_does_not_add_up() -> None:
    view = " ".join(who_said_what(whole(), Style(columns=260)).split())

    for told in (
        "Troops moved",
        "published 2025-06-09",
        "not confirmed",
        "“troops moved”",
        "happened 20 May 2025 · in Sumy · by way of soldiers → video → this report",
        "the report itself asserted “in a note”",
        "year of publication",
        "Sumy (oblast, UA-59)",
        "T009 warning 1:4 does not fit",
        "no rules for language 'de'",
    ):
        assert told in view


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    lines = who_said_what(whole(), Style(columns=columns)).split("\n")

    assert max(map(width, lines)) <= columns


def test_a_report_without_anything_has_its_head_alone() -> None:
    assert who_said_what(checked("Words."), Style()).count("\n") == 2
