"""
How what a search finds is spread: by status, side, language, outlet, finding, place and more.

Counted in the newest reports that fit, at most `MOST`, so that an archive of any size answers.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, text

from dateline.store.search import Filter, conditions

MOST = 400
_ROWS = 12


class Facet(Struct, frozen=True, kw_only=True):
    """A name that can be asked for, its values with how many reports have each, most first."""

    name: str
    values: tuple[tuple[str, int], ...]


class Facets(Struct, frozen=True, kw_only=True):
    """`reports` were counted; `capped` where more fit."""

    reports: int
    capped: bool
    facets: tuple[Facet, ...]
    months: tuple[tuple[str, int], ...]


def facets(connection: Connection, asked: Filter) -> Facets:
    """The spread of what fits."""
    where, given, _ = conditions(connection, asked)
    sql = (
        f"SELECT d.seq FROM document d WHERE {where} "
        f"ORDER BY d.day DESC NULLS LAST, d.seq DESC LIMIT {MOST + 1}"
    )
    seqs = [int(seq) for seq in connection.execute(text(sql), given).scalars()]
    within = ", ".join(map(str, seqs[:MOST])) or "NULL"
    made = tuple(
        Facet(name=name, values=_counted(connection, sql.format(within=within)))
        for name, sql in _EACH.items()
    )
    months = _counted(connection, _MONTHS.format(within=within), rows=60)
    return Facets(
        reports=min(len(seqs), MOST),
        capped=len(seqs) > MOST,
        facets=made,
        months=tuple(sorted(months)),
    )


def _of_claims(column: str, more: str = "") -> str:
    return (
        f"SELECT min({column}) AS v, count(DISTINCT document) AS n FROM claim "
        "WHERE document IN ({within}) " + more
    )


_EACH = {
    "status": _of_claims("status", "GROUP BY status"),
    "side": _of_claims("side", "GROUP BY side"),
    "speaker": _of_claims("speaker", "AND speaker_key IS NOT NULL GROUP BY speaker_key"),
    "place": (
        "SELECT area AS v, count(DISTINCT document) AS n FROM area "
        "WHERE document IN ({within}) GROUP BY area"
    ),
    "finding": (
        "SELECT code AS v, count(DISTINCT document) AS n FROM finding "
        "WHERE document IN ({within}) GROUP BY code"
    ),
    "outlet": (
        "SELECT outlet AS v, count(*) AS n FROM document WHERE seq IN ({within}) GROUP BY outlet"
    ),
    "lang": "SELECT lang AS v, count(*) AS n FROM document WHERE seq IN ({within}) GROUP BY lang",
}
_MONTHS = (
    "SELECT substr(day, 1, 7) AS v, count(*) AS n FROM document "
    "WHERE seq IN ({within}) AND day IS NOT NULL GROUP BY 1"
)


def _counted(connection: Connection, sql: str, *, rows: int = _ROWS) -> tuple[tuple[str, int], ...]:
    found: Any = connection.execute(
        text(
            f"SELECT v, n FROM ({sql}) counted WHERE v IS NOT NULL ORDER BY n DESC, v LIMIT {rows}"
        )
    )
    return tuple((str(row.v), int(row.n)) for row in found)
