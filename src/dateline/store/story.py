"""
One incident or document told in order of time: reports, who says what, how claims stand together.

Puts together what rows and links say; whether two claims agree was decided in `link`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import Connection, bindparam, text

from dateline.core.errors import UsageError
from dateline.core.event import Copies, Corrected, Event, Link, Origin, Overlap
from dateline.store.appearance import first_of, order
from dateline.store.links import event_of, events_with, links_of, origins_of
from dateline.store.read import find, versions


class Report(Struct, frozen=True, kw_only=True):
    """A document of the story; `first` where its time tells that it appeared before the others."""

    id: str
    published: str | None
    name: str
    title: str | None
    lead: str
    """The first words, for reports without a title."""
    outlet: str | None
    lang: str
    address: str | None
    version: int
    first: bool = False


class Said(Struct, frozen=True, kw_only=True):
    """One claim of the story. `place` is a name; days are ISO."""

    id: str
    document: str
    published: str | None
    speaker: str | None
    role: str | None
    side: str | None
    status: str
    attribution: str
    certainty: str
    said: str | None
    happened: str | None
    earliest: str | None
    latest: str | None
    place: str | None
    answers: str | None
    words: str


class Story(Struct, frozen=True, kw_only=True):
    """
    N `reports` from K `origins`; claims in the order in which things are said to have happened.

    `event` is None for the story of one document; `events` are then those that it reports.
    """

    id: str
    event: Event | None
    events: tuple[Event, ...]
    reports: tuple[Report, ...]
    origins: tuple[Origin, ...]
    claims: tuple[Said, ...]
    links: tuple[Link | Corrected, ...]
    versions: tuple[str, ...] = ()


def story(connection: Connection, named: str) -> Story:
    """
    The story of an event, a claim (its event's, else its document's), a document or an address.

    Raises:
        UsageError: nothing in the archive is called so.
    """
    if event := event_of(connection, named):
        return _of_event(connection, event)
    if document := _document_of_claim(connection, named):
        mine = [
            event
            for event in events_with(connection, document)
            if any(ref.claim == named for ref in event.claims)
        ]
        return _of_event(connection, mine[0]) if mine else _of_document(connection, document)
    if named.startswith("event-"):
        raise UsageError(f"no incident is called {named!r}: `dateline incidents` lists them")
    return _of_document(connection, find(connection, named))


def _document_of_claim(connection: Connection, named: str) -> str | None:
    sql = "SELECT d.key FROM claim c JOIN document d ON d.seq = c.document WHERE c.id = :id"
    found: str | None = connection.execute(text(sql), {"id": named}).scalar()
    return found


def _of_event(connection: Connection, event: Event) -> Story:
    keys = event.documents
    links = tuple(link for link in links_of(connection, keys) if _inside(link, event))
    return Story(
        id=event.id,
        event=event,
        events=(),
        reports=_reports(connection, keys),
        origins=origins_of(connection, event.id),
        claims=_claims(connection, keys, {ref.claim for ref in event.claims}),
        links=links,
    )


def _of_document(connection: Connection, key: str) -> Story:
    links = links_of(connection, [key])
    read = versions(connection, key)
    copies = [link for link in links if isinstance(link, Copies) and link.label == Overlap.COPY]
    keys = sorted({key, *read, *(end for copy in copies for end in (copy.a, copy.b))})
    return Story(
        id=key,
        event=None,
        events=events_with(connection, key),
        reports=_reports(connection, keys),
        origins=(),
        claims=_claims(connection, [key], None),
        links=links,
        versions=tuple(read),
    )


def _inside(link: Link | Corrected, event: Event) -> bool:
    """Whether both ends of a link belong to the event, by claim where claims are linked."""
    if isinstance(link, Copies):
        return link.a in event.documents and link.b in event.documents
    return {getattr(link, "a", None), getattr(link, "b", None)} <= set(event.claims)


def _reports(connection: Connection, keys: Sequence[str]) -> tuple[Report, ...]:
    sql = text(
        "SELECT key, published, name, title, substr(text, 1, 120) AS lead, outlet, lang, address, "
        "version FROM document "
        "WHERE key IN :keys"
    ).bindparams(bindparam("keys", expanding=True))
    rows = sorted(
        connection.execute(sql, {"keys": list(keys)}),
        key=lambda row: (order(row.published), row.key),
    )
    first = first_of([row.published for row in rows])
    return tuple(
        Report(
            id=row.key,
            published=row.published,
            name=row.name,
            title=row.title,
            lead=" ".join(row.lead.split()),
            outlet=row.outlet,
            lang=row.lang,
            address=row.address,
            version=row.version,
            first=n == first,
        )
        for n, row in enumerate(rows)
    )


def _claims(
    connection: Connection, keys: Sequence[str], wanted: set[str] | None
) -> tuple[Said, ...]:
    """The claims of these documents, all or those with the ids that are wanted."""
    sql = text(
        "SELECT c.*, d.key, d.published, p.name AS place_name FROM document d "
        "JOIN claim c ON c.document = d.seq "
        "LEFT JOIN place p ON p.document = c.document AND p.n = c.place "
        "WHERE d.key IN :keys "
        "ORDER BY COALESCE(c.earliest, d.day) IS NULL, COALESCE(c.earliest, d.day), "
        "d.published, d.seq, c.n"
    ).bindparams(bindparam("keys", expanding=True))
    return tuple(
        Said(
            id=row.id,
            document=row.key,
            published=row.published,
            speaker=row.speaker,
            role=row.role,
            side=row.side,
            status=row.status,
            attribution=row.attribution,
            certainty=row.certainty,
            said=row.said,
            happened=row.happened,
            earliest=row.earliest,
            latest=row.latest,
            place=row.place_name,
            answers=row.answers,
            words=row.words,
        )
        for row in connection.execute(sql, {"keys": list(keys)})
        if wanted is None or row.id in wanted
    )
