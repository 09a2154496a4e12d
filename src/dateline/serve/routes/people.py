"""People: who may come in and with which role, made and changed by owners; one's own password."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import Connection

from dateline.core.errors import UsageError
from dateline.serve.desk import Desk, the_desk
from dateline.serve.failing import NotThere
from dateline.serve.render import page
from dateline.serve.security.passwords import LONGEST, SHORTEST, fits, hashed
from dateline.serve.security.roles import ROLES, Permission, allow
from dateline.serve.security.sessions import the_person, the_visitor
from dateline.store.people import (
    Person,
    change_person,
    make_person,
    password_of,
    people,
    person_of,
    set_password,
)

router = APIRouter(include_in_schema=False)
OWN = [Depends(allow(Permission.OWN))]
READ = [Depends(allow(Permission.READ))]
TheDesk = Annotated[Desk, Depends(the_desk)]
ThePerson = Annotated[Person, Depends(the_person)]
Line = Annotated[str, Form(max_length=200)]
Secret = Annotated[str, Form(max_length=LONGEST)]
Ident = Annotated[str, Path(max_length=80)]


@router.get("/people", dependencies=OWN)
def people_page(request: Request, desk: TheDesk) -> Response:
    """Everybody, and a form for somebody new."""
    return _shown(request, desk)


def _shown(request: Request, desk: Desk, why: str = "") -> Response:
    with desk.archive.reading() as connection:
        everybody = people(connection)
    return page(
        request, "people/people.html.jinja", status_code=422 if why else 200,
        everybody=everybody, roles=ROLES, why=why, shortest=SHORTEST, nav="people",
        code=desk.code if not everybody else "",
    )  # fmt: skip


def newcomer(
    login: Line = "", name: Line = "", role: Line = "reader", password: Secret = ""
) -> dict[str, str]:
    """The fields of the form for somebody new."""
    return {"login": login, "name": name, "role": role, "password": password}


@router.post("/people", dependencies=OWN)
def add_person(
    request: Request,
    desk: TheDesk,
    person: ThePerson,
    form: Annotated[dict[str, str], Depends(newcomer)],
) -> Response:
    """Make somebody; the first must be an owner, else nobody could come in."""
    try:
        _check(form["login"], form["name"], form["role"])
        _check_first(person, form["role"])
        kept = hashed(form["password"])
        with desk.writing() as connection:
            make_person(
                connection, form["login"], form["name"], role=form["role"], password=kept,
                by=person.id,
            )  # fmt: skip
    except UsageError as error:
        return _shown(request, desk, str(error))
    return RedirectResponse("/people", 303)


def _check_first(person: Person, role: str) -> None:
    if person.local and role != "owner":
        raise UsageError("the first person must be an owner: nobody could come in else")


def _check_there(connection: Connection, ident: str) -> None:
    if person_of(connection, ident) is None:
        raise NotThere(f"nobody has the id {ident!r}")


def _check_old(desk: Desk, person: Person, old: str) -> None:
    """Also here a wrong password costs a wait, else a stolen session could try them all."""
    name = f"login {person.login}"
    with desk.archive.reading() as connection:
        found = password_of(connection, person.login)
    if desk.throttle.wait(name) > 0 or not fits(old, found[1] if found else None):
        desk.throttle.miss(name)
        raise UsageError("that is not your password now")


def _check(login: str, name: str, role: str) -> None:
    if not login.strip() or not name.strip():
        raise UsageError("want a name, and one for logging in")
    if not (login + name).isprintable():
        raise UsageError("a name holds only what can be printed")
    if role not in ROLES:
        raise UsageError(f"role: want one of {', '.join(ROLES)}")


@router.post("/people/{ident}", dependencies=OWN)
def change(
    request: Request,
    desk: TheDesk,
    person: ThePerson,
    ident: Ident,
    form: Annotated[dict[str, str], Depends(newcomer)],
    active: Line = "no",
) -> Response:
    """Another role, name or password; or no way in any more."""
    try:
        _check("-", form["name"], form["role"])
        kept = hashed(form["password"]) if form["password"] else ""
        with desk.writing() as connection:
            _check_there(connection, ident)
            change_person(
                connection, ident, by=person.id, role=form["role"], name=form["name"],
                active=active == "yes",
            )  # fmt: skip
            if kept:
                set_password(connection, ident, kept)
    except NotThere:
        raise
    except UsageError as error:
        return _shown(request, desk, str(error))
    return RedirectResponse("/people", 303)


@router.get("/password", dependencies=READ)
def password_page(request: Request, person: ThePerson) -> Response:
    """The form for one's own password."""
    if person.local:
        raise NotThere("there is no password: nobody was made yet")
    return page(request, "people/password.html.jinja", why="", shortest=SHORTEST)


@router.post("/password", dependencies=READ)
def change_password(
    request: Request, desk: TheDesk, person: ThePerson, old: Secret = "", new: Secret = ""
) -> Response:
    """One's own password anew; every other session of this person ends."""
    visitor = the_visitor(request)
    if person.local or visitor.scope is not None:
        raise NotThere("a password is changed in a browser, by who is logged in")
    try:
        _check_old(desk, person, old)
        kept = hashed(new)
    except UsageError as error:
        return page(
            request, "people/password.html.jinja", status_code=422, why=str(error),
            shortest=SHORTEST,
        )  # fmt: skip
    with desk.writing() as connection:
        set_password(connection, person.id, kept, keep=visitor.session)
    return RedirectResponse("/", 303)
