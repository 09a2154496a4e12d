"""Searches that people keep: their own, and those shared with everybody."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, delete, insert, or_, select, update

from dateline.core.ids import content_id
from dateline.store.log import now
from dateline.store.workbench import SavedRow


class Saved(Struct, frozen=True, kw_only=True):
    """A search under a name; `query` is the query of its address, `seen` when it was last read."""

    id: str
    person: str
    name: str
    shared: bool
    query: str
    created: str
    seen: str | None


def keep(connection: Connection, *, person: str, name: str, query: str, shared: bool) -> Saved:
    """Keep a search; the same name, query and person give the same one."""
    ident = content_id("search", person, name, query)
    if known := saved(connection, ident):
        return known
    row: dict[str, Any] = {
        "id": ident, "person": person, "name": name, "shared": int(shared), "query": query,
        "created": now(), "seen": None,
    }  # fmt: skip
    connection.execute(insert(SavedRow), [row])
    return Saved(**{**row, "shared": shared})


def all_saved(connection: Connection, person: str) -> tuple[Saved, ...]:
    """A person's own searches and the shared ones, by name."""
    mine = or_(SavedRow.person == person, SavedRow.shared == 1)
    rows = connection.execute(
        select(SavedRow.__table__).where(mine).order_by(SavedRow.name, SavedRow.id)
    )
    return tuple(map(_saved, rows))


def saved(connection: Connection, ident: str) -> Saved | None:
    """The search with this id."""
    row = connection.execute(select(SavedRow.__table__).where(SavedRow.id == ident)).first()
    return _saved(row) if row else None


def see(connection: Connection, ident: str) -> None:
    """Note that it was read now."""
    connection.execute(update(SavedRow).where(SavedRow.id == ident).values(seen=now()))


def drop(connection: Connection, ident: str) -> None:
    """Forget it; a search is no evidence."""
    connection.execute(delete(SavedRow).where(SavedRow.id == ident))


def _saved(row: Any) -> Saved:
    return Saved(
        id=row.id, person=row.person, name=row.name, shared=bool(row.shared), query=row.query,
        created=row.created, seen=row.seen,
    )  # fmt: skip
