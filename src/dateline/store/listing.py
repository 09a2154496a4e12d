"""Reports as lists show them: how many claims and findings each has, what waits for review."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, text

_DECIDED = "('accept', 'reject', 'edit', 'split', 'merge')"
_OPEN = (
    "EXISTS (SELECT 1 FROM claim c WHERE c.document = d.seq AND c.id NOT IN "
    f"(SELECT x.subject FROM decision x WHERE x.document = d.key AND x.act IN {_DECIDED}))"
)
_SHOW = {
    "all": "1 = 1",
    "open": _OPEN,
    "findings": (
        "EXISTS (SELECT 1 FROM finding f WHERE f.document = d.seq "
        "AND f.severity IN ('error', 'warning'))"
    ),
}


class Listed(Struct, frozen=True, kw_only=True):
    """A report in a list; `decided` counts claims that somebody has looked at."""

    key: str
    title: str
    outlet: str | None
    published: str | None
    lang: str
    claims: int
    findings: int
    errors: int
    decided: int

    @property
    def waiting(self) -> int:
        """Claims that nobody has decided on."""
        return max(0, self.claims - self.decided)


def listed(
    connection: Connection, *, show: str = "all", offset: int = 0, limit: int = 50
) -> tuple[Listed, ...]:
    """The newest reports: by publication day, those added last first within one."""
    sql = (
        "SELECT d.seq, d.key, d.title, d.name, d.outlet, d.published, d.lang, "
        "substr(d.text, 1, 160) AS lead FROM document d "
        f"WHERE {_SHOW[show]} "
        "ORDER BY d.day DESC NULLS LAST, d.seq DESC LIMIT :limit OFFSET :offset"
    )
    rows = connection.execute(text(sql), {"limit": limit, "offset": offset}).all()
    return _counted(connection, rows)


def newest(connection: Connection, *, limit: int = 8) -> tuple[Listed, ...]:
    """What was added last."""
    sql = (
        "SELECT d.seq, d.key, d.title, d.name, d.outlet, d.published, d.lang, "
        "substr(d.text, 1, 160) AS lead FROM document d ORDER BY d.seq DESC LIMIT :limit"
    )
    return _counted(connection, connection.execute(text(sql), {"limit": limit}).all())


def _counted(connection: Connection, rows: Any) -> tuple[Listed, ...]:
    if not rows:
        return ()
    seqs = ", ".join(str(int(row.seq)) for row in rows)
    claims = _count(connection, f"SELECT document, count(*) FROM claim WHERE document IN ({seqs})")
    findings = _count(
        connection, f"SELECT document, count(*) FROM finding WHERE document IN ({seqs})"
    )
    errors = _count(
        connection,
        f"SELECT document, count(*) FROM finding WHERE document IN ({seqs}) AND severity = 'error'",
    )
    decided = _decided(connection, seqs)
    return tuple(
        Listed(
            key=row.key,
            title=row.title or _first(row.lead) or row.name,
            outlet=row.outlet,
            published=row.published,
            lang=row.lang,
            claims=claims.get(row.seq, 0),
            findings=findings.get(row.seq, 0),
            errors=errors.get(row.seq, 0),
            decided=decided.get(row.seq, 0),
        )
        for row in rows
    )


def _first(lead: str) -> str:
    return lead.strip().split("\n")[0]


def _count(connection: Connection, sql: str) -> dict[int, int]:
    rows = connection.execute(text(f"{sql} GROUP BY document")).all()
    return {int(row[0]): int(row[1]) for row in rows}


def _decided(connection: Connection, seqs: str) -> dict[int, int]:
    sql = (
        "SELECT c.document, count(DISTINCT c.id) FROM claim c "
        "JOIN document d ON d.seq = c.document "
        "JOIN decision x ON x.document = d.key AND x.subject = c.id "
        f"WHERE c.document IN ({seqs}) AND x.act IN {_DECIDED} "
        "AND x.id NOT IN (SELECT u.undoes FROM decision u WHERE u.undoes IS NOT NULL) "
        "GROUP BY c.document"
    )
    return {int(row[0]): int(row[1]) for row in connection.execute(text(sql)).all()}
