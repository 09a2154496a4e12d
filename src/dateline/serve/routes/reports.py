"""Reports: the list of them, one as a page, one claim of it to be changed."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import HTMLResponse

from dateline.core.errors import UsageError
from dateline.serve.desk import Desk, the_desk
from dateline.serve.failing import NotThere
from dateline.serve.render import language_of, page, rendered, translations
from dateline.serve.review.folded import decided
from dateline.serve.security.roles import Permission, allow
from dateline.serve.view import drawing as drawing
from dateline.serve.view import labels
from dateline.serve.view.report import ReportView
from dateline.store.links import events_with
from dateline.store.listing import listed
from dateline.store.read import find, one, versions

router = APIRouter(tags=["reports"])
READ = [Depends(allow(Permission.READ))]
REVIEW = [Depends(allow(Permission.REVIEW))]
TheDesk = Annotated[Desk, Depends(the_desk)]
Key = Annotated[str, Path(max_length=300)]
_PAGE = 50


@router.get("/reports", dependencies=READ)
def reports(
    request: Request,
    desk: TheDesk,
    show: Annotated[str, Query(pattern="^(all|open|findings)$")] = "all",
    after: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> HTMLResponse:
    """Every report, the newest first, with what there is to do on it."""
    with desk.archive.reading() as connection:
        rows = listed(connection, show=show, offset=after, limit=_PAGE + 1)
    context: dict[str, Any] = {
        "rows": rows[:_PAGE],
        "more": len(rows) > _PAGE,
        "after": after,
        "step": _PAGE,
    }
    return page(request, "report/list.html.jinja", show=show, **context)


@router.get("/reports/{key}", dependencies=READ)
def report(request: Request, desk: TheDesk, key: Key) -> HTMLResponse:
    """The article with its claims, findings and reasons."""
    return page(request, "report/report.html.jinja", r=view_of(request, desk, key))


@router.get("/reports/{key}/about", dependencies=REVIEW)
def about(request: Request, desk: TheDesk, key: Key) -> HTMLResponse:
    """What people say of the report as a whole: assign, rate, comment, sign off, flag."""
    return page(request, "report/about.html.jinja", r=view_of(request, desk, key))


@router.get("/reports/{key}/claims/{ident}", dependencies=READ)
def claim(
    request: Request,
    desk: TheDesk,
    key: Key,
    ident: Key,
    part: Annotated[str, Query(pattern="^(card|edit|more|page)$")] = "page",
) -> HTMLResponse:
    """One claim: its card, or the forms that change it, alone or within the page of the report."""
    r = view_of(request, desk, key)
    card = r.card(ident)
    if card is None:
        raise NotThere(f"{key}: no claim is called {ident!r}")
    context: dict[str, Any] = {"r": r, "card": card, "part": part, "labels": labels}
    if part == "page":
        return page(request, "report/claim.html.jinja", **context)
    return HTMLResponse(rendered(request, f"report/part_{part}.html.jinja", **context))


def view_of(request: Request, desk: Desk, key: str) -> ReportView:
    """
    The report that a key, its first letters or an address names.

    Raises:
        NotThere: nothing in the archive is called so.
    """
    lang = language_of(request)
    with desk.archive.reading() as connection:
        try:
            found = find(connection, key)
        except UsageError as error:
            raise NotThere(str(error)) from error
        kept = one(connection, found)
        return ReportView(
            kept,
            decided(connection, kept),
            lang=lang,
            say=translations(lang).gettext,
            incidents=tuple(event.id for event in events_with(connection, found))[:3],
            versions=tuple(versions(connection, found)),
        )
