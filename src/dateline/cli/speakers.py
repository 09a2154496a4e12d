"""`dateline speakers`: who is said to have said something, and how their claims are put."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from msgspec.structs import replace

from dateline.cli.archived import FOUND, NOTHING, filters, look, put_json, put_lines
from dateline.cli.terminal import complain
from dateline.present.columns import columns
from dateline.present.words import SIDE, STATUS
from dateline.store.open import open_archive
from dateline.store.overview import SpeakerRow, speakers
from dateline.store.search import Hits, search


def run(options: Namespace) -> int:
    """0 where somebody was found, 1 where nobody was."""
    asked = filters(options)
    with open_archive(options.archive) as archive, archive.reading() as connection:
        found = speakers(connection, options.name, asked, limit=options.limit)
        said = Hits(hits=())
        if options.name and found:
            said = search(connection, replace(asked, speaker=options.name), limit=options.limit)
    if options.format == "json":
        put_json({"speakers": found, "documents": said.hits})
    else:
        put_lines(_lines(found))
        put_lines(_said(said))
        if not found:
            complain("nobody in the archive fits")
    return FOUND if found else NOTHING


def _lines(found: tuple[SpeakerRow, ...]) -> Iterator[str]:
    rows = [
        (
            row.name,
            " / ".join(SIDE.get(side, side) for side in row.sides),
            str(row.claims),
            str(row.documents),
            row.first or "",
            row.last or "",
            ", ".join(
                f"{number} {STATUS.get(status, status)}"
                for status, number in sorted(row.statuses.items(), key=lambda s: (-s[1], s[0]))
            )
            + (f" — {', '.join(row.roles)}" if row.roles else ""),
        )
        for row in found
    ]
    head = ("speaker", "side", "claims", "in", "first", "last", "how they are put — as whom")
    yield from columns(head, rows, look())


def _said(said: Hits) -> Iterator[str]:
    rows = [
        (hit.published or "", hit.id, STATUS.get(claim.status, claim.status), claim.words)
        for hit in said.hits
        for claim in hit.claims
    ]
    if rows:
        yield ""
        yield from columns(("published", "document", "put as", "words"), rows, look())
