"""Where somebody arrives."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from dateline.serve.desk import Desk, the_desk
from dateline.serve.render import page
from dateline.serve.security.roles import Permission, allow
from dateline.store.read import counts

router = APIRouter(include_in_schema=False)


@router.get("/", dependencies=[Depends(allow(Permission.READ))])
def home(request: Request, desk: Annotated[Desk, Depends(the_desk)]) -> Response:
    """What the archive holds."""
    with desk.archive.reading() as connection:
        held = counts(connection)
    return page(request, "home.html.jinja", held=held)
