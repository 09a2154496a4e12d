"""
Keep what `link` found: events, and how documents and claims stand together.

All of it is drawn from records and can be drawn again, so each linking replaces the one before;
the log holds one entry with the digest of all. What links mean is the business of `link`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.json import decode, encode
from sqlalchemy import Connection, delete, func, insert, select

from dateline.core.event import (
    Answers,
    ClaimRef,
    Contradicts,
    Copies,
    Corrected,
    Corroborates,
    Event,
    Link,
    Origin,
)
from dateline.core.ids import content_id
from dateline.store.log import Log, digest_of
from dateline.store.schema import (
    DocumentRow,
    EventClaim,
    EventRow,
    LinkRow,
    LogRow,
    RecordRow,
)

_TYPES: dict[str, type[Any]] = {
    kind.__name__.lower(): kind
    for kind in (Copies, Corroborates, Contradicts, Answers, Corrected, Origin)
}


_BETWEEN_CLAIMS = ("corroborates", "contradicts", "answers")


class Linked(Struct, frozen=True, kw_only=True):
    """Everything that one linking of the archive found."""

    events: tuple[Event, ...] = ()
    links: tuple[Link | Corrected, ...] = ()
    origins: tuple[tuple[str, Origin], ...] = ()
    """(id of an event, an origin of its reports)."""


def put(connection: Connection, linked: Linked) -> None:
    """Replace what stood there, inside one `writing` transaction, and log it."""
    for table in (EventClaim, EventRow, LinkRow):
        connection.execute(delete(table))
    events = {event.id: event for event in linked.events}
    links = {_id(link): link for link in linked.links}
    _insert(connection, EventRow, (_event(event) for event in events.values()))
    _insert(connection, EventClaim, _claims(events.values()))
    _insert(connection, LinkRow, (_link(ident, link) for ident, link in links.items()))
    _insert(connection, LinkRow, (_origin(event, origin) for event, origin in linked.origins))
    log_links(connection)


def amend(connection: Connection, documents: Sequence[str], linked: Linked) -> None:
    """
    Put what was found anew for some documents in the place of what stood there, and log it.

    `linked.events` are all events that hold a claim of the documents, or are otherwise new or
    other than they were; `linked.links` the links between claims of those events, and the copies
    of the documents. What stood there of either goes.
    """
    keys = list(documents)
    fresh = [event.id for event in linked.events]
    changed = sorted({*fresh, *_events_of(connection, linked.events, keys)})
    _take_away(connection, changed, keys)
    events = {event.id: event for event in linked.events}
    links = {_id(link): link for link in linked.links}
    _insert(connection, EventRow, (_event(event) for event in events.values()))
    _insert(connection, EventClaim, _claims(events.values()))
    _insert(connection, LinkRow, (_link(ident, link) for ident, link in links.items()))
    _insert(connection, LinkRow, (_origin(event, origin) for event, origin in linked.origins))
    log_links(connection)


def _events_of(
    connection: Connection, events: Iterable[Event], documents: Sequence[str]
) -> set[str]:
    """The events that hold now what these hold, or a claim of the documents."""
    found: set[str] = set()
    claims = sorted({ref.claim for event in events for ref in event.claims})
    for column, values in ((EventClaim.claim, claims), (EventClaim.document, list(documents))):
        for part in _parts(values):
            found.update(
                connection.execute(select(EventClaim.event).where(column.in_(part))).scalars()
            )
    return found


def _take_away(connection: Connection, events: Sequence[str], documents: Sequence[str]) -> None:
    """Events with the links between their claims and their origins, and copies of documents."""
    for part in _parts(events):
        inside = select(EventClaim.claim).where(EventClaim.event.in_(part))
        claims = set(connection.execute(inside).scalars())
        held = select(EventClaim.document).where(EventClaim.event.in_(part))
        rows = connection.execute(
            select(LinkRow.id, LinkRow.kind, LinkRow.body).where(
                LinkRow.kind.in_(_BETWEEN_CLAIMS), LinkRow.a.in_(held)
            )
        )
        gone = [row.id for row in rows if decode(row.body, type=_TYPES[row.kind]).a.claim in claims]
        for ids in _parts(gone):
            connection.execute(delete(LinkRow).where(LinkRow.id.in_(ids)))
        connection.execute(delete(LinkRow).where(LinkRow.a.in_(part), LinkRow.kind == "origin"))
        connection.execute(delete(EventClaim).where(EventClaim.event.in_(part)))
        connection.execute(delete(EventRow).where(EventRow.id.in_(part)))
    for part in _parts(documents):
        either = LinkRow.a.in_(part) | LinkRow.b.in_(part)
        connection.execute(delete(LinkRow).where(LinkRow.kind == "copies", either))


def _parts(values: Sequence[str], size: int = 500) -> Iterable[Sequence[str]]:
    return (values[at : at + size] for at in range(0, len(values), size))


def log_links(connection: Connection) -> None:
    """The entry that says which links there are now."""
    log = Log(connection)
    log.add("link", "links", links_digest(connection))
    log.flush()


def links_digest(connection: Connection) -> str:
    """One digest over every event and link, whatever order they lie in."""
    return digest_of(
        sorted(connection.execute(select(EventRow.body)).scalars()),
        sorted(connection.execute(select(LinkRow.body)).scalars()),
        sorted(
            list(row)
            for row in connection.execute(
                select(EventClaim.event, EventClaim.document, EventClaim.claim)
            )
        ),
    )


def unlinked(connection: Connection) -> int:
    """How many documents and new records came since the archive was last linked."""
    last = select(func.max(LogRow.n)).where(LogRow.act == "link").scalar_subquery()
    since = select(func.count()).where(LogRow.act == "record", LogRow.n > func.coalesce(last, 0))
    return int(connection.execute(since).scalar() or 0)


def changed(connection: Connection) -> tuple[str, ...]:
    """The keys of documents that are new, or have a new record, since the last linking."""
    last = select(func.max(LogRow.n)).where(LogRow.act == "link").scalar_subquery()
    found = (
        select(DocumentRow.key)
        .join(RecordRow, RecordRow.document == DocumentRow.seq)
        .join(LogRow, LogRow.subject == RecordRow.id)
        .where(LogRow.act == "record", LogRow.n > func.coalesce(last, 0))
    )
    return tuple(connection.execute(found.distinct().order_by(DocumentRow.key)).scalars())


def every_event(connection: Connection) -> tuple[Event, ...]:
    """All events as they stand, in order of id."""
    bodies = connection.execute(select(EventRow.body).order_by(EventRow.id)).scalars()
    return tuple(decode(body, type=Event) for body in bodies)


def copies_among(connection: Connection, documents: Sequence[str]) -> tuple[Copies, ...]:
    """The copies that stand between any two of these documents, in order of id."""
    found: dict[str, Copies] = {}
    among = set(documents)
    for part in _parts(sorted(among)):
        rows = connection.execute(
            select(LinkRow.id, LinkRow.body).where(LinkRow.kind == "copies", LinkRow.a.in_(part))
        )
        every = ((row.id, decode(row.body, type=Copies)) for row in rows)
        found |= {ident: copy for ident, copy in every if copy.b in among}
    return tuple(found[ident] for ident in sorted(found))


def forget(connection: Connection, key: str) -> bool:
    """Take away every link and event of a document; whether there was any."""
    mine = select(EventClaim.event).where(EventClaim.document == key)
    events = list(connection.execute(mine.distinct()).scalars())
    links = connection.execute(delete(LinkRow).where((LinkRow.a == key) | (LinkRow.b == key)))
    connection.execute(delete(LinkRow).where(LinkRow.a.in_(events)))
    connection.execute(delete(EventClaim).where(EventClaim.event.in_(events)))
    connection.execute(delete(EventRow).where(EventRow.id.in_(events)))
    return bool(events or links.rowcount)


def origins_of(connection: Connection, event: str) -> tuple[Origin, ...]:
    """The origins of an event's reports, those with most reports first."""
    bodies = connection.execute(
        select(LinkRow.body).where(LinkRow.a == event, LinkRow.kind == "origin")
    ).scalars()
    found = [decode(body, type=Origin) for body in bodies]
    return tuple(sorted(found, key=lambda o: (-len(o.documents), o.documents)))


