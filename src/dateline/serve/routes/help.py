"""Help: how the desk works, its keys, and what each finding means."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from dateline.pipeline.standard import standard
from dateline.serve.render import page, rendered
from dateline.serve.security.roles import Permission, allow
from dateline.serve.view import drawing as drawing
from dateline.serve.view.labels import KEYS

router = APIRouter(include_in_schema=False)
READ = [Depends(allow(Permission.READ))]


@router.get("/help", dependencies=READ)
def guide(request: Request) -> HTMLResponse:
    """What a newcomer needs."""
    return page(request, "help/help.html.jinja", actions=KEYS)


@router.get("/help/keys", dependencies=READ)
def keys(
    request: Request, part: Annotated[str, Query(pattern="^(page|list)$")] = "page"
) -> HTMLResponse:
    """Every key, alone or as a page."""
    if part == "list":
        return HTMLResponse(rendered(request, "help/keylist.html.jinja", actions=KEYS))
    return page(request, "help/keys.html.jinja", actions=KEYS)


@router.get("/help/findings", dependencies=READ)
def findings(request: Request) -> HTMLResponse:
    """What each finding means, in the words of its checker."""
    return page(request, "help/findings.html.jinja", checkers=standard().checkers)
