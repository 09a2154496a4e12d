"""Deciding on a report, and the log of who decided what, when and why."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import RedirectResponse, Response
from msgspec import ValidationError, convert
from msgspec.json import encode

from dateline.core.errors import UsageError
from dateline.serve.body import fields
from dateline.serve.desk import Desk, the_desk
from dateline.serve.failing import wants_json
from dateline.serve.inside import inside
from dateline.serve.render import page
from dateline.serve.review.asked import Asked
from dateline.serve.review.deciding import Done, decide, kept_of
from dateline.serve.security.roles import Permission, allow
from dateline.serve.security.sessions import the_person
from dateline.store.decisions import decisions_of, live, log_of, names, recent
from dateline.store.deskproof import chain_and_desk
from dateline.store.people import Person

router = APIRouter(include_in_schema=False)
READ = [Depends(allow(Permission.READ))]
REVIEW = [Depends(allow(Permission.REVIEW))]
TheDesk = Annotated[Desk, Depends(the_desk)]
ThePerson = Annotated[Person, Depends(the_person)]
Key = Annotated[str, Path(max_length=300)]
Before = Annotated[int | None, Query(ge=0, le=1 << 53)]
Body = Annotated[dict[str, Any], Depends(fields)]
_PAGE = 50
_VALUE = "value."


@router.post("/reports/{key}/decisions", dependencies=REVIEW)
def make_decision(
    request: Request, desk: TheDesk, person: ThePerson, key: Key, body: Body
) -> Response:
    """Keep a decision; JSON answers a program or script, a form goes back to its page."""
    done = decide(desk, key, asked_of(body), person)
    if wants_json(request) or "hx-request" in request.headers:
        return Response(encode(told(done)), media_type="application/json")
    return RedirectResponse(inside(str(body.get("next") or f"/reports/{key}")), 303)


def asked_of(body: dict[str, Any]) -> Asked:
    """
    The decision in a body: `subject` as an object, or `kind` and `id` as a form has them.

    Raises:
        UsageError: it lacks something, or a field has a wrong type.
    """
    subject = body.get("subject")
    flat = {**body, **subject} if isinstance(subject, dict) else dict(body)
    changes = {
        name.removeprefix(_VALUE): value for name, value in body.items() if name.startswith(_VALUE)
    }
    if changes:
        flat["changes"] = changes
    if isinstance(flat.get("expects"), str):
        flat["expects"] = int(flat["expects"]) if flat["expects"].isdigit() else None
    try:
        return convert({k: v for k, v in flat.items() if v is not None}, Asked)
    except ValidationError as error:
        raise UsageError(f"decision: {error}") from error


def told(done: Done) -> dict[str, Any]:
    """A decision as programs and scripts are answered."""
    return {
        "decision": done.decisions[-1].id,
        "decisions": [one.id for one in done.decisions],
        "subject_state": done.state,
        "next": done.next,
        "last": done.last,
    }


@router.get("/reports/{key}/log", dependencies=READ)
def report_log(request: Request, desk: TheDesk, key: Key) -> Response:
    """What people decided about one report, the newest first."""
    with desk.archive.reading() as connection:
        kept = kept_of(connection, key)
        made = decisions_of(connection, kept.key)
        who = names(connection)
    holds = frozenset(one.id for one in live(made))
    return page(request, "log/report.html.jinja", kept=kept, made=made[::-1], who=who, holds=holds)


@router.get("/log", dependencies=READ)
def whole_log(request: Request, desk: TheDesk, before: Before = None, person: str = "") -> Response:
    """What people decided in the whole archive, the newest first."""
    with desk.archive.reading() as connection:
        made = recent(connection, before=before, person=person[:100], limit=_PAGE + 1)
        who = names(connection)
    return page(
        request, "log/log.html.jinja", made=made[:_PAGE], more=len(made) > _PAGE, who=who,
        person_asked=person[:100], nav="log",
    )  # fmt: skip


@router.get("/log/entries", dependencies=READ)
def log_entries(request: Request, desk: TheDesk, before: Before = None) -> Response:
    """The chained entries themselves, the newest first."""
    with desk.archive.reading() as connection:
        found = log_of(connection, before=before, limit=_PAGE + 1)
    return page(
        request, "log/entries.html.jinja", entries=found[:_PAGE], more=len(found) > _PAGE, nav="log"
    )


@router.get("/log/proof", dependencies=READ)
def proof(request: Request, desk: TheDesk) -> Response:
    """Whether the chain holds, and decisions, people and settings fit it."""
    with desk.archive.reading() as connection:
        entries, head, problems = chain_and_desk(connection)
    return page(
        request, "log/proof.html.jinja", entries=entries, head=head, problems=problems[:100],
        nav="log",
    )  # fmt: skip
