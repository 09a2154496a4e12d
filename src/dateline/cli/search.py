"""`dateline search`: documents and claims of the archive by words, place, time, speaker, status."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from dateline.cli.archived import FOUND, NOTHING, day, filters, look, put_json, put_lines
from dateline.cli.terminal import complain
from dateline.core.errors import UsageError
from dateline.present.columns import columns
from dateline.present.words import STATUS
from dateline.store.open import open_archive
from dateline.store.search import Filter, Hit, Hits, search


def run(options: Namespace) -> int:
    """0 where something was found, 1 where nothing was."""
    asked = filters(options)
    if asked == Filter():
        raise UsageError("search: want words, or one of --place --box --from --to --speaker …")
    with open_archive(options.archive) as archive, archive.reading() as connection:
        found = search(connection, asked, limit=options.limit)
    if options.format == "json":
        put_json(found)
    else:
        put_lines(_lines(found))
        _notes(found, options.limit)
    return FOUND if found.hits else NOTHING


def _lines(found: Hits) -> Iterator[str]:
    rows = [row for hit in found.hits for row in _rows(hit)]
    yield from columns(("published", "document", "outlet", "words"), rows, look())


def _rows(hit: Hit) -> Iterator[tuple[str, str, str, str]]:
    yield day(hit.published), hit.id, hit.outlet or hit.name, hit.snippet
    for claim in hit.claims:
        who = claim.speaker or "the report itself"
        yield "", "", "", f"— {who}, {STATUS.get(claim.status, claim.status)}: {claim.words}"


def _notes(found: Hits, limit: int) -> None:
    if found.places:
        complain(f"place taken for {', '.join(found.places)}")
    if not found.hits:
        complain("nothing in the archive fits")
    if found.capped:
        complain("the words stand in very many documents: shown are the newest of those added last")
    elif found.more:
        complain(f"shown are the newest {limit}; --limit N shows more")
