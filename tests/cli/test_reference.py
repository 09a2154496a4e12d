from __future__ import annotations

import re
import shlex
from argparse import _SubParsersAction
from pathlib import Path
from runpy import run_path

import pytest

from dateline.cli.main import _run as run_of
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


def commands() -> list[str]:
    (action,) = [a for a in parser()._actions if isinstance(a, _SubParsersAction)]
    return list(action.choices)


def test_the_readers_of_the_reference_find_every_command() -> None:
    headings = re.findall(r"^## (.+)$", commands_page(), re.M)

    assert headings == ["dateline", *(f"dateline {name}" for name in commands())]
    assert headings[1:4] == ["dateline check", "dateline read", "dateline rule"]


def test_every_command_has_a_module_of_its_name_with_a_run_in_it() -> None:
    assert [name for name in commands() if not callable(run_of(name))] == []


def examples(path: str) -> list[str]:
    """What follows `dateline` in each example, without its explanation or what it is piped to."""
    text = re.sub(r"\\\n\s+", "", (ROOT / "docs" / path).read_text(encoding="utf-8"))
    line = rf"^(?:  )?(?:cat \S+ \| )?dateline ((?:{'|'.join(commands())})\b.*?)(?:   .*| \|.*)?$"
    return re.findall(line, text, re.M)


EXAMPLES = [
    *examples("reference/commands.md"),
    *examples("howto/check-in-ci.md"),
    *examples("howto/archive.md"),
]


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_of_the_documents_is_a_command(line: str) -> None:
    assert parser().parse_args(shlex.split(line)).command == line.split()[0]


def test_the_documents_have_examples_of_every_command() -> None:
    assert {line.split()[0] for line in EXAMPLES} == set(commands())
