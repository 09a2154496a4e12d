"""`dateline follow`: ask feeds again and again, and keep what is new in the archive."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from dateline.cli.archived import put_json, put_lines
from dateline.cli.terminal import complain
from dateline.core.errors import UsageError
from dateline.ingest.addresses import is_address
from dateline.ingest.fetch import Limits
from dateline.ingest.files import read_bytes
from dateline.ingest.opml import feeds_in
from dateline.run.add import Options
from dateline.run.follow import Follower, Manner, Polled
from dateline.run.following import Standings
from dateline.store.open import location, open_archive
from dateline.world.packs import home

ALL_READ, SOME_NOT = 0, 2


def run(options: Namespace) -> int:
    """0 where every feed and all in it was read, else 2; without --once it never ends by itself."""
    feeds = [feed for given in options.feeds for feed in _feeds(given)]
    manner = Manner(
        every=options.every * 60.0,
        pages=options.pages,
        options=Options(lang=options.lang),
        limits=Limits(permitted=frozenset(options.permit or ())),
    )
    where = location(options.archive)
    code = ALL_READ
    with open_archive(options.archive, create=True) as archive:
        follower = Follower(archive, Standings(home() / "follow", archive=where), manner)
        polls = follower.once(feeds) if options.once else follower.forever(feeds)
        for polled in polls:
            if polled.why or polled.tally.refused:
                code = SOME_NOT
            _tell(polled, as_json=options.format == "json")
            sys.stdout.flush()
    return code


def _feeds(given: str) -> tuple[str, ...]:
    """The address itself, or those in a file that lists feeds."""
    if is_address(given):
        return (given,)
    if not Path(given).is_file():
        raise UsageError(
            f"{given[:80]}: want the address of a feed (https://example.org/rss) or a list (OPML)"
        )
    return feeds_in(read_bytes(given))


def _tell(polled: Polled, *, as_json: bool) -> None:
    for failure in polled.tally.refused:
        complain(str(failure))
    if as_json:
        put_json(
            {
                "feed": polled.url,
                "unchanged": polled.unchanged,
                "came_in": polled.tally.came_in,
                **dict(polled.tally.counts),
                "skipped": dict(polled.tally.skipped),
                "refused": [{"path": f.path, "why": f.why} for f in polled.tally.refused],
                "why": polled.why,
                "next": _clock(polled.due),
            }
        )
    else:
        put_lines(_lines(polled))


def _lines(polled: Polled) -> Iterator[str]:
    counts = polled.tally.counts
    if polled.why:
        told = "not read"
    elif polled.unchanged:
        told = "unchanged"
    else:
        told = f"{counts['added']} new, {counts['version']} changed, {counts['known']} known"
    yield f"{polled.url}: {told}; next at {_clock(polled.due)}"


def _clock(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
