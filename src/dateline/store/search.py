"""
Which documents hold some words, a place, a time, a speaker, a status; newest first.

Speaks SQL; which place a name means is asked of the gazetteer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, text

from dateline.core.errors import UsageError
from dateline.store.dialect import in_box, is_sqlite, matching
from dateline.store.query import Part, beginning, parts_of, snippet
from dateline.store.rows import speaker_key
from dateline.world.fold import fold
from dateline.world.gazetteer import gazetteer

_MOST = 5_000
"""Matches of words alone that are put in order: of more, those that were added last."""
_CLAIMS = 3


class Filter(Struct, frozen=True, kw_only=True):
    """
    What is asked for; None or empty asks nothing. Days are ISO, both ends included.

    A claim is in the time where it is said to have happened then or, undated, was published then.
    """

    words: str | None = None
    place: str | None = None
    """A name, or an id of the gazetteer (`UA-59`)."""
    box: tuple[float, float, float, float] | None = None
    """West, south, east, north, degrees."""
    since: str | None = None
    until: str | None = None
    speaker: str | None = None
    status: str | None = None
    lang: str | None = None
    side: str | None = None
    """The side that a claim's speaker belongs to."""
    finding: str | None = None
    """The code of a finding that the document has."""
    outlet: str | None = None

    @property
    def asks_claims(self) -> bool:
        """Whether single claims are asked for, not documents alone."""
        return bool(self.speaker or self.status or self.side)


class ClaimHit(Struct, frozen=True, kw_only=True):
    id: str
    speaker: str | None
    role: str | None
    status: str
    happened: str | None
    words: str


class Hit(Struct, frozen=True, kw_only=True):
    """A document that fits; `claims` are those that fit too, at most three."""

    id: str
    published: str | None
    name: str
    title: str | None
    outlet: str | None
    lang: str
    address: str | None
    version: int
    snippet: str
    claims: tuple[ClaimHit, ...]


class Hits(Struct, frozen=True, kw_only=True):
    """`more` says that others fit; `capped` that more fit the words than were put in order."""

    hits: tuple[Hit, ...]
    more: bool = False
    capped: bool = False
    places: tuple[str, ...] = ()
    """What the place was taken for."""


def search(connection: Connection, asked: Filter, *, limit: int = 20) -> Hits:
    """The newest documents that fit; by publication day, those added last first within one."""
    parts = parts_of(asked.words) if asked.words else ()
    where, given, places = conditions(connection, asked, parts)
    columns = "d.seq, d.key, d.published, d.name, d.title, d.outlet, d.lang, d.address, d.version"
    sql = (
        f"SELECT {columns}, d.text FROM document d WHERE {where} "
        "ORDER BY d.day DESC NULLS LAST, d.seq DESC LIMIT :limit"
    )
    rows = connection.execute(text(sql), {**given, "limit": limit + 1}).all()
    claims = _claims(connection, asked, [row.seq for row in rows[:limit]])
    hits = tuple(
        Hit(
            id=row.key,
            published=row.published,
            name=row.name,
            title=row.title,
            outlet=row.outlet,
            lang=row.lang,
            address=row.address,
            version=row.version,
            snippet=snippet(row.text, parts),
            claims=tuple(claims.get(row.seq, ())),
        )
        for row in rows[:limit]
    )
    capped = bool(parts) and _only_words(asked) and _count(connection, parts) > _MOST
    return Hits(hits=hits, more=len(rows) > limit, capped=capped, places=places)


def conditions(
    connection: Connection, asked: Filter, parts: Sequence[Part] = ()
) -> tuple[str, dict[str, Any], tuple[str, ...]]:
    """The SQL condition on `document d`, its parameters, and what the place was taken for."""
    where, given = ["1 = 1"], dict[str, Any]()
    places: tuple[str, ...] = ()
    if not parts and asked.words:
        parts = parts_of(asked.words)
    if parts:
        sql, words = matching(connection, parts)
        where.append(f"d.seq IN ({_newest(connection, sql) if _only_words(asked) else sql})")
        given |= words
    if asked.place:
        ids, places = place_ids(asked.place)
        names = [f"place{n}" for n in range(len(ids))]
        listed = ", ".join(f":{name}" for name in names)
        where.append(f"d.seq IN (SELECT document FROM area WHERE area IN ({listed}))")
        given |= dict(zip(names, ids, strict=True))
    if asked.box:
        where.append(f"d.seq IN ({in_box(connection)})")
        given |= dict(zip(("west", "south", "east", "north"), asked.box, strict=True))
    own, facts = _of_document(asked)
    where += own
    given |= facts
    claim, more = claim_conditions(asked)
    if asked.asks_claims:
        where.append(
            "d.seq IN (SELECT c.document FROM claim c JOIN document x ON x.seq = c.document "
            f"WHERE {claim})"
        )
    elif claim:
        dated = "SELECT document FROM claim WHERE latest >= :since AND earliest <= :until"
        where.append(f"((d.day >= :since AND d.day <= :until) OR d.seq IN ({dated}))")
    given |= more
    return " AND ".join(where), given, places


