"""`dateline incidents`: what happened, as the archive tells it: N reports from K origins."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from dateline.cli.archived import FOUND, NOTHING, filters, look, put_json, put_lines
from dateline.cli.terminal import complain
from dateline.present.columns import columns
from dateline.run.linking import link
from dateline.store.links import unlinked
from dateline.store.open import open_archive
from dateline.store.overview import Incident, incidents


def run(options: Namespace) -> int:
    """0 where an incident was found, 1 where none was."""
    asked = filters(options)
    with open_archive(options.archive) as archive:
        if options.relink:
            link(archive)
        with archive.reading() as connection:
            found = incidents(connection, asked, limit=options.limit)
            waiting = unlinked(connection)
    if options.format == "json":
        put_json({"incidents": found, "unlinked": waiting})
    else:
        put_lines(_lines(found))
    if waiting:
        complain(f"{waiting:,} documents are not linked yet: --relink links them")
    elif not found:
        complain("no incident in the archive fits")
    return FOUND if found else NOTHING


def _lines(found: tuple[Incident, ...]) -> Iterator[str]:
    rows = [
        (
            _days(each),
            each.event.place_name or "",
            each.event.kind,
            f"{each.reports} from {each.origins}",
            each.event.id,
            ", ".join(each.event.parties),
        )
        for each in found
    ]
    head = ("day", "place", "kind", "reports", "incident", "parties")
    yield from columns(head, rows, look())


def _days(each: Incident) -> str:
    earliest, latest = each.event.earliest, each.event.latest
    if not earliest:
        return "no date"
    return earliest if earliest == latest else f"{earliest}/{latest}"
