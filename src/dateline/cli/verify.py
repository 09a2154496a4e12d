"""`dateline verify`: prove that the archive is what was put into it."""

from __future__ import annotations

from argparse import Namespace

from dateline.cli.archived import put_json, put_lines
from dateline.cli.terminal import complain
from dateline.store.open import location
from dateline.store.verify import verify

HOLDS, BROKEN = 0, 1


def run(options: Namespace) -> int:
    """0 where all holds, 1 where something does not."""
    found = verify(options.archive, expected=options.expect)
    if options.format == "json":
        put_json(found)
        return BROKEN if found.problems else HOLDS
    for problem in found.problems:
        complain(problem)
    if found.sealed is False:
        complain("not sealed: a writer is at work or was stopped; the next `dateline add` seals")
    what = "does not hold" if found.problems else "holds"
    put_lines(
        [
            f"{location(options.archive)}: {what}",
            f"{found.documents:,} documents, {found.records:,} records, {found.withdrawn:,} "
            f"withdrawn, {found.entries:,} entries in the log",
            f"head {found.head}",
        ]
    )
    return BROKEN if found.problems else HOLDS
