from __future__ import annotations

import pytest
from records import checked, finding

from dateline.present.listing import rows, workflow_commands

TEXT = "One.\nTwo words here."


def test_a_row_tells_file_place_words_and_values() -> None:
    found = finding(TEXT, "words", computed={"days": 3})

    (row,) = rows(checked(TEXT, findings=(found,)))

    assert (row["file"], row["line"], row["column"]) == ("a.txt", 2, 5)
    assert row["computed"] == {"days": 3}
    assert row["evidence"] == [
        {
            "words": "words",
            "start": 9,
            "end": 14,
            "line": 2,
            "column": 5,
            "end_line": 2,
            "end_column": 10,
        }
    ]


@pytest.mark.parametrize(
    ("parts", "name", "command"),
    [
        (
            {},
            "a.txt",
            "::warning title=T009 a-test,file=a.txt,line=2,endLine=2,col=5,endColumn=9"
            "::does not fit",
        ),
        (
            {"severity": "note", "message": "50%\nof it: a, b"},
            "a,b:c.txt",
            "::notice title=T009 a-test,file=a%2Cb%3Ac.txt,line=2,endLine=2,col=5,endColumn=9"
            "::50%25%0Aof it: a, b",
        ),
    ],
)
def test_a_workflow_command_is_escaped_so_that_nothing_else_can_be_said(
    parts: dict[str, str], name: str, command: str
) -> None:
    one = checked(TEXT, name=name, findings=(finding(TEXT, "words", **parts),))

    assert list(workflow_commands(one)) == [command]


def test_a_workflow_command_about_the_page_stands_at_its_beginning() -> None:
    (command,) = workflow_commands(checked(TEXT, findings=(finding(TEXT),)))

    assert ",line=1,col=1::" in command
