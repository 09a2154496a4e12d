"""Tokens: ways in for programs, in a person's name and with no more than that person may do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from secrets import token_hex, token_urlsafe
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Request
from fastapi.responses import RedirectResponse, Response

from dateline.core.errors import UsageError
from dateline.serve.desk import Desk, the_desk
from dateline.serve.failing import NotThere
from dateline.serve.render import page
from dateline.serve.security.roles import Permission, Refused, Visitor, allow
from dateline.serve.security.sessions import TOKEN, digest_of_secret, the_person, the_visitor
from dateline.store.log import now
from dateline.store.people import Person, Token, end_token, make_token, people, tokens

router = APIRouter(include_in_schema=False)
READ = [Depends(allow(Permission.READ))]
TheDesk = Annotated[Desk, Depends(the_desk)]
ThePerson = Annotated[Person, Depends(the_person)]
Line = Annotated[str, Form(max_length=100)]
SCOPES = tuple(each for each in Permission if each is not Permission.PUBLIC)
_LONGEST = 366


@router.get("/tokens", dependencies=READ)
def tokens_page(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """One's own tokens; an owner sees everybody's."""
    return _shown(request, desk, person)


def _shown(
    request: Request, desk: Desk, person: Person, *, why: str = "", secret: str = ""
) -> Response:
    visitor = the_visitor(request)
    everybody = visitor.may(Permission.OWN)
    with desk.archive.reading() as connection:
        found = tokens(connection, None if everybody else person.id)
        who = {each.id: each.name for each in people(connection)}
    scopes = [each for each in SCOPES if visitor.may(each)]
    return page(
        request, "people/tokens.html.jinja", status_code=422 if why else 200, tokens=found,
        who={**who, "local": "owner (local)"}, scopes=scopes, why=why, secret=secret, nav="tokens",
    )  # fmt: skip


@router.post("/tokens", dependencies=READ)
def new_token(
    request: Request,
    desk: TheDesk,
    person: ThePerson,
    name: Line = "",
    scope: Line = "read",
    days: Annotated[int, Form(ge=1, le=_LONGEST)] = 90,
) -> Response:
    """Make a token; its secret is shown this once."""
    visitor = the_visitor(request)
    if visitor.scope is not None:
        raise Refused(Permission.OWN, person)
    try:
        _check(name, scope, visitor)
    except UsageError as error:
        return _shown(request, desk, person, why=str(error))
    secret = TOKEN + token_urlsafe(32)
    ends = (datetime.now(UTC) + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
    made = Token(
        id=f"token-{token_hex(8)}", person=person.id, name=name.strip(), scope=(scope,),
        created=now(), expires=ends,
    )  # fmt: skip
    with desk.writing() as connection:
        make_token(connection, made, digest_of_secret(secret))
    return _shown(request, desk, person, secret=secret)


def _check(name: str, scope: str, visitor: Visitor) -> None:
    if not name.strip() or not name.isprintable():
        raise UsageError("want a name for the token: what will it be used for?")
    if scope not in SCOPES or not visitor.may(Permission(scope)):
        raise UsageError("want a permission that you have yourself")


@router.post("/tokens/{ident}/end", dependencies=READ)
def take_back(
    request: Request, desk: TheDesk, person: ThePerson, ident: Annotated[str, Path(max_length=80)]
) -> Response:
    """End a token: one's own, or anybody's for an owner."""
    mine = None if the_visitor(request).may(Permission.OWN) else person.id
    with desk.writing() as connection:
        if ident not in {each.id for each in tokens(connection, mine)}:
            raise NotThere("no token of yours is called so")
        end_token(connection, ident)
    return RedirectResponse("/tokens", 303)
