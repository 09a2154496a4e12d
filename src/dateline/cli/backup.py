"""`dateline backup`: the whole archive in one file, proven."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from dateline.cli.archived import put_lines
from dateline.store.backup import backup
from dateline.store.open import open_archive


def run(options: Namespace) -> int:
    """0; raises ArchiveError where the file is there already or the copy does not hold."""
    with open_archive(options.archive) as archive:
        proof = backup(archive, Path(options.file))
    put_lines([f"{options.file}: {proof.documents:,} documents, head {proof.head}"])
    return 0
