"""The options and help of `dateline compare`, and nothing that runs."""

from __future__ import annotations

from typing import Any

_END = """\
examples:
  dateline compare --jsonl pairs.jsonl          an answer a line, in the same order
  dateline compare --jsonl - --jobs 2           pairs from standard input

A line is an object with `id`, `a` and `b`; `a` and `b` are documents with `text`, and where known
`title`, `published` and `lang`. The answer has `relation` (same_incident, related_story or
different), `agree` and `contradict` (number, place, date, actor, polarity), `update`, and `copy`
with label, kind, share_of_a, share_of_b and direction.

exit codes: 0 all was read, 2 something was not."""


def compare_command(commands: Any) -> None:
    """Add `compare` to the commands of the parser."""
    command = commands.add_parser(
        "compare",
        help="set pairs of reports side by side: one incident, contradictions, copies",
        description="Say of each pair of reports whether they tell of one incident, in what they "
        "agree and contradict each other, and whether one copied the other.",
        epilog=_END,
    )
    command.add_argument(
        "--jsonl", required=True, metavar="FILE", help="one pair a line, or - for standard input"
    )
    command.add_argument("--out", metavar="FILE", help="write to FILE, not to standard output")
    command.add_argument(
        "--jobs", type=_jobs, default=1, metavar="N", help="processes for many pairs (default: 1)"
    )
    command.add_argument("--debug", action="store_true", help="show the traceback of an error")


def _jobs(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


_jobs.__name__ = "number of processes"
