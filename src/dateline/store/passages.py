"""
Which documents hold some runs of words, those with most of them first, and who says what there.

Looks texts up for whoever compares them; whether a text prints a quotation is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import Connection, bindparam, text

from dateline.store.dialect import with_runs


class Said(Struct, frozen=True, kw_only=True):
    """A claim of a passage's document and whom it is given to; None is the report itself."""

    words: str
    speaker: str | None
    status: str


class Candidate(Struct, frozen=True, kw_only=True):
    """A document that may print the words: its text, and its claims in text order."""

    id: str
    published: str | None
    name: str
    title: str | None
    outlet: str | None
    lang: str
    address: str | None
    text: str
    said: tuple[Said, ...]


def candidates(
    connection: Connection, runs: Sequence[Sequence[str]], *, limit: int = 200
) -> tuple[Candidate, ...]:
    """Documents with any of the runs of folded words, at most `limit`: those most like them."""
    if not runs:
        return ()
    sql, given = with_runs(connection, runs)
    rows = connection.execute(
        text(
            f"WITH found AS ({sql}) SELECT d.seq, d.key, d.published, d.name, d.title, d.outlet, "
            "d.lang, d.address, d.text FROM found JOIN document d ON d.seq = found.document "
            "ORDER BY d.key"
        ),
        {**given, "limit": limit},
    ).all()
    said = _said(connection, [row.seq for row in rows])
    return tuple(
        Candidate(
            id=row.key,
            published=row.published,
            name=row.name,
            title=row.title,
            outlet=row.outlet,
            lang=row.lang,
            address=row.address,
            text=row.text,
            said=tuple(said.get(row.seq, ())),
        )
        for row in rows
    )


def _said(connection: Connection, documents: Sequence[int]) -> dict[int, list[Said]]:
    sql = text(
        "SELECT document, words, speaker, status FROM claim WHERE document IN :documents "
        "ORDER BY document, n"
    ).bindparams(bindparam("documents", expanding=True))
    found: dict[int, list[Said]] = {}
    for row in connection.execute(sql, {"documents": list(documents)}):
        one = Said(words=row.words, speaker=row.speaker, status=row.status)
        found.setdefault(row.document, []).append(one)
    return found
