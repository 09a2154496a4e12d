"""
Put documents, records and links into an archive: the one place that inserts.

A batch is one transaction, so a document is there with all its rows and log entries, or not at
all. What is known already is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, delete, func, insert, select, update

from dateline.store.dialect import index_words
from dateline.store.log import Log, digest_of
from dateline.store.rows import Drawn, Prepared, Row
from dateline.store.schema import (
    AreaRow,
    CaptureRow,
    ClaimRow,
    Content,
    DocumentRow,
    FindingRow,
    FrameRow,
    PipelineRow,
    PlaceRow,
    RecordRow,
    State,
    Tombstone,
)

DRAWN = (ClaimRow, PlaceRow, AreaRow, FrameRow, FindingRow)
"""The tables that are drawn from a document's newest record."""


class Written(Struct, frozen=True, kw_only=True):
    """What became of one document. `older` is the key of the reading before, of one address."""

    key: str
    what: str
    """added, version (its address was read before), reread (a new pipeline), known or withdrawn."""
    older: str | None = None


class Maker(Struct, frozen=True, kw_only=True):
    """The pipeline that made records: what its id is made from is in `body`, as JSON."""

    id: str
    body: str


def write(connection: Connection, batch: Sequence[Prepared], maker: Maker) -> list[Written]:
    """What became of each of `batch`, in its order; call it inside one `writing` transaction."""
    return _Batch(connection, maker).write(batch)


class _Batch:
    """One transaction: rows are gathered by table, then inserted table by table."""

    def __init__(self, connection: Connection, maker: Maker) -> None:
        self.connection = connection
        self.maker = maker
        self.log = Log(connection)
        self.seq = _highest(connection, DocumentRow.seq)
        self.place = _highest(connection, PlaceRow.id)
        self.rows: dict[type[Any], list[Row]] = {}
        self.words: list[tuple[int, str]] = []
        self.last: dict[str, tuple[str, int]] = {}

    def write(self, batch: Sequence[Prepared]) -> list[Written]:
        known = _documents(self.connection, [one.key for one in batch])
        withdrawn = _withdrawn(self.connection, batch)
        records = _records(self.connection, [one.record for one in batch])
        held = _held(self.connection, [one.sha256 for one in batch])
        self._addresses(batch)
        self._pipeline()
        out: list[Written] = []
        for one in batch:
            if one.key in withdrawn or (one.sha256 in withdrawn and one.key not in known):
                out.append(Written(key=one.key, what="withdrawn"))
            elif one.record in records:
                out.append(Written(key=one.key, what="known"))
            elif (seq := known.get(one.key)) is not None:
                out.append(self._reread(one, seq))
            else:
                out.append(self._add(one, new=one.sha256 not in held))
                known[one.key] = self.seq
                held.add(one.sha256)
            records.add(one.record)
        self._insert()
        return out

    def _addresses(self, batch: Sequence[Prepared]) -> None:
        """The newest version of each address in the batch."""
        wanted = {one.document["address"] for one in batch} - {None}
        for address, version, key in self.connection.execute(
            select(DocumentRow.address, DocumentRow.version, DocumentRow.key)
            .where(DocumentRow.address.in_(wanted))
            .order_by(DocumentRow.version)
        ):
            self.last[str(address)] = (key, version)

    def _pipeline(self) -> None:
        found = select(PipelineRow.id).where(PipelineRow.id == self.maker.id)
        if self.connection.execute(found).first() is None:
            self._row(PipelineRow, {"id": self.maker.id, "body": self.maker.body})
            self.log.add("pipeline", self.maker.id, digest_of(self.maker.body))

    def _add(self, one: Prepared, *, new: bool) -> Written:
        self.seq += 1
        address: str | None = one.document["address"]
        older, version = self.last.get(address or "", (None, 0))
        if address is not None:
            self.last[str(address)] = (one.key, version + 1)
        row = {"seq": self.seq, "key": one.key, "version": version + 1, **one.document}
        if new:
            self._row(Content, {"sha256": one.sha256, "packed": one.content})
        self._row(DocumentRow, {**row, "record": one.record})
        self._row(CaptureRow, {"key": one.key, "sha256": one.sha256, "body": one.capture})
        self.log.add("add", one.key, document_digest(row, one.sha256, one.capture))
        self.words.append((self.seq, one.folded))
        self._record(one, self.seq)
        return Written(key=one.key, what="version" if older else "added", older=older)

    def _reread(self, one: Prepared, seq: int) -> Written:
        undraw(self.connection, seq)
        self.connection.execute(
            update(DocumentRow).where(DocumentRow.seq == seq).values(record=one.record)
        )
        self._record(one, seq)
        return Written(key=one.key, what="reread")

    def _record(self, one: Prepared, seq: int) -> None:
        self._row(
            RecordRow,
            {
                "id": one.record,
                "document": seq,
                "pipeline": self.maker.id,
                "sha256": one.record_sha256,
                "packed": one.record_packed,
                "gist": one.gist,
            },
        )
        made = (one.record_sha256, one.gist_sha256)
        digest = record_digest(one.record, one.key, self.maker.id, made)
        self.log.add("record", one.record, digest)
        for table, row in drawn_rows(one.drawn, seq):
            if table is PlaceRow:
                self.place += 1
                row["id"] = self.place
            self._row(table, row)

    def _row(self, table: type[Any], row: Row) -> None:
        self.rows.setdefault(table, []).append(row)

    def _insert(self) -> None:
        for table in (Content, DocumentRow, CaptureRow, PipelineRow, RecordRow, *DRAWN):
            if rows := self.rows.get(table):
                self.connection.execute(insert(table), rows)
        index_words(self.connection, self.words)
        self.log.flush()


