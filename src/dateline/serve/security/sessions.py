"""
Who asks: the person of a session cookie, of a bearer token, or the one at this machine.

The secret of a cookie or token is 256 random bits; the archive keeps its SHA-256. A cookie is
HttpOnly, SameSite=Strict, and Secure on https. A new one is made at each login, so that nobody
can plant a known one.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from fastapi import Request, Response
from sqlalchemy import Connection

from dateline.serve.desk import Desk, the_desk
from dateline.serve.security.roles import LOCAL, Permission, Refused, Visitor
from dateline.store.people import (
    Person,
    begin_session,
    person_of,
    person_of_session,
    token_of,
)

COOKIE = "dateline"
HOURS = 12
TOKEN = "dtl_"
"""What every token begins with, so that it is known where one was left lying about."""


def identify(request: Request) -> None:
    """Put the Visitor on `request.state`; runs before anything else of a route."""
    desk = the_desk(request)
    with desk.archive.reading() as connection:
        request.state.visitor = visitor_of(request, desk, connection)


def visitor_of(request: Request, desk: Desk, connection: Connection) -> Visitor:
    """Who asks; a request with a token is that token's alone, whatever cookies come with it."""
    header = request.headers.get("authorization")
    if header is not None:
        return _of_token(header, desk, connection)
    secret = request.cookies.get(cookie_name(request))
    if secret:
        digest = digest_of_secret(secret)
        person = person_of_session(connection, digest)
        if person is not None:
            return Visitor(person=person, session=digest)
    return Visitor(person=LOCAL) if desk.is_alone(connection) else Visitor()


def _of_token(header: str, desk: Desk, connection: Connection) -> Visitor:
    kind, _, secret = header.partition(" ")
    if kind.lower() != "bearer":
        return Visitor()
    token = token_of(connection, digest_of_secret(secret.strip()))
    if token is None:
        return Visitor()
    if token.person == LOCAL.id:
        person = LOCAL if desk.is_alone(connection) else None
    else:
        person = person_of(connection, token.person)
    if person is None or not person.active:
        return Visitor()
    return Visitor(person=person, scope=token.scope)


def digest_of_secret(secret: str) -> str:
    """What the archive keeps of a secret; 256 random bits need no slow hash."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def cookie_name(request: Request) -> str:
    """On https with the prefix that keeps other hosts and paths from setting it (RFC 6265bis)."""
    return f"__Host-{COOKIE}" if request.url.scheme == "https" else COOKIE


def log_in(request: Request, response: Response, connection: Connection, person: Person) -> None:
    """Begin a session and set its cookie; an older one of this browser is not carried on."""
    secret = token_urlsafe(32)
    ends = datetime.now(UTC) + timedelta(hours=HOURS)
    begin_session(
        connection,
        digest_of_secret(secret),
        person.id,
        expires=ends.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    response.set_cookie(
        cookie_name(request),
        secret,
        max_age=HOURS * 3600,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
        path="/",
    )


def log_out(request: Request, response: Response) -> None:
    """Take the cookie back."""
    response.delete_cookie(
        cookie_name(request), path="/", httponly=True, samesite="strict",
        secure=request.url.scheme == "https",
    )  # fmt: skip


def the_visitor(request: Request) -> Visitor:
    """Who asks, nobody included."""
    visitor: Visitor = getattr(request.state, "visitor", Visitor())
    return visitor


def the_person(request: Request) -> Person:
    """Who asks; Refused where nobody is logged in."""
    person = the_visitor(request).person
    if person is None:
        raise Refused(Permission.READ, None)
    return person
