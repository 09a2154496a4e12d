"""
What SQLite and PostgreSQL do differently: full text, and boxes on the map.

SQLite has FTS5 and R-Tree tables, PostgreSQL `tsvector` and PostGIS. The rest of the store asks
here and writes one SQL for both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, text

_LONGEST = 200_000
"""Letters of one document that are indexed: PostgreSQL holds a megabyte of lexemes."""


def is_sqlite(connection: Connection) -> bool:
    """Whether the archive is the one file of a single person."""
    return connection.dialect.name == "sqlite"


def index_words(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Put (document, folded text) into the full-text index."""
    if not rows:
        return
    statement = (
        "INSERT INTO words (rowid, body) VALUES (:document, :body)"
        if is_sqlite(connection)
        else "INSERT INTO words VALUES (:document, to_tsvector('simple', :body))"
    )
    given = [{"document": seq, "body": body[:_LONGEST]} for seq, body in rows]
    connection.execute(text(statement), given)


def forget_words(connection: Connection, document: int, folded: str) -> None:
    """Take a document out of the full-text index; `folded` as it was put in."""
    if is_sqlite(connection):
        statement = "INSERT INTO words (words, rowid, body) VALUES ('delete', :document, :body)"
        connection.execute(text(statement), {"document": document, "body": folded[:_LONGEST]})
        connection.execute(text("INSERT INTO words (words) VALUES ('optimize')"))
    else:
        connection.execute(text("DELETE FROM words WHERE document = :d"), {"d": document})


def matching(connection: Connection, parts: Sequence[Sequence[str]]) -> tuple[str, dict[str, Any]]:
    """
    SQL that gives the documents with all `parts`, and its parameters.

    Each part is a phrase of one word or more. A word that ends in `*` begins so; a part whose
    first word is `-` must not occur.
    """
    if is_sqlite(connection):
        return "SELECT rowid FROM words WHERE words MATCH :words", {"words": _fts5(parts)}
    return (
        "SELECT document FROM words WHERE body @@ to_tsquery('simple', :words)",
        {"words": _tsquery(parts)},
    )


def with_runs(connection: Connection, runs: Sequence[Sequence[str]]) -> tuple[str, dict[str, Any]]:
    """SQL that gives the `document`s with any of these runs, at most `:limit`, the likest first."""
    if is_sqlite(connection):
        words = " OR ".join('"' + " ".join(run) + '"' for run in runs)
        return (
            "SELECT rowid AS document FROM words WHERE words MATCH :words "
            "ORDER BY rank, rowid LIMIT :limit",
            {"words": words},
        )
    words = " | ".join("(" + " <-> ".join(f"'{word}'" for word in run) + ")" for run in runs)
    return (
        "SELECT document FROM words WHERE body @@ to_tsquery('simple', :words) "
        "ORDER BY ts_rank(body, to_tsquery('simple', :words)) DESC, document LIMIT :limit",
        {"words": words},
    )


def _fts5(parts: Sequence[Sequence[str]]) -> str:
    def phrase(words: Sequence[str]) -> str:
        quoted = '"' + " ".join(word.rstrip("*") for word in words) + '"'
        return quoted + (" *" if words[-1].endswith("*") else "")

    wanted = " AND ".join(phrase(part) for part in parts if part[0] != "-")
    unwanted = "".join(f" NOT {phrase(part[1:])}" for part in parts if part[0] == "-")
    return f"({wanted}){unwanted}"


def _tsquery(parts: Sequence[Sequence[str]]) -> str:
    def phrase(words: Sequence[str]) -> str:
        return " <-> ".join(f"'{w.rstrip('*')}'{':*' if w.endswith('*') else ''}" for w in words)

    return " & ".join(f"!({phrase(p[1:])})" if p[0] == "-" else f"({phrase(p)})" for p in parts)


def in_box(connection: Connection) -> str:
    """SQL that gives the documents with a place that touches :west :south :east :north."""
    if is_sqlite(connection):
        return (
            "SELECT document FROM place_box "
            "WHERE west <= :east AND east >= :west AND south <= :north AND north >= :south"
        )
    return (
        "SELECT document FROM place "
        "WHERE box && ST_MakeEnvelope(:west, :south, :east, :north, 4326)"
    )