def drawn_rows(drawn: Drawn, seq: int) -> Iterable[tuple[type[Any], Row]]:
    """Each drawn row with its table and the number of its document."""
    parts = (drawn.claims, drawn.places, drawn.areas, drawn.frames, drawn.findings)
    for table, rows in zip(DRAWN, parts, strict=True):
        for row in rows:
            yield table, {"document": seq, **row}


def undraw(connection: Connection, seq: int) -> None:
    """Take away what was drawn from a document's record."""
    for table in DRAWN:
        connection.execute(delete(table).where(table.document == seq))


def document_digest(row: Row, sha256: str, capture: str) -> str:
    """What the log holds of a document: every field that never changes, and its capture."""
    fields = [row[name] for name in _FIXED]
    return digest_of(*fields, sha256, capture)


_FIXED = (
    "seq", "key", "version", "address", "given", "name", "lang", "title", "outlet", "published",
    "day", "text",
)  # fmt: skip


def record_digest(record: str, key: str, pipeline: str, made: tuple[str, str]) -> str:
    """What the log holds of a record; `made` are the digests of its body and of its gist."""
    return digest_of(record, key, pipeline, *made)


def remember(connection: Connection, name: str, body: str) -> None:
    """Keep what a reader of feeds must know the next time, under its name."""
    connection.execute(delete(State).where(State.name == name))
    connection.execute(insert(State).values(name=name, body=body))


def recall(connection: Connection, name: str) -> str | None:
    """What `remember` kept; None where nothing is."""
    return connection.execute(select(State.body).where(State.name == name)).scalar()


def known_records(connection: Connection, records: Sequence[str]) -> set[str]:
    """Those of these records that are in the archive already: they need no reading."""
    return _records(connection, records)


def _highest(connection: Connection, column: Any) -> int:
    return connection.execute(select(func.max(column))).scalar() or 0


def _documents(connection: Connection, keys: Sequence[str]) -> dict[str, int]:
    found = select(DocumentRow.key, DocumentRow.seq).where(DocumentRow.key.in_(keys))
    return {row.key: row.seq for row in connection.execute(found)}


def _withdrawn(connection: Connection, batch: Sequence[Prepared]) -> set[str]:
    found = connection.execute(
        select(Tombstone.key, Tombstone.sha256).where(
            Tombstone.key.in_([one.key for one in batch])
            | Tombstone.sha256.in_([one.sha256 for one in batch])
        )
    )
    return {value for row in found for value in row}


def _records(connection: Connection, records: Sequence[str]) -> set[str]:
    return set(connection.execute(select(RecordRow.id).where(RecordRow.id.in_(records))).scalars())


def _held(connection: Connection, digests: Sequence[str]) -> set[str]:
    found = select(Content.sha256).where(Content.sha256.in_(digests))
    return set(connection.execute(found).scalars())
