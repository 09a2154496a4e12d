"""What the archive holds as lists: incidents, speakers, and how contested terms spread."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.json import decode
from sqlalchemy import Connection, bindparam, text

from dateline.core.event import Event
from dateline.store.appearance import order
from dateline.store.links import origin_counts
from dateline.store.search import Filter, conditions, place_ids, speaker_patterns


class Incident(Struct, frozen=True, kw_only=True):
    """An event with what a list shows of it: N `reports` from K `origins`."""

    event: Event
    reports: int
    origins: int


class SpeakerRow(Struct, frozen=True, kw_only=True):
    """A speaker under the spelling used most. `statuses` counts claims by how they are put."""

    name: str
    roles: tuple[str, ...]
    sides: tuple[str, ...]
    claims: int
    documents: int
    statuses: dict[str, int]
    first: str | None
    last: str | None


class FrameUse(Struct, frozen=True, kw_only=True):
    """The first use of a frame by one voice; `uses` counts all of that voice."""

    frame: str
    voice: str
    """A speaker, or the outlet in its own voice."""
    own_voice: bool
    side: str | None
    day: str | None
    document: str
    lang: str
    words: str
    uses: int


class FrameRow(Struct, frozen=True, kw_only=True):
    """A frame, how often it was used, and its first use by each voice in order of time."""

    frame: str
    uses: int
    documents: int
    spread: tuple[FrameUse, ...]


def incidents(connection: Connection, asked: Filter, *, limit: int = 20) -> tuple[Incident, ...]:
    """The newest events that fit place and time."""
    where, given = ["1 = 1"], dict[str, Any]()
    if asked.since:
        where.append("COALESCE(latest, '0000') >= :since")
        given["since"] = asked.since
    if asked.until:
        where.append("COALESCE(earliest, '9999') <= :until")
        given["until"] = asked.until
    if asked.place:
        ids, _ = place_ids(asked.place)
        names = [f"place{n}" for n in range(len(ids))]
        listed = ", ".join(f":{name}" for name in names)
        where.append(
            "EXISTS (SELECT 1 FROM event_claim e JOIN claim c ON c.id = e.claim "
            "JOIN document d ON d.seq = c.document AND d.key = e.document "
            "JOIN area a ON a.document = d.seq AND a.n = c.place "
            f"WHERE e.event = event.id AND a.area IN ({listed}))"
        )
        given |= dict(zip(names, ids, strict=True))
    sql = (
        f"SELECT body FROM event WHERE {' AND '.join(where)} "
        "ORDER BY earliest DESC NULLS LAST, id LIMIT :limit"
    )
    found = connection.execute(text(sql), {**given, "limit": limit}).scalars().all()
    events = [decode(body, type=Event) for body in found]
    origins = origin_counts(connection, [event.id for event in events])
    return tuple(
        Incident(event=event, reports=len(event.documents), origins=origins.get(event.id, 0))
        for event in events
    )


def speakers(
    connection: Connection, name: str | None, asked: Filter, *, limit: int = 20
) -> tuple[SpeakerRow, ...]:
    """Those who spoke in the documents that fit, with most claims first."""
    where, given, _ = conditions(connection, asked)
    for n, pattern in enumerate(speaker_patterns(name or "")):
        where += f" AND c.speaker_key LIKE :name{n}"
        given[f"name{n}"] = pattern
    joined = f"FROM claim c JOIN document d ON d.seq = c.document WHERE {where}"
    sql = (
        "SELECT c.speaker_key AS key, count(*) AS n, count(DISTINCT c.document) AS documents, "
        f"min(d.day) AS first, max(d.day) AS last {joined} AND c.speaker_key IS NOT NULL "
        "GROUP BY c.speaker_key ORDER BY n DESC, c.speaker_key LIMIT :limit"
    )
    rows = connection.execute(text(sql), {**given, "limit": limit}).all()
    if not rows:
        return ()
    detail = text(
        "SELECT c.speaker_key AS key, c.speaker, c.role, c.side, c.status, count(*) AS n "
        f"{joined} AND c.speaker_key IN :keys GROUP BY 1, 2, 3, 4, 5 ORDER BY n DESC, 2, 3, 4, 5"
    ).bindparams(bindparam("keys", expanding=True))
    by_key: dict[str, list[Any]] = {}
    for row in connection.execute(detail, {**given, "keys": [row.key for row in rows]}):
        by_key.setdefault(row.key, []).append(row)
    return tuple(_speaker(row, by_key[row.key]) for row in rows)


def _speaker(row: Any, detail: list[Any]) -> SpeakerRow:
    statuses: dict[str, int] = {}
    for each in detail:
        statuses[each.status] = statuses.get(each.status, 0) + each.n
    sides = dict.fromkeys(each.side for each in detail if each.side not in (None, "unknown"))
    return SpeakerRow(
        name=detail[0].speaker,
        roles=tuple(dict.fromkeys(each.role for each in detail if each.role)),
        sides=tuple(sides),
        claims=row.n,
        documents=row.documents,
        statuses=statuses,
        first=row.first,
        last=row.last,
    )


def frames(
    connection: Connection, frame: str | None, asked: Filter, *, limit: int = 20
) -> tuple[FrameRow, ...]:
    """Contested terms of the documents that fit, those used most first."""
    where, given, _ = conditions(connection, asked)
    if frame:
        where += " AND f.frame = :frame"
        given["frame"] = frame
    sql = (
        "SELECT f.frame, f.speaker, f.side, f.words, f.n, d.day, d.published, d.key, d.lang, "
        "COALESCE(d.outlet, d.name) AS outlet FROM frame f JOIN document d ON d.seq = f.document "
        f"WHERE {where}"
    )
    found: dict[str, list[Any]] = {}
    in_time = sorted(
        connection.execute(text(sql), given),
        key=lambda row: (order(row.published), row.key, row.n),
    )
    for row in in_time:
        found.setdefault(row.frame, []).append(row)
    made = [_frame(name, rows, limit) for name, rows in found.items()]
    return tuple(sorted(made, key=lambda row: (-row.uses, row.frame))[:limit])


def _frame(name: str, rows: list[Any], limit: int) -> FrameRow:
    first: dict[tuple[str, bool], Any] = {}
    uses: dict[tuple[str, bool], int] = {}
    for row in rows:
        voice = (row.speaker or row.outlet, row.speaker is None)
        first.setdefault(voice, row)
        uses[voice] = uses.get(voice, 0) + 1
    spread = tuple(
        FrameUse(
            frame=name,
            voice=voice,
            own_voice=own,
            side=row.side,
            day=row.day,
            document=row.key,
            lang=row.lang,
            words=row.words,
            uses=uses[(voice, own)],
        )
        for (voice, own), row in first.items()
    )
    return FrameRow(
        frame=name, uses=len(rows), documents=len({row.key for row in rows}), spread=spread[:limit]
    )
