"""
Who may come in: people, the browsers that are logged in, and tokens for programs.

Speaks SQL. What a role may do, how a password is checked and what a cookie holds is the
workbench's business; here are only hashes.
"""

from __future__ import annotations

from collections.abc import Sequence
from secrets import token_hex
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, delete, func, insert, select, update

from dateline.core.errors import UsageError
from dateline.store.log import Log, digest_of, now
from dateline.store.workbench import PersonRow, SessionRow, TokenRow


class Person(Struct, frozen=True, kw_only=True):
    """Somebody who may come in, without the password."""

    id: str
    login: str
    name: str
    role: str
    active: bool = True
    created: str = ""

    @property
    def local(self) -> bool:
        """Whether this is whoever sits at the machine, without a password."""
        return self.id == "local"


class Token(Struct, frozen=True, kw_only=True):
    """A program's way in; `scope` are names of permissions, and never the secret itself."""

    id: str
    person: str
    name: str
    scope: tuple[str, ...]
    created: str
    expires: str | None = None


def people(connection: Connection) -> tuple[Person, ...]:
    """Everybody, in the order of their names."""
    found = select(PersonRow).order_by(PersonRow.name, PersonRow.id)
    return tuple(_person(row) for row in connection.execute(found).mappings())


def anybody(connection: Connection) -> bool:
    """Whether people were made: an archive without any is one person's own."""
    return connection.execute(select(PersonRow.id).limit(1)).first() is not None


def person_of(connection: Connection, ident: str) -> Person | None:
    """The person with this id."""
    row = connection.execute(select(PersonRow).where(PersonRow.id == ident)).mappings().first()
    return _person(row) if row else None


def password_of(connection: Connection, login: str) -> tuple[Person, str] | None:
    """The person who logs in so, and the hash of the password."""
    found = select(PersonRow).where(PersonRow.login == login.strip().lower())
    row = connection.execute(found).mappings().first()
    return (_person(row), row["password"]) if row else None


def make_person(
    connection: Connection, login: str, name: str, *, role: str, password: str, by: str
) -> Person:
    """
    A new person; `password` is a hash, `by` the id of who made them.

    Raises:
        UsageError: somebody logs in so already.
    """
    login = login.strip().lower()
    taken = select(PersonRow.id).where(PersonRow.login == login)
    if connection.execute(taken).first():
        raise UsageError(f"{login!r} is somebody's name for logging in already")
    made = Person(
        id=f"person-{token_hex(8)}", login=login, name=name.strip(), role=role, created=now()
    )
    connection.execute(
        insert(PersonRow).values(
            id=made.id, login=login, name=made.name, role=role, password=password, active=1,
            created=made.created,
        )
    )  # fmt: skip
    _log(connection, made, by)
    return made


def change_person(
    connection: Connection, ident: str, *, by: str, role: str, name: str, active: bool
) -> Person:
    """
    The person as changed.

    Raises:
        UsageError: nobody has this id, or no active owner would be left.
    """
    old = person_of(connection, ident)
    if old is None:
        raise UsageError(f"nobody has the id {ident!r}")
    loses = old.role == "owner" and old.active and not (role == "owner" and active)
    if loses and _owners(connection) < 2:
        raise UsageError("an owner must be left: make somebody else one first")
    connection.execute(
        update(PersonRow)
        .where(PersonRow.id == ident)
        .values(role=role, name=name.strip(), active=int(active))
    )
    if not active or role != old.role:
        connection.execute(delete(SessionRow).where(SessionRow.person == ident))
    if not active:
        connection.execute(delete(TokenRow).where(TokenRow.person == ident))
    made = replace(old, role=role, name=name.strip(), active=active)
    _log(connection, made, by)
    return made


def set_password(connection: Connection, ident: str, password: str, *, keep: str = "") -> None:
    """A new hash; the person's sessions end but the one whose hash is `keep`."""
    connection.execute(update(PersonRow).where(PersonRow.id == ident).values(password=password))
    connection.execute(
        delete(SessionRow).where(SessionRow.person == ident, SessionRow.hash != keep)
    )


def person_digest(person: Person) -> str:
    """What the log holds of a person."""
    return digest_of(person.id, person.login, person.name, person.role, person.active)


def _log(connection: Connection, person: Person, by: str) -> None:
    log = Log(connection)
    log.add("person", person.id, person_digest(person), f"{person.role} by {by}")
    log.flush()


def _owners(connection: Connection) -> int:
    counted = select(func.count()).where(PersonRow.role == "owner", PersonRow.active == 1)
    return int(connection.execute(counted).scalar() or 0)


def _person(row: Any) -> Person:
    return Person(
        id=row["id"], login=row["login"], name=row["name"], role=row["role"],
        active=bool(row["active"]), created=row["created"],
    )  # fmt: skip


def begin_session(connection: Connection, digest: str, person: str, *, expires: str) -> None:
    """Keep that a browser is logged in; sessions that have ended are forgotten."""
    connection.execute(delete(SessionRow).where(SessionRow.expires < now()))
    connection.execute(
        insert(SessionRow).values(hash=digest, person=person, created=now(), expires=expires)
    )


def end_session(connection: Connection, digest: str) -> None:
    """Log a browser out."""
    connection.execute(delete(SessionRow).where(SessionRow.hash == digest))


def person_of_session(connection: Connection, digest: str) -> Person | None:
    """Who is logged in there; None where the session has ended or its person may not come in."""
    found = select(PersonRow).join(SessionRow, SessionRow.person == PersonRow.id)
    found = found.where(
        SessionRow.hash == digest, SessionRow.expires > now(), PersonRow.active == 1
    )
    row = connection.execute(found).mappings().first()
    return _person(row) if row else None


def make_token(connection: Connection, token: Token, digest: str) -> None:
    """Keep a token by the hash of its secret."""
    connection.execute(
        insert(TokenRow).values(
            id=token.id, person=token.person, name=token.name, scope=" ".join(token.scope),
            hash=digest, created=token.created, expires=token.expires,
        )
    )  # fmt: skip


def tokens(connection: Connection, person: str | None = None) -> tuple[Token, ...]:
    """Every token, or those of one person; the newest first."""
    found = select(TokenRow).order_by(TokenRow.created.desc(), TokenRow.id)
    if person is not None:
        found = found.where(TokenRow.person == person)
    return tuple(_token(row) for row in connection.execute(found).mappings())


def end_token(connection: Connection, ident: str) -> None:
    """Take a token back."""
    connection.execute(delete(TokenRow).where(TokenRow.id == ident))


def token_of(connection: Connection, digest: str) -> Token | None:
    """The token with this hash, where it has not ended."""
    row = connection.execute(select(TokenRow).where(TokenRow.hash == digest)).mappings().first()
    if row is None or (row["expires"] is not None and row["expires"] <= now()):
        return None
    return _token(row)


def _token(row: Any) -> Token:
    scope: Sequence[str] = row["scope"].split()
    return Token(
        id=row["id"], person=row["person"], name=row["name"], scope=tuple(scope),
        created=row["created"], expires=row["expires"],
    )  # fmt: skip
