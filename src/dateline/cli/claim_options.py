"""The command about claims: its options and help text, and nothing that runs."""

from __future__ import annotations

from typing import Any

_CLAIMS_END = """\
examples:
  dateline claims report.txt --published 2025-06-09
  cat post.txt | dateline claims - --lang uk
  dateline claims report.html --format json

Each claim that a report attributes to somebody: where it stands, who says it, in what role, for
which side, through which links, when it was said, how sure it is made to sound, and its words.
What the report says in its own voice is left out.

exit codes: 0 all was read, 2 something was not."""


def claim_commands(commands: Any) -> None:
    """Add `claims` to the commands."""
    command = commands.add_parser(
        "claims",
        help="list who said what, in what role, through whom, and how sure",
        description="List each attributed claim of reports: who said what, and how sure.",
        epilog=_CLAIMS_END,
    )
    command.add_argument(
        "paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input"
    )
    command.add_argument(
        "--published", metavar="WHEN", help="when the reports came out; else the page's own"
    )
    command.add_argument(
        "--lang", metavar="LANG", help="language of the reports: en, ru or uk; else each is asked"
    )
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to write (default: text)"
    )
    command.add_argument("--out", metavar="FILE", help="write to FILE, not to standard output")
    command.add_argument(
        "--jobs", type=int, default=1, metavar="N", help="processes for many reports (default: 1)"
    )
    command.add_argument("--debug", action="store_true", help="show the traceback of an error")
