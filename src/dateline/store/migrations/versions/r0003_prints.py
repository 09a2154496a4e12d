"""Fingerprints, by which a new report finds those with the same words; claims by their last day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """The same tables in both databases; the next linking fills them."""
    op.create_table(
        "print",
        sa.Column("number", _WHOLE, primary_key=True, autoincrement=False),
        sa.Column("document", _WHOLE, primary_key=True, autoincrement=False),
    )
    op.create_index("ix_print_document", "print", ["document"])
    op.create_index("claim_until", "claim", ["latest", "earliest", "document"])
