from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import checked, finding

from dateline.present.caret import Style, blocks, summary
from dateline.present.cells import width

LONG = "Some words come before this. " * 8 + "The ministry said so. " + "And some come after. " * 8


def shown(text: str, *words: str, columns: int = 80, **parts: object) -> str:
    one = checked(text, findings=(finding(text, *words, **parts),))
    return "\n".join(blocks(one, Style(columns=columns)))


def test_a_finding_is_told_with_place_code_words_and_a_caret() -> None:
    text = "Headline\n\nIt came two weeks later."

    assert shown(text, "two weeks", computed={"days_apart": 19}) == (
        "a.txt:3:9 T009 does not fit [warning]\n"
        "  |\n"
        "3 | It came two weeks later.\n"
        "  |         ^^^^^^^^^\n"
        "  = days apart: 19"
    )


def test_a_finding_about_the_page_has_no_words() -> None:
    assert shown("Text.") == "a.txt:1:1 T009 does not fit [warning]"


def test_other_words_of_the_finding_are_marked_beneath_the_first() -> None:
    lines = shown("On May 20.\nOn June 8.", "June 8", "May 20").split("\n")

    assert lines[2:4] == ["2 | On June 8.", "  |    ^^^^^^"]
    assert lines[5:7] == ["1 | On May 20.", "  |    ------"]


@pytest.mark.parametrize(
    ("text", "words", "mark"),
    [
        ("東京 is far", "is", "  |      ^^"),
        ("东京东京", "京东", "  |   ^^^^"),
        ("Ки\u0301їв is", "is", "  |      ^^"),
        ("a\tb", "b", "  |   ^"),
    ],
)
def test_the_caret_stands_beneath_the_words_whatever_their_width(
    text: str, words: str, mark: str
) -> None:
    assert shown(text, words).split("\n")[3] == mark


@given(st.integers(40, 120), st.sampled_from(["ministry", "Some words", "come after. And", LONG]))
def test_a_long_line_is_cut_to_the_terminal_and_the_caret_fits_the_words(
    columns: int, words: str
) -> None:
    line, mark = shown(LONG, words, columns=columns).split("\n")[2:4]

    carets = re.search(r"\^+", mark)
    assert carets
    assert width(line) <= columns
    assert words.startswith(line[carets.start() : carets.end()])


def test_words_that_run_over_lines_are_marked_to_the_end_of_the_first() -> None:
    assert shown("one two\nthree", "two\nthree").split("\n")[3] == "  |     ^^^"


def test_escape_codes_in_a_report_reach_no_terminal() -> None:
    assert "\x1b" not in shown("\x1b[31mred", "red", message="says \x1b[5m")


def test_colour_is_written_only_when_asked_for() -> None:
    text = "It came later."
    one = checked(text, findings=(finding(text, "came"),))

    plain = "".join(blocks(one, Style()))
    coloured = "".join(blocks(one, Style(colour=True)))

    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


@pytest.mark.parametrize(
    ("severities", "failures", "line"),
    [
        ((), 0, "Nothing found in 1 report."),
        (("note",), 0, "Found 1 note in 1 report."),
        (("error", "note", "note"), 0, "Found 1 error and 2 notes in 1 report."),
        (
            ("error", "warning", "note"),
            0,
            "Found 1 error, 1 warning and 1 note in 1 report.",
        ),
        ((), 2, "Nothing found in 1 report. 2 inputs could not be read."),
    ],
)
def test_the_last_line_counts(severities: tuple[str, ...], failures: int, line: str) -> None:
    text = "Text."
    one = checked(text, findings=tuple(finding(text, severity=s) for s in severities))

    assert summary([one], failures, Style()) == line
