"""What is answered when something cannot be done: a page for people, JSON for programs."""

from __future__ import annotations

from http import HTTPStatus
from logging import getLogger
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.core.errors import ArchiveError, DatelineError, UsageError
from dateline.serve.render import page
from dateline.serve.security.roles import Refused

_LOG = getLogger(__name__)


class NotThere(UsageError):
    """What was asked for is not in the archive."""


class Conflict(UsageError):
    """Somebody else changed it meanwhile."""


def failing(app: FastAPI) -> None:
    """Give every exception that is raised on purpose its answer; others are bugs and a 500."""
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(DatelineError, _told)


def wants_json(request: Request) -> bool:
    """Whether a program asks, or a script of a page."""
    accepts = request.headers.get("accept", "")
    return request.url.path.startswith(("/api/", "/openapi")) or (
        "application/json" in accepts and "text/html" not in accepts
    )


def answer(request: Request, status: int, why: str) -> Response:
    """`why` as a page or as JSON."""
    if wants_json(request):
        return JSONResponse({"error": why}, status)
    phrase = HTTPStatus(status).phrase
    return page(
        request, "error.html.jinja", status_code=status, status=status, phrase=phrase, why=why
    )


def _refused(request: Request, error: Any) -> Response:
    if error.who is not None:
        return answer(request, 403, f"Your role does not allow this: it {error}.")
    if request.method == "GET" and not wants_json(request):
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?next={quote(asked, safe='')}", 303)
    made = answer(request, 401, "Nobody is logged in.")
    made.headers["WWW-Authenticate"] = "Bearer"
    return made


def _invalid(request: Request, error: Any) -> Response:
    told = (f"{'.'.join(str(at) for at in each['loc'])}: {each['msg']}" for each in error.errors())
    return answer(request, 422, "; ".join(told)[:2000])


def _http(request: Request, error: Any) -> Response:
    made = answer(request, error.status_code, str(error.detail))
    made.headers.update(error.headers or {})
    return made


def _told(request: Request, error: Any) -> Response:
    kinds = ((NotThere, 404), (Conflict, 409), (ArchiveError, 503))
    status = next((status for kind, status in kinds if isinstance(error, kind)), 422)
    return answer(request, status, str(error))


class Bugs:
    """
    Answers a bug with a sentence and logs where it is.

    Not an exception handler: Starlette runs that of `Exception` outside all middleware, where an
    answer gets no headers any more.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on."""
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, sent)
        except Exception as error:
            if begun or scope["type"] != "http":
                raise
            request = Request(scope, receive)
            _LOG.exception("%s %s", request.method, request.url.path)
            why = f"This is a bug in dateline ({type(error).__name__}). Nothing was changed."
            await PlainTextResponse(why, 500)(scope, receive, send)
