"""The OpenAPI document of the API: its routes alone, its answers as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response
from msgspec import Struct
from msgspec.json import encode, schema_components

from dateline.core.record import Record
from dateline.serve.review.overlay import Overlay, Reviewed
from dateline.store.decisions import Decision
from dateline.store.overview import Incident
from dateline.store.people import Person
from dateline.store.search import Hits
from dateline.store.story import Story

PREFIX = "/api/v1"


class Failed(Struct, frozen=True):
    """Why something was not done."""

    error: str


class DocumentRow(Struct, frozen=True, kw_only=True):
    """A document in a list. `seq` counts in the order of adding."""

    seq: int
    key: str
    title: str | None
    outlet: str | None
    published: str | None
    lang: str
    address: str | None
    version: int
    claims: int


class Documents(Struct, frozen=True, kw_only=True):
    """Those added last first; `next` is the `before` of the following page."""

    documents: tuple[DocumentRow, ...]
    next: int | None


class DocumentRead(Struct, frozen=True, kw_only=True):
    """What the machine read, never changed, and what people decided, beside it."""

    key: str
    version: int
    address: str | None
    captured: dict[str, Any]
    pipeline: str
    record: Record
    review: Overlay


class Decisions(Struct, frozen=True, kw_only=True):
    """`next` is the `before` of the following page."""

    decisions: tuple[Decision, ...]
    next: int | None = None


class Incidents(Struct, frozen=True, kw_only=True):
    """The newest first."""

    incidents: tuple[Incident, ...]


class People(Struct, frozen=True, kw_only=True):
    """Everybody who may or might come in."""

    people: tuple[Person, ...]


class DecisionMade(Struct, frozen=True, kw_only=True):
    """What was decided, how its subject stands now, and the next claim that is open."""

    decision: str
    decisions: tuple[str, ...]
    subject_state: Reviewed
    next: str | None
    last: int


class JobTold(Struct, frozen=True, kw_only=True):
    """How adding goes: `state` is waiting, running, done or failed."""

    id: str
    kind: str
    title: str
    state: str
    step: str
    over: bool
    counts: dict[str, int]
    refused: tuple[dict[str, Any], ...]
    added: tuple[str, ...]
    error: str


ANSWERS: tuple[type[Any], ...] = (
    Failed, Documents, DocumentRead, Decisions, Incidents, People, DecisionMade, JobTold, Hits,
)  # fmt: skip
_FAILURES = {
    400: "The request is no request.", 401: "No token, and nobody is logged in.",
    403: "The token's scope or the person's role is not enough.", 404: "There is no such thing.",
    422: "Something in it cannot be used.",
}  # fmt: skip


def answers(kind: type[Any], *more: int, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """The answers of a route for its documentation: `kind`, and what may go wrong."""
    out: dict[int | str, dict[str, Any]] = {
        code: {"description": _FAILURES.get(code, "Not now."), **_content(Failed)}
        for code in (*_FAILURES, *more)
    }
    return {status: {"description": (kind.__doc__ or "").strip(), **_content(kind)}, **out}


def _content(kind: type[Any]) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{kind.__name__}"}
    return {"content": {"application/json": {"schema": schema}}}


def told(value: Any, status: int = 200) -> Response:
    """A struct as JSON."""
    return Response(encode(value), status, media_type="application/json")


def document(app: FastAPI, routes: Sequence[Any]) -> dict[str, Any]:
    """The document: only routes under PREFIX, each with its security and its answers."""
    made = get_openapi(
        title=app.title,
        version=app.version,
        description=app.description,
        routes=routes,
        openapi_version="3.1.0",
    )
    _, components = schema_components(ANSWERS, ref_template="#/components/schemas/{name}")
    parts = made.setdefault("components", {})
    story = {"type": "object", "description": (Story.__doc__ or "").strip()}  # links have no tags
    parts.setdefault("schemas", {}).update({**components, "Story": story})
    parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    made["security"] = [{"token": []}]
    return made
