"""What is answered when something cannot be done: a page for people, JSON for programs."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from dateline.core.errors import ArchiveError, DatelineError, UsageError
from dateline.serve.render import page
from dateline.serve.security.roles import Refused


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
    app.add_exception_handler(Exception, _bug)


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


def _bug(request: Request, error: Any) -> Response:
    return answer(
        request, 500, f"This is a bug in dateline ({type(error).__name__}). Nothing was changed."
    )
