"""
Withdraw a document, for privacy or by law: nothing of it stays but its key, digest and the reason.

The log stays whole, since entries hold no words. Backups made before hold the document still.
"""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import Connection, delete, insert, select

from dateline.store.decisions import forget_decisions
from dateline.store.dialect import forget_words
from dateline.store.links import forget, log_links
from dateline.store.log import Log
from dateline.store.open import Archive
from dateline.store.prints import forget_prints
from dateline.store.schema import CaptureRow, Content, DocumentRow, RecordRow, Tombstone
from dateline.store.write import undraw
from dateline.world.fold import fold


class Withdrawn(Struct, frozen=True, kw_only=True):
    """`n` is the log entry; `same` are documents with the same bytes, which were left alone."""

    key: str
    n: int
    same: tuple[str, ...]


def withdraw(archive: Archive, key: str, reason: str) -> Withdrawn:
    """Take one document out, with its bytes where no other document has the same."""
    with archive.session():
        with archive.writing() as connection:
            done = _withdraw(connection, key, reason)
        if archive.path is not None:
            with archive.engine.connect() as connection:
                # Pages that were freed are written anew, so that no word stays in the file.
                raw = connection.connection.driver_connection
                raw.execute("VACUUM")  # type: ignore[union-attr]
    return done


def _withdraw(connection: Connection, key: str, reason: str) -> Withdrawn:
    seq, words = connection.execute(
        select(DocumentRow.seq, DocumentRow.text).where(DocumentRow.key == key)
    ).one()
    sha256 = connection.execute(select(CaptureRow.sha256).where(CaptureRow.key == key)).scalar_one()
    others = select(CaptureRow.key).where(CaptureRow.sha256 == sha256, CaptureRow.key != key)
    same = tuple(sorted(connection.execute(others).scalars()))
    log = Log(connection)
    for record, digest in connection.execute(
        select(RecordRow.id, RecordRow.sha256)
        .where(RecordRow.document == seq)
        .order_by(RecordRow.id)
    ).all():
        log.add("unrecord", record, digest)
    n = log.add("withdraw", key, sha256, reason)
    log.flush()
    forget_words(connection, seq, fold(words))
    forget_decisions(connection, key)
    forget_prints(connection, seq)
    undraw(connection, seq)
    connection.execute(delete(RecordRow).where(RecordRow.document == seq))
    connection.execute(delete(CaptureRow).where(CaptureRow.key == key))
    connection.execute(delete(DocumentRow).where(DocumentRow.seq == seq))
    if not same:
        connection.execute(delete(Content).where(Content.sha256 == sha256))
    connection.execute(insert(Tombstone).values(key=key, sha256=sha256, n=n, reason=reason))
    if forget(connection, key):
        log_links(connection)
    return Withdrawn(key=key, n=n, same=same)
