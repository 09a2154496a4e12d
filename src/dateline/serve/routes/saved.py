"""Searches that people keep, and what is new in them as an Atom feed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Request
from fastapi.responses import RedirectResponse, Response

from dateline.core.errors import UsageError
from dateline.serve.desk import Desk, the_desk
from dateline.serve.failing import NotThere
from dateline.serve.render import page, rendered
from dateline.serve.routes.search import results
from dateline.serve.security.roles import Permission, Refused, allow
from dateline.serve.security.sessions import the_visitor
from dateline.serve.view import asking
from dateline.serve.view import drawing as drawing
from dateline.store.facets import facets
from dateline.store.log import now
from dateline.store.saved import Saved, all_saved, drop, keep, saved, see
from dateline.store.search import search

router = APIRouter(tags=["searches"])
READ = [Depends(allow(Permission.READ))]
TheDesk = Annotated[Desk, Depends(the_desk)]
Ident = Annotated[str, Path(max_length=100)]
_FEED = 50


@router.get("/searches", dependencies=READ)
def searches(request: Request, desk: TheDesk) -> Response:
    """One's own searches and the shared ones, each with how many reports fit."""
    with desk.archive.reading() as connection:
        kept = all_saved(connection, _person(request))
        rows = []
        for one in kept:
            try:
                spread = facets(connection, asking.filter_of(asking.asked_in(one.query)))
                rows.append((one, spread.reports, spread.capped))
            except UsageError:
                rows.append((one, 0, False))
    return page(request, "saved/list.html.jinja", rows=rows, me=_person(request))


@router.post("/searches", dependencies=READ)
def keep_search(
    request: Request,
    desk: TheDesk,
    name: Annotated[str, Form(min_length=1, max_length=100)],
    query: Annotated[str, Form(max_length=3000)] = "",
    shared: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Keep a search; sharing it with everybody needs an editor."""
    if shared and not the_visitor(request).may(Permission.EDIT):
        raise Refused(Permission.EDIT, the_visitor(request).person)
    known = asking.query_of(asking.asked_in(query))
    with desk.writing() as connection:
        keep(
            connection, person=_person(request), name=name.strip() or known, query=known,
            shared=bool(shared),
        )  # fmt: skip
    return RedirectResponse("/searches", 303)


@router.post("/searches/{ident}/drop", dependencies=READ)
def drop_search(request: Request, desk: TheDesk, ident: Ident) -> Response:
    """Forget one's own search; an owner may forget any."""
    one = _one(request, desk, ident)
    visitor = the_visitor(request)
    if one.person != _person(request) and not visitor.may(Permission.OWN):
        raise Refused(Permission.OWN, visitor.person)
    with desk.writing() as connection:
        drop(connection, one.id)
    return RedirectResponse("/searches", 303)


@router.get("/searches/{ident}.atom", dependencies=READ)
def feed(request: Request, desk: TheDesk, ident: Ident) -> Response:
    """The newest reports that fit, as Atom (RFC 4287)."""
    one = _one(request, desk, ident)
    with desk.archive.reading() as connection:
        hits = search(connection, asking.filter_of(asking.asked_in(one.query)), limit=_FEED)
    base = str(request.base_url).rstrip("/")
    body = rendered(
        request, "saved/feed.xml.jinja", saved=one, hits=hits.hits, base=base, moment_now=now()
    )
    return Response(body, media_type="application/atom+xml")


@router.get("/searches/{ident}", dependencies=READ)
def show_search(request: Request, desk: TheDesk, ident: Ident) -> Response:
    """What fits a kept search now."""
    one = _one(request, desk, ident)
    asked = asking.asked_in(one.query)
    with desk.archive.reading() as connection:
        context = results(connection, asked)
    if one.person == _person(request):
        with desk.writing() as connection:
            see(connection, one.id)
    return page(
        request, "saved/search.html.jinja", saved=one, query=asking.query_of, show=30, next=60,
        place_name=asking.place_name, **context,
    )  # fmt: skip


def _person(request: Request) -> str:
    person = the_visitor(request).person
    return person.id if person else ""


def _one(request: Request, desk: Desk, ident: str) -> Saved:
    with desk.archive.reading() as connection:
        one = saved(connection, ident)
    if one is None or not (one.shared or one.person == _person(request)):
        raise NotThere(f"no saved search of yours is called {ident!r}")
    return one
