"""The workbench: people, their sessions and tokens, what they decided, settings, saved searches."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """The same tables in both databases."""
    _people()
    _work()
    _spread()


def _people() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("login", sa.Text(), nullable=False, unique=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("active", _WHOLE, nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
    )
    op.create_table(
        "session",
        sa.Column("hash", sa.Text(), primary_key=True),
        sa.Column("person", sa.Text(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("expires", sa.Text(), nullable=False),
    )
    op.create_index("ix_session_person", "session", ["person"])
    op.create_table(
        "token",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False, unique=True),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("expires", sa.Text()),
    )
    op.create_index("ix_token_person", "token", ["person"])


def _work() -> None:
    op.create_table(
        "decision",
        sa.Column("n", _WHOLE, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("document", sa.Text()),
        sa.Column("record", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Text()),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("body_sha256", sa.Text(), nullable=False),
    )
    op.create_index("decision_document", "decision", ["document", "n"])
    op.create_index("decision_subject", "decision", ["subject", "n"])
    op.create_index("decision_act", "decision", ["act", "n"])
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_table(
        "saved",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("shared", _WHOLE, nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("seen", sa.Text()),
    )
    op.create_index("ix_saved_person", "saved", ["person"])


def _spread() -> None:
    """How what is found is spread is asked at every search: from an index, not from the words."""
    op.create_index(
        "claim_spread", "claim", ["document", "status", "side", "speaker_key", "speaker"]
    )
    op.create_index("area_document", "area", ["document", "area"])
    if op.get_bind().dialect.name == "postgresql":
        # SQLite reads `document_day` backwards for this, since its NULLs are the smallest.
        op.execute("CREATE INDEX document_newest ON document (day DESC NULLS LAST, seq DESC)")
