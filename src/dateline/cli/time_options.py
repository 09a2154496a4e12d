"""The command about time: its options and help text, and nothing that runs."""

from __future__ import annotations

from typing import Any

_TIMES_END = """\
examples:
  dateline times report.txt --published 2025-06-09
  cat post.txt | dateline times - --lang uk
  dateline times report.html --format json

Each time expression with what it means: TIMEX3 type and value, the days or the moment it covers
(both ends included), the zone as stated with the UTC instant, and the ground in words. X stands
for what the report leaves open.

exit codes: 0 all was read, 2 something was not."""


def time_commands(commands: Any) -> None:
    """Add `times` to the commands."""
    command = commands.add_parser(
        "times",
        help="list each time expression, what it means, and why",
        description="List each time expression of reports, what it means, and on what ground.",
        epilog=_TIMES_END,
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
