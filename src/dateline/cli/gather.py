"""From the paths on the command line to outcomes, each failure told on standard error."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from dateline.cli.terminal import complain, progress
from dateline.core.errors import UsageError
from dateline.core.failure import Failure
from dateline.core.record import Record
from dateline.run.inputs import SUFFIXES, find_files
from dateline.run.many import read_many

_NAMED = 5


def gather(options: Namespace, *, quiet: bool) -> Iterator[tuple[str, Record | Failure]]:
    """
    The name and outcome of each file that the paths stand for, in order.

    Raises:
        UsageError: there is nothing to read, or an option cannot be used.
    """
    found = find_files(options.paths)
    files = found.files
    if found.skipped:
        complain(_skipped(found.skipped))
    if not files:
        kinds = " ".join(SUFFIXES)
        raise UsageError(f"{' '.join(options.paths)}: nothing to read here: want files of {kinds}")
    outcomes = read_many(files, published=options.published, lang=options.lang, jobs=options.jobs)
    watched = progress(outcomes, total=len(files), quiet=quiet)
    for name, outcome in zip(files, watched, strict=True):
        if isinstance(outcome, Failure):
            complain(str(outcome))
        yield name, outcome


def _skipped(names: tuple[str, ...]) -> str:
    """What a folder held that no suffix calls a report: counted, and named as far as fits."""
    shown = ", ".join(names[:_NAMED])
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f"{len(names):,} not read, by suffix no report ({' '.join(SUFFIXES)}): {shown}{more}"
