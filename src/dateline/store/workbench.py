"""
The tables of the workbench: who may do what, what people decided, settings and saved searches.

A decision is a fact: written once, chained in the log, never changed. `person` is changed only
together with an entry in the log; sessions and tokens are no evidence and not in it.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from dateline.store.schema import Base


class PersonRow(Base):
    """Somebody who may come in; never deleted, so that the log can always name them."""

    __tablename__ = "person"
    id: Mapped[str] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[str]
    password: Mapped[str]
    """An argon2 hash with its salt and cost."""
    active: Mapped[int]
    created: Mapped[str]


class SessionRow(Base):
    """A browser that is logged in; `hash` is of the secret in its cookie."""

    __tablename__ = "session"
    hash: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("person.id"), index=True)
    created: Mapped[str]
    expires: Mapped[str]


class TokenRow(Base):
    """A program that may ask the API in a person's name; `hash` is of the token."""

    __tablename__ = "token"
    id: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    scope: Mapped[str]
    hash: Mapped[str] = mapped_column(unique=True)
    created: Mapped[str]
    expires: Mapped[str | None]


class DecisionRow(Base):
    """One act of a person; `body` holds every word of it, '' once its document is withdrawn."""

    __tablename__ = "decision"
    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(unique=True)
    at: Mapped[str]
    person: Mapped[str]
    document: Mapped[str | None]
    record: Mapped[str | None]
    kind: Mapped[str]
    subject: Mapped[str]
    act: Mapped[str]
    undoes: Mapped[str | None]
    body: Mapped[str]
    body_sha256: Mapped[str]
    __table_args__ = (
        Index("decision_document", "document", "n"),
        Index("decision_subject", "subject", "n"),
        Index("decision_act", "act", "n"),
    )


class SettingRow(Base):
    """A setting of the project: `body` is JSON."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]


class SavedRow(Base):
    """A search that somebody keeps: `query` is what the address asks; `seen` when it was read."""

    __tablename__ = "saved"
    id: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    shared: Mapped[int]
    query: Mapped[str]
    created: Mapped[str]
    seen: Mapped[str | None]
