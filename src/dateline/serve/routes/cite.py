"""Citations of a claim, of some words, or of a whole report."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, Response

from dateline.core.errors import UsageError
from dateline.core.kept import Kept
from dateline.serve.desk import Desk, the_desk
from dateline.serve.failing import NotThere
from dateline.serve.render import page
from dateline.serve.security.roles import Permission, allow
from dateline.serve.story.citation import Citation, of_claim, of_report, of_words
from dateline.serve.story.judged import names_kept_back, without_names
from dateline.store.read import find, one

router = APIRouter(prefix="/cite", tags=["citations"])
READ = [Depends(allow(Permission.READ))]
Key = Annotated[str, Path(max_length=200)]
At = Annotated[int | None, Query(ge=0)]
Form = Annotated[str, Query(alias="format", pattern="^(html|text)$")]
TheDesk = Annotated[Desk, Depends(the_desk)]


def root_of(request: Request) -> str:
    """Where this workbench is reached, without a slash at its end."""
    return str(request.base_url).rstrip("/")


@router.get("/{document}", dependencies=READ, response_model=None)
def report(
    request: Request,
    desk: TheDesk,
    document: Key,
    start: At = None,
    end: At = None,
    form: Form = "html",
) -> Response:
    """The citation of a report, or of its words from `start` up to `end`, by code points."""
    kept = _kept(desk, document)
    if start is None or end is None:
        return _answer(request, of_report(kept, root=root_of(request)), form, "")
    made = of_words(kept, start, end, root=root_of(request))
    return _answer(request, made, form, f"?start={start}&end={end}")


@router.get("/{document}/{claim}", dependencies=READ, response_model=None)
def claim(
    request: Request, desk: TheDesk, document: Key, claim: Key, form: Form = "html"
) -> Response:
    """The citation of one claim: its words, who says it, and the capture that proves it."""
    kept = _kept(desk, document)
    found = next((each for each in kept.record.claims if each.id == claim), None)
    if found is None:
        raise NotThere(f"no claim of {document} is called {claim!r}")
    return _answer(request, of_claim(kept, found, root=root_of(request)), form, f"#{claim}")


def _kept(desk: Desk, document: str) -> Kept:
    with desk.archive.reading() as connection:
        try:
            kept = one(connection, find(connection, document))
        except UsageError as error:
            raise NotThere(str(error)) from error
        return without_names(kept, names_kept_back(connection, [kept]))


def _answer(request: Request, made: Citation, form: str, anchor: str) -> Response:
    if form == "text":
        return PlainTextResponse(made.text + "\n")
    shown: HTMLResponse = page(request, "story/cite.html.jinja", citation=made, anchor=anchor)
    return shown
