"""`dateline versions`: what changed at an address that was read again, and whether it is told."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator

from dateline.cli.archived import put_json, put_lines
from dateline.cli.terminal import complain
from dateline.core.event import Corrected
from dateline.core.finding import Finding
from dateline.link.versions import silent_correction
from dateline.present.cells import safe
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
    silent = [silent_correction(change) for _, changes in found for change in changes]
    if options.format == "json":
        put_json(
            [
                {"address": name, "changes": changes, "findings": _findings(changes)}
                for name, changes in found
            ]
        )
    else:
        put_lines(line for name, changes in found for line in lines(name, changes))
        if not silent:
            complain("no address was read with other words than before")
    return SILENT if any(silent) else NOTHING_SILENT


def _findings(changes: Iterable[Corrected]) -> list[Finding]:
    return [finding for change in changes if (finding := silent_correction(change))]


def lines(name: str, changes: Iterable[Corrected]) -> Iterator[str]:
    """What changed at each reading, and the finding where the page does not say so."""
    for change in changes:
        yield f"{name}: {change.older} → {change.newer}{' (told)' if change.told else ''}"
        for what, old, new in change.changes:
            yield f"  {what}: “{safe(old)}” → “{safe(new)}”"
        if finding := silent_correction(change):
            yield f"  {finding.code} {safe(finding.message)} [{finding.severity}]"
