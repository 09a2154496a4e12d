"""
What people decided, in order: appended, chained in the log, never changed.

The log holds the digest of who did what to which subject and of the words' own digest; so the
words go with a document that is withdrawn, and the chain stays whole. What a decision means for a
claim is folded in the workbench.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from secrets import token_hex
from typing import Any

from msgspec import Struct
from msgspec.json import decode, encode
from sqlalchemy import Connection, func, insert, select, update

from dateline.core.ids import content_id
from dateline.store.log import Log, digest_of, now
from dateline.store.schema import LogRow
from dateline.store.workbench import DecisionRow, PersonRow

ACTS = (
    "accept", "reject", "edit", "split", "merge", "link", "comment", "assign", "undo", "signoff",
    "rate", "flag", "private",
)  # fmt: skip
KINDS = ("claim", "finding", "value", "document", "event")


class Words(Struct, frozen=True, kw_only=True):
    """Every word of a decision; `salt` keeps a digest from telling a short text."""

    field: str | None = None
    value: Any = None
    reason: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    words: str = ""
    """What stands at `spans`: how the subject is known again on a newer reading."""
    salt: str = ""


class Decision(Struct, frozen=True, kw_only=True):
    """One act. `said` is None once its document was withdrawn."""

    n: int
    id: str
    at: str
    person: str
    document: str | None
    record: str | None
    kind: str
    subject: str
    act: str
    undoes: str | None = None
    said: Words | None = None


class Draft(Struct, frozen=True, kw_only=True):
    """A decision that is about to be made."""

    person: str
    kind: str
    subject: str
    act: str
    document: str | None = None
    record: str | None = None
    undoes: str | None = None
    said: Words = Words()


def append(connection: Connection, drafts: Sequence[Draft]) -> list[Decision]:
    """The decisions as kept; call it inside one `writing` transaction."""
    n = connection.execute(select(func.max(DecisionRow.n))).scalar() or 0
    log, made, rows = Log(connection), [], []
    for draft in drafts:
        n += 1
        one = _made(draft, n)
        body = encode(one.said).decode()
        row = {
            "n": n, "id": one.id, "at": one.at, "person": one.person, "document": one.document,
            "record": one.record, "kind": one.kind, "subject": one.subject, "act": one.act,
            "undoes": one.undoes, "body": body, "body_sha256": sha256(body.encode()).hexdigest(),
        }  # fmt: skip
        log.add("review", one.id, decision_digest(row), f"{one.act} {one.kind}")
        made.append(one)
        rows.append(row)
    connection.execute(insert(DecisionRow), rows)
    log.flush()
    return made


def _made(draft: Draft, n: int) -> Decision:
    said = draft.said
    salted = Words(
        field=said.field, value=said.value, reason=said.reason, spans=said.spans,
        words=said.words, salt=token_hex(8),
    )  # fmt: skip
    at = now()
    ident = content_id("dec", n, at, draft.person, draft.subject, draft.act, salted.salt)
    return Decision(
        n=n, id=ident, at=at, person=draft.person, document=draft.document, record=draft.record,
        kind=draft.kind, subject=draft.subject, act=draft.act, undoes=draft.undoes, said=salted,
    )  # fmt: skip


def decision_digest(row: Any) -> str:
    """What the log holds of a decision: all of it, its words by their digest."""
    return digest_of(*(row[name] for name in _LOGGED))


_LOGGED = (
    "n", "id", "at", "person", "document", "record", "kind", "subject", "act", "undoes",
    "body_sha256",
)  # fmt: skip


def decisions_of(connection: Connection, document: str) -> list[Decision]:
    """Every decision about a document or something in it, in order."""
    found = select(DecisionRow.__table__).where(DecisionRow.document == document)
    return _all(connection, found.order_by(DecisionRow.n))


def decision(connection: Connection, ident: str) -> Decision | None:
    """The decision with this id."""
    found = _all(connection, select(DecisionRow.__table__).where(DecisionRow.id == ident))
    return found[0] if found else None


def recent(
    connection: Connection, *, before: int | None = None, person: str = "", limit: int = 50
) -> list[Decision]:
    """The newest decisions, those with a number under `before`, of one person where asked."""
    found = select(DecisionRow.__table__)
    if before is not None:
        found = found.where(DecisionRow.n < before)
    if person:
        found = found.where(DecisionRow.person == person)
    return _all(connection, found.order_by(DecisionRow.n.desc()).limit(limit))


def with_act(connection: Connection, *acts: str) -> list[Decision]:
    """Every decision with one of these acts, and every undo, in order."""
    wanted = DecisionRow.act.in_([*acts, "undo"])
    return _all(connection, select(DecisionRow.__table__).where(wanted).order_by(DecisionRow.n))


def live(decisions: Sequence[Decision]) -> list[Decision]:
    """Those that hold: not undone, or undone by what was undone itself; no undo among them."""
    dead: set[str] = set()
    for one in reversed(decisions):
        if one.id not in dead and one.act == "undo" and one.undoes:
            dead.add(one.undoes)
    return [one for one in decisions if one.id not in dead and one.act != "undo"]


def names(connection: Connection) -> dict[str, str]:
    """What everybody who ever decided is called."""
    found = connection.execute(select(PersonRow.id, PersonRow.name))
    return {"local": "owner (local)", **{row.id: row.name for row in found}}


def log_of(
    connection: Connection, *, before: int | None = None, limit: int = 50
) -> list[dict[str, Any]]:
    """The newest entries of the archive's log, with the number under `before`."""
    found = select(LogRow.__table__)
    if before is not None:
        found = found.where(LogRow.n < before)
    rows = connection.execute(found.order_by(LogRow.n.desc()).limit(limit)).mappings()
    return [dict(row) for row in rows]


def forget_decisions(connection: Connection, document: str) -> None:
    """Take the words out of all decisions about a document; that they were made stays."""
    connection.execute(update(DecisionRow).where(DecisionRow.document == document).values(body=""))


def broken_decisions(
    connection: Connection, logged: dict[str, str], withdrawn: set[str]
) -> Iterator[str]:
    """What does not fit the log, each in a sentence; `logged` is id to digest."""
    waiting = dict(logged)
    streamed = connection.execution_options(yield_per=500)
    for row in streamed.execute(select(DecisionRow.__table__)).mappings():
        expected = waiting.pop(row["id"], None)
        if expected is None:
            yield f"{row['id']}: in the archive and not in the log"
        elif decision_digest(row) != expected:
            yield f"{row['id']}: not as it was logged"
        elif row["document"] in withdrawn:
            if row["body"]:
                yield f"{row['id']}: its document was withdrawn and its words are still there"
        elif sha256(row["body"].encode()).hexdigest() != row["body_sha256"]:
            yield f"{row['id']}: its words were changed"
    for ident in sorted(waiting):
        yield f"{ident}: in the log and not in the archive"


def _all(connection: Connection, found: Any) -> list[Decision]:
    return [_decision(row) for row in connection.execute(found).mappings()]


def _decision(row: Any) -> Decision:
    fields = {name: row[name] for name in Decision.__struct_fields__ if name != "said"}
    return Decision(**fields, said=decode(row["body"], type=Words) if row["body"] else None)