def _of_document(asked: Filter) -> tuple[list[str], dict[str, str]]:
    """Conditions on what a document itself is, and their parameters."""
    each = {
        "lang": (asked.lang, "d.lang = :lang"),
        "outlet": (asked.outlet, "d.outlet = :outlet"),
        "finding": (
            asked.finding,
            "d.seq IN (SELECT document FROM finding WHERE code = :finding)",
        ),
    }
    wanted = {name: (value, sql) for name, (value, sql) in each.items() if value}
    return [sql for _, sql in wanted.values()], {name: str(v) for name, (v, _) in wanted.items()}


def claim_conditions(asked: Filter) -> tuple[str, dict[str, Any]]:
    """The SQL condition on `claim c` in `document x`, and its parameters; empty for none."""
    where, given = list[str](), dict[str, Any]()
    if asked.speaker:
        patterns = speaker_patterns(asked.speaker)
        like = " AND ".join(f"k LIKE :speaker{n}" for n in range(len(patterns))) or "1 = 1"
        where.append(f"c.speaker_key IN ({_EVERY_SPEAKER} WHERE {like})")
        given |= {f"speaker{n}": pattern for n, pattern in enumerate(patterns)}
    if asked.status:
        where.append("c.status = :status")
        given["status"] = asked.status
    if asked.side:
        where.append("c.side = :side")
        given["side"] = asked.side
    if asked.since or asked.until:
        where.append("COALESCE(c.latest, x.day) >= :since")
        where.append("COALESCE(c.earliest, x.day) <= :until")
        given |= {"since": asked.since or "0000", "until": asked.until or "9999"}
    return " AND ".join(where), given


_EVERY_SPEAKER = (
    "WITH RECURSIVE every(k) AS (SELECT min(speaker_key) FROM claim UNION ALL "
    "SELECT (SELECT min(speaker_key) FROM claim WHERE speaker_key > k) FROM every "
    "WHERE k IS NOT NULL) SELECT k FROM every"
)
"""Each key once, by steps through the index: far fewer than claims."""


def speaker_patterns(name: str) -> list[str]:
    """What the key of a speaker so called is LIKE: each word, in any form and alphabet."""
    stems = (beginning(word)[-1].rstrip("*") for word in fold(name).split())
    return [f"%{speaker_key(stem)}%" for stem in stems]


def place_ids(name: str) -> tuple[list[str], tuple[str, ...]]:
    """
    The ids that a place's name or id stands for, and what it was taken for, in words.

    The best known place has it, with others of the same name in the same division (a city and
    the district around it).

    Raises:
        UsageError: no pack knows it.
    """
    known = gazetteer()
    if found := known.place(name):
        return [found.id], (f"{found.name} ({found.kind.value}, {found.id})",)
    places = known.look(name)
    if not places:
        raise UsageError(f"--place: no place is called {name!r} in the gazetteer")
    near = [place for place in places if place.iso == places[0].iso]
    return (
        [place.id for place in near],
        tuple(f"{place.name} ({place.kind.value}, {place.id})" for place in near),
    )


def _claims(
    connection: Connection, asked: Filter, documents: Sequence[int]
) -> dict[int, list[ClaimHit]]:
    condition, given = claim_conditions(asked)
    if not condition or not documents:
        return {}
    listed = ", ".join(str(int(seq)) for seq in documents)
    sql = (
        "SELECT c.* FROM claim c JOIN document x ON x.seq = c.document "
        f"WHERE c.document IN ({listed}) AND {condition} ORDER BY c.document, c.n"
    )
    out: dict[int, list[ClaimHit]] = {}
    for row in connection.execute(text(sql), given):
        mine = out.setdefault(row.document, [])
        if len(mine) < _CLAIMS:
            mine.append(
                ClaimHit(
                    id=row.id, speaker=row.speaker, role=row.role, status=row.status,
                    happened=row.happened, words=row.words,
                )
            )  # fmt: skip
    return out


def _only_words(asked: Filter) -> bool:
    return asked == Filter(words=asked.words)


def _newest(connection: Connection, sql: str) -> str:
    """Words that stand everywhere match everything: those added last are enough to sort."""
    if is_sqlite(connection):
        return f"{sql} ORDER BY rowid DESC LIMIT {_MOST}"
    return (
        f"WITH found AS MATERIALIZED ({sql}) "
        f"SELECT document FROM found ORDER BY document DESC LIMIT {_MOST}"
    )


def _count(connection: Connection, parts: Sequence[Part]) -> int:
    """How many match the words, counted up to one more than are put in order."""
    sql, given = matching(connection, parts)
    counted = f"SELECT count(*) FROM ({sql} LIMIT {_MOST + 1}) found"
    return int(connection.execute(text(counted), given).scalar() or 0)
