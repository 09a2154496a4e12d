"""Search with facets, and the look-up of places that forms use."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse
from sqlalchemy import Connection

from dateline.core.errors import UsageError
from dateline.serve.desk import Desk, the_desk
from dateline.serve.render import page, rendered
from dateline.serve.security.roles import Permission, allow
from dateline.serve.view import asking
from dateline.serve.view import drawing as drawing
from dateline.store.facets import facets
from dateline.store.search import search
from dateline.world.gazetteer import gazetteer

router = APIRouter(tags=["search"])
READ = [Depends(allow(Permission.READ))]
TheDesk = Annotated[Desk, Depends(the_desk)]
_STEP, _MOST = 30, 300
_PLACES = 12


@router.get("/search", dependencies=READ)
def found(
    request: Request, desk: TheDesk, show: Annotated[int, Query(ge=1, le=_MOST)] = _STEP
) -> HTMLResponse:
    """Reports and claims that fit, with what else can be asked of them."""
    asked = asking.asked_of(request)
    with desk.archive.reading() as connection:
        context = results(connection, asked, show=show)
    more = min(show + _STEP, _MOST)
    context |= {"query": asking.query_of, "place_name": asking.place_name, "show": show}
    if request.headers.get("hx-request"):
        return HTMLResponse(rendered(request, "search/results.html.jinja", next=more, **context))
    return page(request, "search/search.html.jinja", next=more, **context)


def results(connection: Connection, asked: dict[str, str], *, show: int = _STEP) -> dict[str, Any]:
    """What fits and how it is spread; `why` where the search cannot be done as it was asked."""
    try:
        wanted = asking.filter_of(asked)
        hits = search(connection, wanted, limit=show) if asked else None
        spread = facets(connection, wanted)
    except UsageError as error:
        return {"asked": asked, "hits": None, "spread": None, "why": str(error)}
    return {"asked": asked, "hits": hits, "spread": spread, "why": ""}


@router.get("/places", dependencies=READ)
def places(
    request: Request,
    q: Annotated[str, Query(max_length=100)] = "",
    value: Annotated[str, Query(alias="value.place", max_length=100)] = "",
) -> HTMLResponse:
    """Places of the gazetteer that are called so, as the options of a form."""
    name = (q or value).strip()
    known = gazetteer()
    places = [*filter(None, [known.place(name)]), *known.look(name)] if name else []
    listed = [
        (place.id, place.name, place.kind.value, [asking.place_name(at) for at in place.within[:2]])
        for place in dict.fromkeys(places)
    ]
    return HTMLResponse(rendered(request, "search/places.html.jinja", places=listed[:_PLACES]))
