"""Coming in and going out, and the first owner of an archive that is nobody's yet."""

from __future__ import annotations

from hmac import compare_digest
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response

from dateline.core.errors import UsageError
from dateline.serve.desk import Desk, the_desk
from dateline.serve.failing import NotThere
from dateline.serve.inside import inside
from dateline.serve.render import page, say
from dateline.serve.security.passwords import LONGEST, SHORTEST, fits, hashed
from dateline.serve.security.roles import Permission, allow
from dateline.serve.security.sessions import log_in, log_out, the_visitor
from dateline.store.people import anybody, end_session, make_person, password_of

router = APIRouter(include_in_schema=False)
TheDesk = Annotated[Desk, Depends(the_desk)]
_PUBLIC = [Depends(allow(Permission.PUBLIC))]
Line = Annotated[str, Form(max_length=200)]
Secret = Annotated[str, Form(max_length=LONGEST)]


@router.get("/healthz", dependencies=_PUBLIC)
def healthz(desk: TheDesk) -> Response:
    """Whether the workbench answers and its archive can be read."""
    with desk.archive.reading() as connection:
        anybody(connection)
    return PlainTextResponse("ok\n")


@router.get("/login", dependencies=_PUBLIC)
def login_page(request: Request, desk: TheDesk, next: str = "/") -> Response:
    """The form; who is logged in already is sent on."""
    if the_visitor(request).person is not None:
        return RedirectResponse(inside(next), 303)
    with desk.archive.reading() as connection:
        if not desk.has_people(connection):
            return RedirectResponse("/setup", 303)
    return page(request, "login/login.html.jinja", next=inside(next), why="", login="")


@router.post("/login", dependencies=_PUBLIC)
def login(
    request: Request, desk: TheDesk, login: Line = "", password: Secret = "", next: Line = "/"
) -> Response:
    """Let somebody in; says as little of a wrong name as of a wrong password."""
    names = (f"login {login.strip().lower()}", f"address {_address(request)}")
    wait = desk.throttle.wait(*names)
    if wait > 0:
        why = say(request, "Too many tries: wait %(seconds)d seconds.") % {"seconds": wait + 1}
        return _again(request, next, login, why, status=429)
    with desk.archive.reading() as connection:
        found = password_of(connection, login)
    person, kept = found or (None, None)
    if not fits(password, kept) or person is None or not person.active:
        desk.throttle.miss(*names)
        return _again(request, next, login, say(request, "Name or password is wrong."), status=401)
    desk.throttle.hit(names[0])
    answer = RedirectResponse(inside(next), 303)
    with desk.writing() as connection:
        if old := the_visitor(request).session:
            end_session(connection, old)
        log_in(request, answer, connection, person)
    return answer


@router.post("/logout", dependencies=_PUBLIC)
def logout(request: Request, desk: TheDesk) -> Response:
    """End this session, here and in the archive."""
    answer = RedirectResponse("/login", 303)
    log_out(request, answer)
    if session := the_visitor(request).session:
        with desk.writing() as connection:
            end_session(connection, session)
    return answer


@router.get("/setup", dependencies=_PUBLIC)
def setup_page(request: Request, desk: TheDesk, code: str = "") -> Response:
    """The form that makes the first owner; there is none once somebody was made."""
    _unowned(desk)
    return page(request, "login/setup.html.jinja", code=code[:40], why="", shortest=SHORTEST)


@router.post("/setup", dependencies=_PUBLIC)
def setup(
    request: Request,
    desk: TheDesk,
    code: Line = "",
    login: Line = "",
    name: Line = "",
    password: Secret = "",
) -> Response:
    """Make the first owner, where the code is the one that the terminal showed."""
    _unowned(desk)
    address = f"setup {_address(request)}"
    if desk.throttle.wait(address) > 0 or not compare_digest(
        code.strip().encode("utf-8", "replace"), desk.code.encode()
    ):
        desk.throttle.miss(address)
        why = say(request, "That is not the code that the terminal showed.")
        return _setup_again(request, code, why, status=403)
    if not login.strip() or not name.strip():
        return _setup_again(request, code, say(request, "A name is missing."))
    try:
        kept = hashed(password)
    except UsageError as error:
        return _setup_again(request, code, str(error))
    answer = RedirectResponse("/", 303)
    with desk.writing() as connection:
        if anybody(connection):
            raise NotThere("there is an owner already")
        person = make_person(
            connection, login, name, role="owner", password=kept, by="the terminal's code"
        )
        log_in(request, answer, connection, person)
    return answer


def _unowned(desk: Desk) -> None:
    with desk.archive.reading() as connection:
        if desk.has_people(connection):
            raise NotThere("there is an owner already")


def _again(request: Request, next: str, login: str, why: str, *, status: int) -> Response:
    return page(
        request, "login/login.html.jinja", status_code=status, next=inside(next), why=why,
        login=login,
    )  # fmt: skip


def _setup_again(request: Request, code: str, why: str, *, status: int = 422) -> Response:
    return page(
        request, "login/setup.html.jinja", status_code=status, code=code, why=why,
        shortest=SHORTEST,
    )  # fmt: skip


def _address(request: Request) -> str:
    return request.client.host if request.client else "nowhere"
