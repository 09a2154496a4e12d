"""`dateline versions`: what changed at an address that was read again, and whether it is told."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from dateline.cli.archived import put_json, put_lines
from dateline.cli.terminal import complain
from dateline.core.event import Corrected
from dateline.link.versions import is_silent
from dateline.run.changed import histories, history
from dateline.store.open import open_archive
from dateline.store.read import find

NOTHING_SILENT, SILENT = 0, 1


def run(options: Namespace) -> int:
    """0 where nothing was changed silently, 1 where something was."""
    with open_archive(options.archive) as archive, archive.reading() as connection:
        if options.id:
            found = [(options.id, history(connection, find(connection, options.id)))]
        else:
            found = list(histories(connection))
    if options.format == "json":
        put_json(
            [
                {"address": name, "changes": changes, "silent": [is_silent(c) for c in changes]}
                for name, changes in found
            ]
        )
    else:
        put_lines(line for name, changes in found for line in _lines(name, changes))
        if not any(changes for _, changes in found):
            complain("no address was read with other words than before")
    return SILENT if any(is_silent(c) for _, changes in found for c in changes) else NOTHING_SILENT


def _lines(name: str, changes: tuple[Corrected, ...]) -> Iterator[str]:
    for change in changes:
        how = "silent-correction" if is_silent(change) else "told" if change.told else "changed"
        yield f"{name}: {how}: {change.older} → {change.newer}"
        for what, old, new in change.changes:
            yield f"  {what}: “{old}” → “{new}”"
