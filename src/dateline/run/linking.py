"""
Link what the archive holds: copies, incidents, how their claims stand together, and origins.

`link` draws all of it anew from the gists and records in the store; `link_new` compares only what
came since with what is there, and leaves the same. Two runs give the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec.msgpack import decode
from sqlalchemy import Connection

from dateline.core.event import Copies, Event, Link, Origin
from dateline.core.record import Record
from dateline.link.copies import copies
from dateline.link.gist import Gist, Told
from dateline.link.incidents import MADE_BY, incidents, joined
from dateline.link.origins import Witness, origins
from dateline.link.printed import Printed, printed_record
from dateline.link.prints import fingerprints
from dateline.link.relations import relations
from dateline.run.pairing import Pair, pairs
from dateline.store.links import Linked, amend, changed, copies_among, every_event, put
from dateline.store.open import Archive
from dateline.store.prints import forget_prints, holders, keys_of, put_prints, sizes, texts
from dateline.store.read import gists, some
from dateline.world.fold import fold

_MOST = 120
"""Claims of one incident that are compared with one another, the first in order of id."""
_NO_SLIP = frozenset("HS")
"""Families of findings about the page and its sources: every report of an outlet has them."""
_RARE = 12
"""Letters of the words that a slip must have for two reports to share it by no chance."""


def link(archive: Archive) -> Linked:
    """Link the whole archive and keep what was found; also given back."""
    with archive.reading() as connection:
        every = _gists(connection)
        prints = {seq: fingerprints(text) for seq, text in texts(connection)}
        found = _copies(connection, _all_pairs(prints))
        events = incidents(every.values())
        linked = _linked(connection, events, every, found, found)
    with archive.session(), archive.writing() as connection:
        forget_prints(connection)
        put_prints(connection, prints)
        put(connection, linked)
    return linked


def link_new(archive: Archive) -> Linked:
    """
    Link what came since the last linking; what was found for it is given back.

    The archive then holds what `link` would have left there. Links that an older dateline made are
    drawn anew, all of them.
    """
    with archive.reading() as connection:
        new = changed(connection)
        before = every_event(connection)
    if not new:
        return Linked()
    if not before or any(event.made_by != MADE_BY for event in before):
        return link(archive)
    with archive.session(), archive.writing() as connection:
        prints = {seq: fingerprints(text) for seq, text in texts(connection, new)}
        put_prints(connection, prints)
        numbers = sorted({number for mine in prints.values() for number in mine})
        found = _copies(connection, _new_pairs(connection, numbers, frozenset(prints)))
        every = _gists(connection)
        old = {event.id: event for event in before}
        events = [
            event
            for event in joined(every.values(), before, frozenset(new))
            if old.get(event.id) != event or not set(new).isdisjoint(event.documents)
        ]
        standing = copies_among(connection, sorted({k for e in events for k in e.documents}))
        kept = [copy for copy in standing if copy.a not in new and copy.b not in new]
        linked = _linked(connection, events, every, found, (*kept, *found))
        amend(connection, new, linked)
    return linked


def _gists(connection: Connection) -> dict[str, Gist]:
    return {one.document: one for one in (decode(body, type=Gist) for body in gists(connection))}


def _linked(
    connection: Connection,
    events: Sequence[Event],
    every: dict[str, Gist],
    found: Sequence[Copies],
    known: Sequence[Copies],
) -> Linked:
    """`found` are the copies to keep, `known` all that tie the reports of these events."""
    keys = sorted({key for event in events for key in event.documents})
    witnesses = {each.key: _witness(each.record) for each in some(connection, keys)}
    return Linked(
        events=tuple(events),
        links=(*found, *_relations(events, every)),
        origins=tuple(_origins(events, witnesses, known)),
    )


def _all_pairs(prints: dict[int, tuple[int, ...]]) -> tuple[Pair, ...]:
    held: dict[int, list[int]] = defaultdict(list)
    for seq, numbers in prints.items():
        for number in numbers:
            held[number].append(seq)
    return pairs(held.values(), {seq: len(numbers) for seq, numbers in prints.items()})


def _new_pairs(
    connection: Connection, numbers: Sequence[int], new: frozenset[int]
) -> tuple[Pair, ...]:
    held = holders(connection, numbers)
    among = sorted({seq for documents in held.values() for seq in documents})
    return pairs(held.values(), sizes(connection, among), new)


def _copies(connection: Connection, found: Sequence[Pair]) -> tuple[Copies, ...]:
    """What each pair has in common, compared word by word."""
    keys = keys_of(connection, sorted({seq for pair in found for seq in pair}))
    reports: dict[str, Printed] = {
        each.key: printed_record(each.record) for each in some(connection, sorted(keys.values()))
    }
    made = (copies(reports[keys[a]], reports[keys[b]]) for a, b in found)
    return tuple(copy for copy in made if copy is not None)


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
        errors=tuple(sorted(_slips(record))),
    )


def _slips(record: Record) -> Iterator[str]:
    """Findings about the report's own words, with those words: two print them by no chance."""
    for finding in record.findings:
        words = " ".join(record.document.text[start:end] for start, end in finding.evidence)
        own = finding.severity != "note" and finding.code[0] not in _NO_SLIP
        if own and len(words) >= _RARE:
            yield f"{finding.code} {fold(words)}"
