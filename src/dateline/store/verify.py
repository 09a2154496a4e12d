"""
Prove that an archive is what was put into it: seal, chain, bytes, records, and what is drawn.

The seal finds a changed bit anywhere in the file; the chain proves every fact on its own, also
where a writer was stopped before it could seal, and in a database on a server.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import MsgspecError, Struct
from msgspec.json import decode
from sqlalchemy import Connection, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from dateline.core.capture import digest
from dateline.core.errors import ArchiveError
from dateline.core.record import Record
from dateline.store.deskproof import broken_desk
from dateline.store.dialect import is_sqlite
from dateline.store.links import links_digest
from dateline.store.log import START, Entry, broken_chain, digest_of, entries
from dateline.store.open import location, open_archive, unmade
from dateline.store.pack import unpack
from dateline.store.rows import drawn
from dateline.store.schema import (
    CaptureRow,
    Content,
    DocumentRow,
    PipelineRow,
    PlaceRow,
    RecordRow,
    Tombstone,
)
from dateline.store.seal import Seal
from dateline.store.write import DRAWN, document_digest, drawn_rows, record_digest

_MOST = 200
"""Problems that are told one by one; a ruined file has no more to say."""
_PAGE = 200
_DAMAGE = (ArchiveError, SQLAlchemyError, MsgspecError, ValueError, TypeError, LookupError)
"""What reading rows that were changed can end in."""


class Verified(Struct, frozen=True, kw_only=True):
    """`head` is the hash of the newest entry: kept elsewhere, it proves that none was cut off."""

    problems: tuple[str, ...]
    sealed: bool | None
    """None for a database on a server, False where a writer works or was stopped."""
    documents: int = 0
    records: int = 0
    withdrawn: int = 0
    entries: int = 0
    head: str = START


def verify(where: str | None = None, *, expected: str | None = None) -> Verified:
    """
    Everything that is wrong with the archive; `expected` is a head that must be in its log.

    Raises:
        ArchiveError: there is no archive.
    """
    place = location(where)
    problems: list[str] = []
    sealed: bool | None = None
    if not place.startswith("postgresql"):
        path = Path(place.removeprefix("sqlite:///"))
        if not path.exists():
            raise ArchiveError(f"{path}: no archive here: `dateline add PATH` makes one")
        seal = Seal(path)
        sealed = not seal.is_open and not _journal(path)
        if not sealed and _is_bare(place):
            raise ArchiveError(
                f"{path}: no archive in it yet: the first `dateline add` was stopped"
            )
        problems.extend(seal.broken() if sealed else ())
    try:
        with open_archive(place) as archive, archive.reading() as connection:
            return _Proof(connection, problems, sealed).run(expected)
    except _DAMAGE as error:
        said = str(error).split("\n")[0]
        return Verified(problems=(*problems, said), sealed=sealed)


def _is_bare(place: str) -> bool:
    """Whether the first writer was stopped before it made the tables."""
    try:
        with unmade(place) as archive, archive.reading() as connection:
            return not inspect(connection).get_table_names()
    except _DAMAGE:
        return False


def _journal(path: Path) -> bool:
    """Whether a journal is left to be written back: somebody writes or was stopped."""
    wal = path.with_name(f"{path.name}-wal")
    return wal.exists() and wal.stat().st_size > 0


class _Proof:
    def __init__(self, connection: Connection, problems: list[str], sealed: bool | None) -> None:
        self.connection = connection
        self.problems = problems
        self.sealed = sealed
        self.logged: dict[str, dict[str, str]] = defaultdict(dict)
        self.withdrawn: set[str] = set()
        self.last = (0, START)
        self.heads: set[str] = set()

    def run(self, expected: str | None) -> Verified:
        for check in (
            self._structure, self._chain, self._pipelines, self._documents, self._content,
            self._records, self._drawn, self._links, self._desk,
        ):  # fmt: skip
            self._guarded(check)
            if len(self.problems) > _MOST:
                break
        if expected and expected not in self.heads:
            self.problems.append(f"log: no entry has the hash {expected}: entries were cut off")
        return Verified(
            problems=tuple(self.problems[:_MOST]),
            sealed=self.sealed,
            documents=len(self.logged["add"]) - len(self.withdrawn),
            records=len(self.logged["record"]) - len(self.logged["unrecord"]),
            withdrawn=len(self.withdrawn),
            entries=self.last[0],
            head=self.last[1],
        )

    def _guarded(self, check: Callable[[], None]) -> None:
        try:
            check()
        except _DAMAGE as error:
            said = str(error).split("\n")[0]
            self.problems.append(f"{check.__name__.strip('_')}: cannot be read: {said}")

    def _structure(self) -> None:
        if is_sqlite(self.connection):
            found = self.connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars()
            self.problems.extend(f"file: {said}" for said in found if said != "ok")

    def _chain(self) -> None:
        self.problems.extend(broken_chain(self._entries()))

    def _entries(self) -> Iterator[tuple[Entry, str]]:
        for entry, stated in entries(self.connection):
            if entry.act == "withdraw":
                self.withdrawn.add(entry.subject)
            self.logged[entry.act][entry.subject] = entry.digest
            self.last = (entry.n, stated)
            self.heads.add(stated)
            yield entry, stated

    def _pipelines(self) -> None:
        found = {
            row.id: digest_of(row.body)
            for row in self.connection.execute(select(PipelineRow.id, PipelineRow.body))
        }
        self._compare("pipeline", found)

    def _documents(self) -> None:
        found = {}
        rows = self._stream(
            select(DocumentRow.__table__, CaptureRow.sha256, CaptureRow.body).outerjoin(
                CaptureRow, CaptureRow.key == DocumentRow.key
            )
        )
        for row in rows:
            found[row["key"]] = document_digest(row, row["sha256"], row["body"])
        self._compare("add", found, gone=self.withdrawn)
        tombs = set(self.connection.execute(select(Tombstone.key)).scalars())
        for key in sorted(tombs ^ self.withdrawn):
            self.problems.append(f"{key}: tombstone and log do not agree")

    def _content(self) -> None:
        wanted = set(self.connection.execute(select(CaptureRow.sha256)).scalars())
        for row in self._stream(select(Content.__table__)):
            wanted.discard(row["sha256"])
            if self._digest(row["packed"]) != row["sha256"]:
                self.problems.append(f"content {row['sha256'][:16]}: the bytes were changed")
        self.problems.extend(f"content {sha[:16]}: the bytes are missing" for sha in sorted(wanted))

    def _records(self) -> None:
        found = {}
        rows = self._stream(
            select(RecordRow.__table__, DocumentRow.key).outerjoin(
                DocumentRow, DocumentRow.seq == RecordRow.document
            )
        )
        for row in rows:
            if self._digest(row["packed"]) != row["sha256"]:
                self.problems.append(f"{row['id']}: the record was changed")
            found[row["id"]] = record_digest(
                row["id"],
                row["key"],
                row["pipeline"],
                (row["sha256"], self._digest(row["gist"]) or ""),
            )
        self._compare("record", found, gone=set(self.logged["unrecord"]))

    def _compare(self, act: str, found: dict[str, str], gone: set[str] | None = None) -> None:
        logged = {k: v for k, v in self.logged[act].items() if k not in (gone or set())}
        for subject in sorted(logged.keys() | found.keys()):
            if subject not in found:
                self.problems.append(f"{subject}: in the log and not in the archive")
            elif subject not in logged:
                self.problems.append(f"{subject}: in the archive and not in the log")
            elif logged[subject] != found[subject]:
                self.problems.append(f"{subject}: not as it was logged")

    def _drawn(self) -> None:
        seen, last = 0, 0
        while page := self._newest(last):
            seen, last = seen + len(page), page[-1].seq
            held = _held(self.connection, [row.seq for row in page])
            for row in page:
                record = decode(unpack(row.packed), type=Record)
                if _wanted(record, row.seq) != held.get(row.seq, set()):
                    self.problems.append(f"{row.key}: what is drawn from its record was changed")
        if seen != len(self.logged["add"]) - len(self.withdrawn):
            self.problems.append("document: a newest record is missing")

    def _newest(self, after: int) -> Sequence[Any]:
        """The next documents with their newest records, in the order of their numbers."""
        newest = select(DocumentRow.seq, DocumentRow.key, RecordRow.packed).join(
            RecordRow, RecordRow.id == DocumentRow.record
        )
        page = newest.where(DocumentRow.seq > after).order_by(DocumentRow.seq).limit(_PAGE)
        return self.connection.execute(page).all()

    def _links(self) -> None:
        logged = self.logged["link"].get("links")
        if logged is not None and logged != links_digest(self.connection):
            self.problems.append("links: not as they were logged")

    def _desk(self) -> None:
        self.problems.extend(broken_desk(self.connection, self.logged, self.withdrawn))

    def _digest(self, packed: bytes) -> str | None:
        try:
            return digest(unpack(packed))
        except ValueError:
            return None

    def _stream(self, statement: Any) -> Iterator[Any]:
        streamed = self.connection.execution_options(yield_per=500)
        yield from streamed.execute(statement).mappings()


def _wanted(record: Record, seq: int) -> set[tuple[Any, ...]]:
    return {_flat(table, row) for table, row in drawn_rows(drawn(record), seq)}


def _held(connection: Connection, documents: list[int]) -> dict[int, set[tuple[Any, ...]]]:
    found: dict[int, set[tuple[Any, ...]]] = defaultdict(set)
    for table in DRAWN:
        rows = connection.execute(
            select(table.__table__).where(table.document.in_(documents))
        ).mappings()
        for row in rows:
            found[row["document"]].add(_flat(table, row))
    return found


def _flat(table: type[Any], row: Any) -> tuple[Any, ...]:
    """A row without what the record does not tell: its number, and the key of its speaker."""
    return (
        table.__tablename__,
        *(row[column.name] for column in table.__table__.columns if not _apart(table, column.name)),
    )


def _apart(table: type[Any], name: str) -> bool:
    return name == "speaker_key" or (table is PlaceRow and name == "id")
