"""`dateline restore`: a backup back in its place, proven before and after."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from dateline.cli.archived import put_lines
from dateline.core.errors import ArchiveError
from dateline.store.backup import restore
from dateline.store.open import location


def run(options: Namespace) -> int:
    """0; raises ArchiveError where an archive is there already or the backup does not hold."""
    proof = restore(Path(options.file), options.archive)
    place = location(options.archive)
    if proof.problems:
        raise ArchiveError(f"{place}: restored and does not hold: {proof.problems[0]}")
    put_lines([f"{place}: {proof.documents:,} documents, head {proof.head}"])
    return 0
