from __future__ import annotations

import re
import shlex
from pathlib import Path
from runpy import run_path

import pytest

from dateline.cli.parser import parser
from dateline.cli.reference import commands_page

ROOT = Path(__file__).parents[2]


def test_the_reference_of_the_commands_is_as_the_parser_has_it() -> None:
    """Run tools/commands where this fails."""
    committed = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")

    assert committed == commands_page()


def test_the_schema_is_as_the_record_has_it() -> None:
    """Run tools/schema where this fails."""
    written = run_path(str(ROOT / "tools" / "schema"))["schema"]()

    assert (ROOT / "docs" / "schema" / "record.schema.json").read_text(encoding="utf-8") == written


def test_the_readers_of_the_reference_find_every_command() -> None:
    assert re.findall(r"^## (.+)$", commands_page(), re.M) == [
        "dateline",
        "dateline check",
        "dateline read",
        "dateline rule",
        "dateline compare",
        "dateline add",
        "dateline search",
        "dateline incidents",
        "dateline story",
        "dateline speakers",
        "dateline frames",
        "dateline versions",
        "dateline export",
        "dateline verify",
        "dateline backup",
        "dateline restore",
        "dateline withdraw",
        "dateline gazetteer",
        "dateline layer",
    ]


EXAMPLES = [
    line
    for path in ("reference/commands.md", "howto/check-in-ci.md")
    for line in re.findall(
        r"^(?:  )?(?:cat \S+ \| )?dateline ((?:check|read|rule)\b.*?)(?:   .*| \|\|.*)?$",
        (ROOT / "docs" / path).read_text(encoding="utf-8"),
        re.M,
    )
]


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_of_the_documents_is_a_command(line: str) -> None:
    assert parser().parse_args(shlex.split(line)).command in ("check", "read", "rule")


def test_the_documents_have_examples_of_every_command() -> None:
    assert {line.split()[0] for line in EXAMPLES} == {"check", "read", "rule"}
