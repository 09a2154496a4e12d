"""
Link what the archive holds: copies, incidents, how their claims stand together, and origins.

All of it is drawn anew from the gists and records in the store; two runs give the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec.msgpack import decode

from dateline.core.event import Copies, Event, Link, Origin
from dateline.core.record import Record
from dateline.link.copies import copies
from dateline.link.gist import Gist, Told
from dateline.link.incidents import incidents
from dateline.link.origins import Witness, origins
from dateline.link.printed import Printed, printed_record
from dateline.link.prints import fingerprints
from dateline.link.relations import relations
from dateline.store.links import Linked, put
from dateline.store.open import Archive
from dateline.store.read import gists, kept
from dateline.world.fold import fold

_COMMON = 60
"""Documents with one fingerprint from which on it is a phrase of many and no sign of a copy."""
_SHARED = 2
"""Fingerprints that two documents must share before their texts are compared."""
_SHORT = 3
"""A text with no more fingerprints than this is compared where it shares one."""
_MOST = 120
"""Claims of one incident that are compared with one another, the first in order of id."""


def link(archive: Archive) -> Linked:
    """Link the whole archive and keep what was found; also given back."""
    with archive.reading() as connection:
        every = {row.document: row for row in _decoded(gists(connection))}
        reports: dict[str, Printed] = {}
        witnesses: dict[str, Witness] = {}
        for each in kept(connection):
            reports[each.key] = printed_record(each.record)
            witnesses[each.key] = _witness(each.record)
    events = incidents(every.values())
    found = tuple(_copies(reports))
    linked = Linked(
        events=events,
        links=(*found, *_relations(events, every)),
        origins=tuple(_origins(events, witnesses, found)),
    )
    with archive.session(), archive.writing() as connection:
        put(connection, linked)
    return linked


def _decoded(bodies: Iterable[bytes]) -> Iterator[Gist]:
    for body in bodies:
        yield decode(body, type=Gist)


def _copies(reports: dict[str, Printed]) -> Iterator[Copies]:
    """Pairs that share words, found by fingerprints and then compared word by word."""
    prints = {key: fingerprints(report.text) for key, report in sorted(reports.items())}
    holders: dict[int, list[str]] = defaultdict(list)
    for key, numbers in prints.items():
        for number in numbers:
            holders[number].append(key)
    shared: Counter[tuple[str, str]] = Counter()
    for keys in holders.values():
        if 1 < len(keys) <= _COMMON:
            shared.update(combinations(keys, 2))
    for (a, b), number in sorted(shared.items()):
        few = min(len(prints[a]), len(prints[b])) <= _SHORT
        if number >= _SHARED or few:
            found = copies(reports[a], reports[b])
            if found is not None:
                yield found


def _relations(events: Iterable[Event], every: dict[str, Gist]) -> Iterator[Link]:
    told = {one.claim: (one, gist.published) for gist in every.values() for one in gist.told}
    for event in events:
        members: list[tuple[Told, str | None]] = [told[ref] for ref in event.claims[:_MOST]]
        for (a, when_a), (b, when_b) in combinations(members, 2):
            if a.claim.document != b.claim.document:
                yield from relations(a, b, (when_a, when_b))


def _origins(
    events: Iterable[Event], witnesses: dict[str, Witness], found: Iterable[Copies]
) -> Iterator[tuple[str, Origin]]:
    by_end: dict[str, list[Copies]] = defaultdict(list)
    for copy in found:
        by_end[copy.a].append(copy)
    for event in events:
        keys = event.documents
        among = [copy for key in keys for copy in by_end[key] if copy.b in keys]
        for origin in origins((witnesses[key] for key in keys), among):
            yield event.id, origin


def _witness(record: Record) -> Witness:
    """What of a report can tie it to others: whom it has its claims from, and its own slips."""
    named = {fold(claim.speaker.name) for claim in record.claims if claim.speaker}
    chained = {fold(claim.chain[0]) for claim in record.claims if claim.chain}
    return Witness(
        document=record.id,
        published=record.document.published,
        sources=tuple(sorted(named | chained)),
        errors=tuple(
            sorted(
                f"{finding.code} {finding.message}"
                for finding in record.findings
                if finding.severity != "note"
            )
        ),
    )
