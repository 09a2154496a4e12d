"""
The tables of an archive, the same for SQLite and PostgreSQL.

Facts (content, capture, document, record, pipeline, log, tombstone) are written once and chained
in the log. The rest is drawn from them and can be drawn again. What differs between the two
databases (full text, boxes on the map) is in `dialect`; how tables come to be, in `migrations`.
"""

from __future__ import annotations

from types import MappingProxyType

from sqlalchemy import BigInteger, Float, ForeignKey, Index, Integer, LargeBinary, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

REVISION = "0003"
"""The migration that these models stand for."""


_WHOLE = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite keeps a table by its key only where the key is called INTEGER."""


class Base(DeclarativeBase):
    """All tables of an archive."""

    type_annotation_map = MappingProxyType(
        {str: Text, bytes: LargeBinary, float: Float, int: _WHOLE}
    )


class Content(Base):
    """Bytes as they came, packed; each once, whoever served them."""

    __tablename__ = "content"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    packed: Mapped[bytes]


class CaptureRow(Base):
    """Where and when the bytes of a document were fetched: `body` is a Capture as JSON."""

    __tablename__ = "capture"
    key: Mapped[str] = mapped_column(ForeignKey("document.key"), primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("content.sha256"), index=True)
    body: Mapped[str]


class DocumentRow(Base):
    """One report; `seq` counts from 1 in the order of adding, `record` is the newest."""

    __tablename__ = "document"
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(unique=True)
    address: Mapped[str | None]
    version: Mapped[int]
    """1 for the first reading of its address; each further one counts on."""
    given: Mapped[str | None]
    """The id under which the caller knew it; not unique."""
    name: Mapped[str]
    lang: Mapped[str]
    title: Mapped[str | None]
    outlet: Mapped[str | None]
    published: Mapped[str | None]
    day: Mapped[str | None]
    text: Mapped[str]
    record: Mapped[str]
    __table_args__ = (
        Index("document_address", "address", "version"),
        Index("document_day", "day"),
        Index("document_given", "given"),
    )


class PipelineRow(Base):
    """What made a record: the parts, their versions and the digest of their word lists."""

    __tablename__ = "pipeline"
    id: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]


class RecordRow(Base):
    """What one pipeline read in one document: a public record as packed JSON."""

    __tablename__ = "record"
    id: Mapped[str] = mapped_column(primary_key=True)
    document: Mapped[int] = mapped_column(ForeignKey("document.seq"), index=True)
    pipeline: Mapped[str] = mapped_column(ForeignKey("pipeline.id"))
    sha256: Mapped[str]
    packed: Mapped[bytes]
    gist: Mapped[bytes]
    """What `link` needs of the document, packed, that the store does not look into."""
    __table_args__ = (Index("record_once", "document", "pipeline", unique=True),)


class LogRow(Base):
    """One change; `hash` is of all its other fields, `previous` the hash of the entry before."""

    __tablename__ = "log"
    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    act: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    digest: Mapped[str]
    note: Mapped[str]
    previous: Mapped[str]
    hash: Mapped[str]


class Tombstone(Base):
    """A document that was withdrawn: nothing of it is left but its key and digest."""

    __tablename__ = "tombstone"
    key: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(index=True)
    n: Mapped[int]
    reason: Mapped[str]


class State(Base):
    """What a reader of feeds must remember between two runs; no evidence, not in the log."""

    __tablename__ = "state"
    name: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]


class ClaimRow(Base):
    """A claim of a document's newest record, as people ask for it."""

    __tablename__ = "claim"
    document: Mapped[int] = mapped_column(ForeignKey("document.seq"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str]
    words: Mapped[str]
    speaker: Mapped[str | None]
    speaker_key: Mapped[str | None]
    role: Mapped[str | None]
    side: Mapped[str | None]
    status: Mapped[str]
    attribution: Mapped[str]
    certainty: Mapped[str]
    said: Mapped[str | None]
    happened: Mapped[str | None]
    earliest: Mapped[str | None]
    latest: Mapped[str | None]
    place: Mapped[int | None]
    """`n` of the row in `place`."""
    answers: Mapped[str | None]
    __table_args__ = (
        Index("claim_id", "id"),
        Index("claim_speaker", "speaker_key", "document"),
        Index("claim_status", "status", "document"),
        Index("claim_when", "earliest", "latest"),
        Index("claim_spread", "document", "status", "side", "speaker_key", "speaker"),
        Index("claim_until", "latest", "earliest", "document"),
    )


class PlaceRow(Base):
    """A location of a document's newest record. Degrees; a point's box is the point."""

    __tablename__ = "place"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    document: Mapped[int] = mapped_column(ForeignKey("document.seq"))
    n: Mapped[int]
    name: Mapped[str]
    place: Mapped[str | None]
    kind: Mapped[str | None]
    precision: Mapped[str | None]
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    west: Mapped[float | None]
    south: Mapped[float | None]
    east: Mapped[float | None]
    north: Mapped[float | None]
    __table_args__ = (Index("place_document", "document", "n"),)


class AreaRow(Base):
    """A document's place is this area or lies in it."""

    __tablename__ = "area"
    area: Mapped[str] = mapped_column(primary_key=True)
    document: Mapped[int] = mapped_column(ForeignKey("document.seq"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    __table_args__ = (Index("area_document", "document", "area"),)


class FrameRow(Base):
    """A contested term in use, and whose words it stands in."""

    __tablename__ = "frame"
    document: Mapped[int] = mapped_column(ForeignKey("document.seq"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    frame: Mapped[str] = mapped_column(index=True)
    speaker: Mapped[str | None]
    """None for the outlet's own voice."""
    side: Mapped[str | None]
    words: Mapped[str]


class FindingRow(Base):
    """A finding of a document's newest record, or one about two versions of an address."""

    __tablename__ = "finding"
    document: Mapped[int] = mapped_column(ForeignKey("document.seq"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(index=True)
    severity: Mapped[str]
    message: Mapped[str]


class PrintRow(Base):
    """A fingerprint of a linked document's words; `document` is its `seq`."""

    __tablename__ = "print"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    document: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, index=True)


class EventRow(Base):
    """One happening: `body` is an Event as JSON."""

    __tablename__ = "event"
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    earliest: Mapped[str | None] = mapped_column(index=True)
    latest: Mapped[str | None]
    place: Mapped[str | None] = mapped_column(index=True)
    reports: Mapped[int]
    body: Mapped[str]


class EventClaim(Base):
    """Which claims an event is made of; names documents by key."""

    __tablename__ = "event_claim"
    event: Mapped[str] = mapped_column(ForeignKey("event.id"), primary_key=True)
    document: Mapped[str] = mapped_column(primary_key=True, index=True)
    claim: Mapped[str] = mapped_column(primary_key=True, index=True)


class LinkRow(Base):
    """How two documents or claims stand together: `body` is the item as JSON."""

    __tablename__ = "link"
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    a: Mapped[str] = mapped_column(index=True)
    b: Mapped[str] = mapped_column(index=True)
    body: Mapped[str]
