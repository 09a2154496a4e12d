"""The language and the look that a reader chose, kept in their browser alone."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from dateline.serve.project import LANGUAGES
from dateline.serve.render import THEMES
from dateline.serve.security.roles import Permission, allow

router = APIRouter(include_in_schema=False)
_YEAR = 365 * 86_400
Short = Annotated[str, Form(max_length=20)]


@router.post("/preferences", dependencies=[Depends(allow(Permission.PUBLIC))])
def choose(request: Request, lang: Short = "", theme: Short = "") -> Response:
    """Keep the choice and go back to the page it was made on."""
    came = urlsplit(request.headers.get("referer", ""))
    path = came.path if came.path.startswith("/") and not came.path.startswith("//") else "/"
    answer = RedirectResponse(f"{path}?{came.query}" if came.query else path, 303)
    for name, value, known in (("lang", lang, LANGUAGES), ("theme", theme, THEMES)):
        if value in known:
            answer.set_cookie(
                name, value, max_age=_YEAR, samesite="lax", httponly=True, path="/",
                secure=request.url.scheme == "https",
            )  # fmt: skip
    return answer
