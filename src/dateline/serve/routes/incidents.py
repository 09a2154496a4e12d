"""The list of stories: happenings that several reports tell of, newest first."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from dateline.serve.dates import day_in
from dateline.serve.desk import Desk, the_desk
from dateline.serve.render import language_of, page
from dateline.serve.security.roles import Permission, allow
from dateline.store.links import unlinked
from dateline.store.overview import incidents
from dateline.store.search import Filter

router = APIRouter(tags=["stories"])
_MOST = 200
Asked = Annotated[str, Query(max_length=200)]
Day = Annotated[str, Query(pattern=r"^(\d{4}-\d\d-\d\d)?$")]


@router.get("/incidents", dependencies=[Depends(allow(Permission.READ))])
def stories(
    request: Request,
    desk: Annotated[Desk, Depends(the_desk)],
    place: Asked = "",
    since: Day = "",
    until: Day = "",
) -> HTMLResponse:
    """The newest stories that fit a place and a time."""
    asked = Filter(place=place or None, since=since or None, until=until or None)
    with desk.archive.reading() as connection:
        found = incidents(connection, asked, limit=_MOST)
        waiting = unlinked(connection)
    lang = language_of(request)
    return page(
        request,
        "story/list.html.jinja",
        found=found,
        asked=asked,
        waiting=waiting,
        short_day=day_in(lang),
    )
