"""The first tables of an archive. Frozen: later changes are later revisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_SQLITE = (
    "CREATE VIRTUAL TABLE words USING fts5("
    "body, content='', tokenize='unicode61 remove_diacritics 0')",
    "CREATE VIRTUAL TABLE place_box USING rtree(id, west, east, south, north, +document)",
    "CREATE TRIGGER place_boxed AFTER INSERT ON place WHEN new.west IS NOT NULL BEGIN "
    "INSERT INTO place_box VALUES "
    "(new.id, new.west, new.east, new.south, new.north, new.document); END",
    "CREATE TRIGGER place_unboxed AFTER DELETE ON place BEGIN "
    "DELETE FROM place_box WHERE id = old.id; END",
)
_POSTGRES = (
    "CREATE EXTENSION IF NOT EXISTS postgis",
    "CREATE TABLE words (document bigint PRIMARY KEY REFERENCES document (seq), body tsvector)",
    "CREATE INDEX words_body ON words USING gin (body)",
    "ALTER TABLE place ADD COLUMN box geometry(Polygon, 4326) GENERATED ALWAYS AS "
    "(ST_MakeEnvelope(west, south, east, north, 4326)) STORED",
    "CREATE INDEX place_box ON place USING gist (box)",
)


def upgrade() -> None:
    """Facts, what is drawn from them, and the two indexes that each database makes its own way."""
    _facts()
    _drawn()
    _links()
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRES:
        op.execute(statement)


def _facts() -> None:
    op.create_table(
        "document",
        sa.Column("seq", _WHOLE, primary_key=True, autoincrement=False),
        sa.Column("key", sa.Text(), nullable=False, unique=True),
        sa.Column("address", sa.Text()),
        sa.Column("version", _WHOLE, nullable=False),
        sa.Column("given", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("day", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
    )
    op.create_index("document_address", "document", ["address", "version"])
    op.create_index("document_day", "document", ["day"])
    op.create_index("document_given", "document", ["given"])
    op.create_table(
        "content",
        sa.Column("sha256", sa.Text(), primary_key=True),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "capture",
        sa.Column("key", sa.Text(), sa.ForeignKey("document.key"), primary_key=True),
        sa.Column("sha256", sa.Text(), sa.ForeignKey("content.sha256"), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_capture_sha256", "capture", ["sha256"])
    op.create_table(
        "pipeline",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_table(
        "record",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("document", _WHOLE, sa.ForeignKey("document.seq"), nullable=False),
        sa.Column("pipeline", sa.Text(), sa.ForeignKey("pipeline.id"), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.Column("gist", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_record_document", "record", ["document"])
    op.create_index("record_once", "record", ["document", "pipeline"], unique=True)
    op.create_table(
        "log",
        sa.Column("n", _WHOLE, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
    )
    op.create_index("ix_log_subject", "log", ["subject"])
    op.create_table(
        "tombstone",
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("n", _WHOLE, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
    )
    op.create_index("ix_tombstone_sha256", "tombstone", ["sha256"])
    op.create_table(
        "state",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("body", sa.Text(), nullable=False),
    )


def _drawn() -> None:
    op.create_table(
        "claim",
        sa.Column(
            "document", _WHOLE, sa.ForeignKey("document.seq"), primary_key=True, autoincrement=False
        ),
        sa.Column("n", _WHOLE, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text()),
        sa.Column("speaker_key", sa.Text()),
        sa.Column("role", sa.Text()),
        sa.Column("side", sa.Text()),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("attribution", sa.Text(), nullable=False),
        sa.Column("certainty", sa.Text(), nullable=False),
        sa.Column("said", sa.Text()),
        sa.Column("happened", sa.Text()),
        sa.Column("earliest", sa.Text()),
        sa.Column("latest", sa.Text()),
        sa.Column("place", _WHOLE),
        sa.Column("answers", sa.Text()),
    )
    op.create_index("claim_id", "claim", ["id"])
    op.create_index("claim_speaker", "claim", ["speaker_key", "document"])
    op.create_index("claim_status", "claim", ["status", "document"])
    op.create_index("claim_when", "claim", ["earliest", "latest"])
    op.create_table(
        "place",
        sa.Column("id", _WHOLE, primary_key=True, autoincrement=False),
        sa.Column("document", _WHOLE, sa.ForeignKey("document.seq"), nullable=False),
        sa.Column("n", _WHOLE, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text()),
        sa.Column("kind", sa.Text()),
        sa.Column("precision", sa.Text()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("west", sa.Float()),
        sa.Column("south", sa.Float()),
        sa.Column("east", sa.Float()),
        sa.Column("north", sa.Float()),
    )
    op.create_index("place_document", "place", ["document", "n"])
    op.create_table(
        "area",
        sa.Column("area", sa.Text(), primary_key=True),
        sa.Column(
            "document", _WHOLE, sa.ForeignKey("document.seq"), primary_key=True, autoincrement=False
        ),
        sa.Column("n", _WHOLE, primary_key=True, autoincrement=False),
    )
    op.create_table(
        "frame",
        sa.Column(
            "document", _WHOLE, sa.ForeignKey("document.seq"), primary_key=True, autoincrement=False
        ),
        sa.Column("n", _WHOLE, primary_key=True, autoincrement=False),
        sa.Column("frame", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text()),
        sa.Column("side", sa.Text()),
        sa.Column("words", sa.Text(), nullable=False),
    )
    op.create_index("ix_frame_frame", "frame", ["frame"])
    op.create_table(
        "finding",
        sa.Column(
            "document", _WHOLE, sa.ForeignKey("document.seq"), primary_key=True, autoincrement=False
        ),
        sa.Column("n", _WHOLE, primary_key=True, autoincrement=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
    )
    op.create_index("ix_finding_code", "finding", ["code"])


def _links() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("earliest", sa.Text()),
        sa.Column("latest", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("reports", _WHOLE, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_event_earliest", "event", ["earliest"])
    op.create_index("ix_event_place", "event", ["place"])
    op.create_table(
        "event_claim",
        sa.Column("event", sa.Text(), sa.ForeignKey("event.id"), primary_key=True),
        sa.Column("document", sa.Text(), primary_key=True),
        sa.Column("claim", sa.Text(), primary_key=True),
    )
    op.create_index("ix_event_claim_claim", "event_claim", ["claim"])
    op.create_index("ix_event_claim_document", "event_claim", ["document"])
    op.create_table(
        "link",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_link_a", "link", ["a"])
    op.create_index("ix_link_b", "link", ["b"])
