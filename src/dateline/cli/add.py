"""`dateline add`: read reports and keep them in the archive; counts that add up."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from pathlib import Path
from typing import BinaryIO

from dateline.cli.archived import put_json, put_lines
from dateline.cli.terminal import complain, progress
from dateline.cli.versions import lines
from dateline.core.errors import UsageError
from dateline.core.failure import Failure
from dateline.run.add import Options, Tally, add
from dateline.run.changed import changed
from dateline.run.linking import link_new
from dateline.run.taking import Incoming, take_lines
from dateline.run.ways import Asked, take
from dateline.store.log import now
from dateline.store.open import Archive, open_archive
from dateline.store.write import Written

ALL_KEPT, SOME_REFUSED = 0, 2
_MOST_LINKED = 2_000
"""New documents up to which they are linked at once."""
_WORDS = {
    "added": "new documents",
    "version": "new versions of an address",
    "reread": "read again by a newer pipeline",
    "known": "known already",
    "withdrawn": "withdrawn before, not taken again",
}


def run(options: Namespace) -> int:
    """0 where everything was kept or known, 2 where something was refused."""
    if bool(options.paths) == bool(options.jsonl):
        raise UsageError("nothing to add: want paths, or --jsonl FILE, and not both")
    tally = Tally.empty()
    newer: list[Written] = []
    asked = Options(published=options.published, lang=options.lang, jobs=options.jobs)
    ways = Asked(
        fetched=now(),
        published=options.published,
        lang=options.lang,
        permitted=frozenset(options.permit or ()),
    )
    with ExitStack() as stack:
        archive = stack.enter_context(open_archive(options.archive, create=True))
        outcomes = add(archive, _incoming(options, ways, stack), asked)
        for outcome in progress(outcomes, total=None):
            tally.count(outcome)
            if isinstance(outcome, Failure):
                complain(str(outcome))
            elif isinstance(outcome, Written) and outcome.older:
                newer.append(outcome)
        _tell(options, archive, tally, newer, ways.counts)
        if not options.no_link:
            _link(archive, tally)
    return SOME_REFUSED if tally.refused else ALL_KEPT


def _link(archive: Archive, tally: Tally) -> None:
    """Link what was added, unless it is so much that somebody should choose the hour."""
    new = sum(tally.counts[what] for what in ("added", "version", "reread"))
    if new > _MOST_LINKED:
        complain(f"{new:,} documents are not linked yet: `dateline incidents --relink`")
    elif new:
        link_new(archive)


def _incoming(options: Namespace, ways: Asked, stack: ExitStack) -> Iterator[Incoming]:
    if not options.jsonl:
        return take(options.paths, ways)
    if options.jsonl == "-":
        file, name = stack.enter_context(nullcontext(sys.stdin.buffer)), "<stdin>"
    else:
        file, name = stack.enter_context(_opened(options.jsonl)), options.jsonl
    return take_lines(
        file, name=name, fetched=ways.fetched, published=options.published, lang=options.lang
    )


def _opened(path: str) -> BinaryIO:
    return Path(path).open("rb")


def _tell(
    options: Namespace,
    archive: Archive,
    tally: Tally,
    newer: list[Written],
    posts: Counter[str],
) -> None:
    changes = [changed(archive, one.older or "", one.key) for one in newer]
    if options.format == "json":
        put_json(
            {
                "came_in": tally.came_in,
                **dict(tally.counts),
                "skipped": dict(tally.skipped),
                "posts": dict(posts),
                "refused": [{"path": each.path, "why": each.why} for each in tally.refused],
                "changes": changes,
            }
        )
        return
    put_lines(_lines(tally))
    put_lines(f"  {number:,} of them {what}" for what, number in sorted(posts.items()))
    for one, change in zip(newer, changes, strict=True):
        put_lines(lines(one.key, [change]))


def _lines(tally: Tally) -> Iterator[str]:
    yield f"{tally.came_in:,} came in"
    for what, words in _WORDS.items():
        if tally.counts[what]:
            yield f"  {tally.counts[what]:,} {words}"
    for why, number in sorted(tally.skipped.items()):
        yield f"  {number:,} skipped: {why}"
    if tally.refused:
        yield f"  {len(tally.refused):,} refused"
