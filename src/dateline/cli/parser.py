"""
The command line: every command, option and help text, and nothing that runs.

Only argparse is imported, so that `dateline --help` answers at once; `main` imports a command's
module when the command is used. docs/reference/commands.md is written from here.
"""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import Any

from dateline import __version__
from dateline.cli.archive_options import archive_commands
from dateline.cli.claim_options import claim_commands
from dateline.cli.compare_options import compare_command
from dateline.cli.follow_options import follow_command
from dateline.cli.place_options import place_commands
from dateline.cli.serve_options import serve_command
from dateline.cli.time_options import time_commands

_MAIN = """\
Read reporting about an armed conflict and give back a sourced, checked record: who said what,
in what role, when it was said, when and where it happened, how sure, and what does not add up.
dateline records what was published. It passes no verdicts."""

_MAIN_END = """\
examples:
  dateline check report.html                    what does not add up in one page
  dateline read report.txt --format html --out report.html
  dateline rule                                 every finding, one a line
  dateline rule T001                            what one finding means, with examples

exit codes: 0 all well, 1 errors or warnings were found (check), 2 something could not be read
or an option cannot be used."""

_CHECK_END = """\
examples:
  dateline check examples/                      every report in a folder
  dateline check report.txt --published 2025-06-09
  cat report.txt | dateline check -                    a report from standard input
  dateline check *.html --select T,N --ignore T004
  dateline check https://example.org/news/1     a page of the web
  dateline check drafts/ --output-format sarif --out dateline.sarif
  dateline check drafts/ --write-baseline known.json   what is known need not be shown again
  dateline check drafts/ --baseline known.json

Settings: dateline.toml, or [tool.dateline] in pyproject.toml, with select, ignore, baseline,
per-file-ignores and severity (docs/reference/settings.md). An option outweighs its setting.

exit codes: 0 nothing but notes, 1 errors or warnings, 2 something could not be read."""

_READ_END = """\
examples:
  dateline read report.txt                      who said what, as a table
  dateline read report.html --format html --out report-read.html
  dateline read report.txt --format json        one object
  dateline read reports/ --format json          a list of objects
  dateline read --jsonl documents.jsonl         a record a line, in the same order

A line of --jsonl is an object with `id` and `text`, and where known `title`, `published`, `lang`
and `url`. The record is described in docs/schema/record.schema.json.

exit codes: 0 all was read, 2 something was not."""

_RULE_END = """\
examples:
  dateline rule                                 the list
  dateline rule T001                            one page
  dateline rule headline-year-conflict          the same, by name
  dateline rule limits                          what the checks cannot see, and how often"""

_PUBLISHED = "when the reports came out: 2025-06-09, or 2025-06-09T08:00+03:00; else the page's own"
_LANG = "language of the reports: en, ru or uk; else each report is asked"


def parser() -> ArgumentParser:
    """The parser of `dateline`; its namespace has `command`, None where none was given."""
    main = _Parser(prog="dateline", description=_MAIN, epilog=_MAIN_END)
    main.add_argument("--version", action="version", version=f"dateline {__version__}")
    commands = main.add_subparsers(
        dest="command", metavar="COMMAND", parser_class=_Parser, title="commands"
    )
    _check(
        commands.add_parser(
            "check",
            help="say what does not add up in reports",
            description="Say what does not add up in each report, with the words in question.",
            epilog=_CHECK_END,
        )
    )
    _read(
        commands.add_parser(
            "read",
            help="write the record of reports: who said what, when, where, how sure",
            description="Write the record of each report: as a table, as JSON, or as a page.",
            epilog=_READ_END,
        )
    )
    _rule(
        commands.add_parser(
            "rule",
            help="explain a finding, or list them all",
            description="Explain a finding, or list every finding that dateline can make.",
            epilog=_RULE_END,
        )
    )
    compare_command(commands)
    archive_commands(commands)
    follow_command(commands)
    place_commands(commands)
    time_commands(commands)
    claim_commands(commands)
    serve_command(commands)
    return main


class _Parser(ArgumentParser):
    """Keeps the line breaks of examples, and takes no option by its first letters."""

    def __init__(self, **options: Any) -> None:
        options |= {"formatter_class": RawDescriptionHelpFormatter, "allow_abbrev": False}
        super().__init__(**options)


def _check(command: ArgumentParser) -> None:
    command.add_argument(
        "paths", nargs="+", metavar="PATH", help="a file, folder or address, or - for stdin"
    )
    _about_reports(command)
    command.add_argument(
        "--select", action="append", metavar="CODES", help="only findings with these code prefixes"
    )
    command.add_argument(
        "--ignore", action="append", metavar="CODES", help="no findings with these code prefixes"
    )
    command.add_argument(
        "--baseline", metavar="FILE", help="only findings that are not in this file of known ones"
    )
    command.add_argument(
        "--write-baseline", metavar="FILE", help="write every finding to FILE as known, and exit 0"
    )
    command.add_argument(
        "--output-format",
        choices=("text", "json", "sarif", "github", "html"),
        default="text",
        help="how to print findings (default: text)",
    )
    _about_running(command)


def _read(command: ArgumentParser) -> None:
    command.add_argument(
        "paths", nargs="*", metavar="PATH", help="a file, folder or address, or - for stdin"
    )
    _about_reports(command)
    command.add_argument(
        "--format",
        choices=("text", "json", "html"),
        help="how to write records (default: text; json with --jsonl)",
    )
    command.add_argument(
        "--jsonl", metavar="FILE", help="read one document a line from FILE, or - for stdin"
    )
    _about_running(command)


def _rule(command: ArgumentParser) -> None:
    command.add_argument(
        "code",
        nargs="?",
        metavar="CODE",
        help="a code or name, such as T001; `limits` for what no check sees",
    )
    _debug(command)


def _about_reports(command: ArgumentParser) -> None:
    command.add_argument("--published", metavar="WHEN", help=_PUBLISHED)
    command.add_argument("--lang", metavar="LANG", help=_LANG)


def _about_running(command: ArgumentParser) -> None:
    command.add_argument("--out", metavar="FILE", help="write to FILE, not to standard output")
    command.add_argument(
        "--jobs", type=_jobs, default=1, metavar="N", help="processes for many reports (default: 1)"
    )
    _debug(command)


def _debug(command: ArgumentParser) -> None:
    command.add_argument("--debug", action="store_true", help="show the traceback of an error")


def _jobs(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


_jobs.__name__ = "number of processes"
