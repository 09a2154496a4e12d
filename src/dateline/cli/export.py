"""`dateline export`: the archive, or a part of it, in a form that other programs read."""

from __future__ import annotations

import sys
from argparse import Namespace

from dateline.cli.archived import filters
from dateline.cli.terminal import output
from dateline.core.errors import UsageError
from dateline.run.export import write
from dateline.store.open import open_archive


def run(options: Namespace) -> int:
    """0; raises UsageError where the format cannot go to a terminal or lacks its package."""
    asked = filters(options)
    if options.format == "parquet" and options.out in (None, "-") and sys.stdout.isatty():
        raise UsageError("--format parquet is no text: want --out FILE")
    with (
        open_archive(options.archive) as archive,
        archive.reading() as connection,
        output(options.out) as out,
    ):
        write(connection, asked, options.format, out)
    return 0
