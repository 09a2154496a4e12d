"""The desk: what waits for somebody, what came in, what is followed."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from dateline.serve.desk import Desk, the_desk
from dateline.serve.render import page
from dateline.serve.security.roles import Permission, allow
from dateline.serve.security.sessions import the_visitor
from dateline.serve.view import drawing as drawing
from dateline.store.decisions import names, recent
from dateline.store.listing import listed, newest
from dateline.store.overview import incidents
from dateline.store.read import counts
from dateline.store.saved import all_saved
from dateline.store.search import Filter

router = APIRouter(include_in_schema=False)
_FEW = 8


@router.get("/", dependencies=[Depends(allow(Permission.READ))])
def home(request: Request, desk: Annotated[Desk, Depends(the_desk)]) -> Response:
    """Where somebody arrives."""
    person = the_visitor(request).person
    with desk.archive.reading() as connection:
        context: dict[str, Any] = {
            "held": counts(connection),
            "waiting": listed(connection, show="open", limit=_FEW),
            "newest": newest(connection, limit=_FEW),
            "stories": incidents(connection, Filter(), limit=_FEW),
            "searches": all_saved(connection, person.id if person else ""),
            "acts": recent(connection, limit=_FEW),
            "who": names(connection),
        }
    return page(request, "home.html.jinja", **context)
