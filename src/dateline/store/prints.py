"""
Fingerprints of the documents that were linked, so that a new one finds those with its words.

What a fingerprint is made from, and what equal ones mean, is the business of `link`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select

from dateline.store.schema import DocumentRow, PrintRow

_PART = 500


def texts(connection: Connection, keys: Sequence[str] | None = None) -> Iterator[tuple[int, str]]:
    """(number, text) of these documents, or of all, in the order of their numbers."""
    asked = select(DocumentRow.seq, DocumentRow.text).order_by(DocumentRow.seq)
    if keys is None:
        rows = connection.execution_options(yield_per=_PART).execute(asked)
        yield from ((row.seq, row.text) for row in rows)
        return
    for at in range(0, len(keys), _PART):
        part = asked.where(DocumentRow.key.in_(list(keys[at : at + _PART])))
        yield from ((row.seq, row.text) for row in connection.execute(part))


def put_prints(connection: Connection, prints: Mapping[int, Iterable[int]]) -> None:
    """The fingerprints of documents in the place of those that stood there."""
    numbers = list(prints)
    for at in range(0, len(numbers), _PART):
        part = numbers[at : at + _PART]
        connection.execute(delete(PrintRow).where(PrintRow.document.in_(part)))
        rows = [{"number": n, "document": seq} for seq in part for n in prints[seq]]
        if rows:
            connection.execute(insert(PrintRow), rows)


def forget_prints(connection: Connection, document: int | None = None) -> None:
    """Take away those of one document, or all."""
    gone = delete(PrintRow)
    connection.execute(gone if document is None else gone.where(PrintRow.document == document))


def holders(connection: Connection, numbers: Sequence[int]) -> dict[int, list[int]]:
    """The documents that have each of these fingerprints, those added first in front."""
    found: dict[int, list[int]] = {}
    for at in range(0, len(numbers), _PART):
        part = list(numbers[at : at + _PART])
        asked = select(PrintRow.number, PrintRow.document).where(PrintRow.number.in_(part))
        for row in connection.execute(asked.order_by(PrintRow.number, PrintRow.document)):
            found.setdefault(row.number, []).append(row.document)
    return found


def sizes(connection: Connection, documents: Sequence[int]) -> dict[int, int]:
    """How many fingerprints each of these documents has."""
    found: dict[int, int] = {}
    for at in range(0, len(documents), _PART):
        part = list(documents[at : at + _PART])
        rows = connection.execute(select(PrintRow.document).where(PrintRow.document.in_(part)))
        for document in rows.scalars():
            found[document] = found.get(document, 0) + 1
    return found


def keys_of(connection: Connection, documents: Sequence[int]) -> dict[int, str]:
    """The key of each document, by its number."""
    found: dict[int, str] = {}
    for at in range(0, len(documents), _PART):
        part = list(documents[at : at + _PART])
        asked = select(DocumentRow.seq, DocumentRow.key).where(DocumentRow.seq.in_(part))
        found |= {row.seq: row.key for row in connection.execute(asked)}
    return found
