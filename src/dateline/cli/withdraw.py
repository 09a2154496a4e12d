"""`dateline withdraw`: take a document out, leaving a tombstone in the log."""

from __future__ import annotations

from argparse import Namespace

from dateline.cli.archived import put_lines
from dateline.cli.terminal import complain
from dateline.core.errors import UsageError
from dateline.store.open import open_archive
from dateline.store.read import find
from dateline.store.withdraw import withdraw


def run(options: Namespace) -> int:
    """0; raises UsageError where there is no such document or no reason."""
    if not options.reason.strip():
        raise UsageError("--reason: want a reason, which the log keeps")
    with open_archive(options.archive) as archive:
        with archive.reading() as connection:
            key = find(connection, options.id)
        done = withdraw(archive, key, options.reason.strip())
    put_lines([f"{done.key}: withdrawn, entry {done.n} of the log"])
    for key in done.same:
        complain(f"the same bytes are kept from another address: {key}")
    return 0