def origin_counts(connection: Connection, events: Sequence[str]) -> dict[str, int]:
    """How many origins each of these events' reports have; those with none are left out."""
    found = connection.execute(
        select(LinkRow.a, func.count())
        .where(LinkRow.a.in_(list(events)), LinkRow.kind == "origin")
        .group_by(LinkRow.a)
    )
    return {event: int(number) for event, number in found}


def links_of(connection: Connection, documents: Sequence[str]) -> tuple[Link | Corrected, ...]:
    """Every link with one of these documents at either end, in order of id."""
    keys = list(documents)
    found = connection.execute(
        select(LinkRow.kind, LinkRow.body)
        .where(LinkRow.a.in_(keys) | LinkRow.b.in_(keys), LinkRow.kind != "origin")
        .order_by(LinkRow.id)
    )
    return tuple(decode(row.body, type=_TYPES[row.kind]) for row in found)


def event_of(connection: Connection, ident: str) -> Event | None:
    """The event with this id; None where there is none."""
    body = connection.execute(select(EventRow.body).where(EventRow.id == ident)).scalar()
    return decode(body, type=Event) if body else None


def events_with(connection: Connection, key: str) -> tuple[Event, ...]:
    """The events that a document reports, in order of id."""
    ids = select(EventClaim.event).where(EventClaim.document == key)
    bodies = connection.execute(
        select(EventRow.body).where(EventRow.id.in_(ids)).order_by(EventRow.id)
    ).scalars()
    return tuple(decode(body, type=Event) for body in bodies)


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "kind": event.kind,
        "earliest": event.earliest,
        "latest": event.latest,
        "place": event.place,
        "reports": len(event.documents),
        "body": encode(event).decode(),
    }


def _claims(events: Iterable[Event]) -> Iterable[dict[str, Any]]:
    for event in events:
        for claim in sorted(set(event.claims)):
            yield {"event": event.id, "document": claim.document, "claim": claim.claim}


def _link(ident: str, link: Link | Corrected) -> dict[str, Any]:
    a, b = _ends(link)
    kind = type(link).__name__.lower()
    return {"id": ident, "kind": kind, "a": a, "b": b, "body": encode(link).decode()}


def _origin(event: str, origin: Origin) -> dict[str, Any]:
    ident = content_id("link", "Origin", event, origin)
    body = encode(origin).decode()
    return {"id": ident, "kind": "origin", "a": event, "b": origin.documents[0], "body": body}


def _ends(link: Link | Corrected) -> tuple[str, str]:
    if isinstance(link, Corrected):
        return link.older, link.newer
    a, b = link.a, link.b
    return (
        a.document if isinstance(a, ClaimRef) else a,
        b.document if isinstance(b, ClaimRef) else b,
    )


def _id(link: Link | Corrected) -> str:
    return content_id("link", type(link).__name__, link)


def _insert(connection: Connection, table: type[Any], rows: Iterable[dict[str, Any]]) -> None:
    if waiting := list(rows):
        connection.execute(insert(table), waiting)
