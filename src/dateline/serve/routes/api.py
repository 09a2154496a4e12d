"""The archive for programs: JSON under /api/v1, described in /openapi.json."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response
from msgspec import to_builtins
from msgspec.structs import replace
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection, text

from dateline.core.errors import UsageError
from dateline.serve.adding import Given, addresses_of
from dateline.serve.desk import Desk, the_desk
from dateline.serve.failing import NotThere
from dateline.serve.openapi import (
    PREFIX,
    DecisionMade,
    Decisions,
    DocumentRead,
    DocumentRow,
    Documents,
    Incidents,
    JobTold,
    People,
    answers,
    document,
    told,
)
from dateline.serve.review.asked import Asked
from dateline.serve.review.deciding import decide, kept_of
from dateline.serve.review.folded import decided, private_claims
from dateline.serve.routes.add import begin_adding, job_told
from dateline.serve.routes.decisions import told as decision_told
from dateline.serve.security.roles import Permission, allow
from dateline.serve.security.sessions import the_person
from dateline.serve.veil import veiled
from dateline.store.decisions import ACTS, decisions_of, recent
from dateline.store.overview import incidents
from dateline.store.people import Person, people
from dateline.store.search import Filter, Hits, search
from dateline.store.story import Story, story

router = APIRouter(tags=["api"])
READ = [Depends(allow(Permission.READ))]
REVIEW = [Depends(allow(Permission.REVIEW))]
EDIT = [Depends(allow(Permission.EDIT))]
OWN = [Depends(allow(Permission.OWN))]
TheDesk = Annotated[Desk, Depends(the_desk)]
ThePerson = Annotated[Person, Depends(the_person)]
Key = Annotated[str, Path(max_length=300, description="a key, its first letters, or an address")]
Limit = Annotated[int, Query(ge=1, le=200)]
Before = Annotated[int | None, Query(ge=0, le=1 << 53)]
Words = Annotated[str | None, Query(max_length=300)]
Day = Annotated[str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Private = Annotated[bool, Query(description="with the names of people who were marked as private")]


@router.get("/openapi.json", dependencies=READ, include_in_schema=False)
def openapi(request: Request) -> Response:
    """What the API can be asked and what it answers."""
    own = [each for each in router.routes if getattr(each, "path", "").startswith(PREFIX)]
    return told(document(request.app, own))


@router.get(f"{PREFIX}/documents", dependencies=READ, responses=answers(Documents))
def documents(desk: TheDesk, limit: Limit = 50, before: Before = None) -> Response:
    """The documents, those added last first."""
    sql = text(
        "SELECT d.seq, d.key, d.title, d.outlet, d.published, d.lang, d.address, d.version, "
        "(SELECT count(*) FROM claim c WHERE c.document = d.seq) AS claims FROM document d "
        "WHERE d.seq < :before ORDER BY d.seq DESC LIMIT :limit"
    )
    given = {"before": (1 << 53) if before is None else before, "limit": limit + 1}
    with desk.archive.reading() as connection:
        rows = connection.execute(sql, given).mappings().all()
    found = tuple(DocumentRow(**row) for row in rows[:limit])
    return told(Documents(documents=found, next=found[-1].seq if len(rows) > limit else None))


class NewDocument(BaseModel):
    """A report: its words, or an address (of a page or feed) that dateline fetches."""

    model_config = ConfigDict(extra="forbid")
    text: str = Field("", max_length=2_000_000)
    address: str | None = Field(None, max_length=2_000)
    title: str | None = Field(None, max_length=2_000)
    url: str | None = Field(None, max_length=2_000)
    published: str | None = Field(None, max_length=40)
    lang: str | None = Field(None, max_length=20)


@router.post(
    f"{PREFIX}/documents", dependencies=EDIT, status_code=202,
    responses=answers(JobTold, status=202),
)  # fmt: skip
def add_document(desk: TheDesk, person: ThePerson, body: NewDocument) -> Response:
    """Begin to add a report; ask the job how it goes."""
    _check_storable(body.model_dump().values())
    given = Given(
        addresses=addresses_of(body.address or ""),
        pasted=body.text,
        title=body.title,
        url=body.url,
        published=body.published,
        lang=body.lang,
    )
    return told(job_told(begin_adding(desk, person, given)), 202)


def _check_storable(values: Any) -> None:
    if any(isinstance(each, str) and "\x00" in each for each in values):
        raise UsageError("a text holds no NUL")


@router.get(f"{PREFIX}/jobs/{{ident}}", dependencies=EDIT, responses=answers(JobTold))
def job(desk: TheDesk, ident: Annotated[str, Path(max_length=40)]) -> Response:
    """How adding goes."""
    found = desk.jobs.get(ident)
    if found is None:
        raise NotThere("no such job: it is over, and what it added is in the archive")
    return told(job_told(found))


@router.get(f"{PREFIX}/documents/{{key}}", dependencies=READ, responses=answers(DocumentRead))
def one_document(desk: TheDesk, key: Key, private: Private = False) -> Response:
    """A document's record as it was read, and beside it what people decided."""
    with desk.archive.reading() as connection:
        kept = kept_of(connection, key)
        review = decided(connection, kept)
        hidden = frozenset[str]() if private else private_claims(connection)
    kept = veiled(kept, hidden)
    return told(
        DocumentRead(
            key=kept.key, version=kept.version, address=kept.address,
            captured=to_builtins(kept.capture), pipeline=kept.pipeline, record=kept.record,
            review=review,
        )
    )  # fmt: skip


@router.get(
    f"{PREFIX}/documents/{{key}}/decisions", dependencies=READ, responses=answers(Decisions)
)
def document_decisions(desk: TheDesk, key: Key) -> Response:
    """Everything that was decided about a document, in order, undone decisions among it."""
    with desk.archive.reading() as connection:
        kept = kept_of(connection, key)
        return told(Decisions(decisions=tuple(decisions_of(connection, kept.key))))


class NewDecision(BaseModel):
    """A decision: `value` and `field` as the act wants them; `expects` the last number seen."""

    model_config = ConfigDict(extra="forbid")
    kind: str = Field(description="claim, finding, value or document", max_length=20)
    id: str = Field(max_length=300)
    act: str = Field(description=", ".join(ACTS), max_length=20)
    field: str | None = Field(None, max_length=40)
    value: str | bool | None = None
    reason: str = Field("", max_length=4_000)
    undoes: str | None = Field(None, max_length=80)
    expects: int | None = Field(None, ge=0, le=1 << 53)


@router.post(
    f"{PREFIX}/documents/{{key}}/decisions", dependencies=REVIEW,
    responses=answers(DecisionMade, 409),
)  # fmt: skip
def add_decision(desk: TheDesk, person: ThePerson, key: Key, body: NewDecision) -> Response:
    """Decide; nothing that the machine read is changed by it."""
    given = body.model_dump()
    _check_storable(given.values())
    return told(decision_told(decide(desk, key, Asked(**given), person)))


@router.get(f"{PREFIX}/decisions", dependencies=READ, responses=answers(Decisions))
def all_decisions(desk: TheDesk, limit: Limit = 50, before: Before = None) -> Response:
    """What was decided in the whole archive, the newest first."""
    with desk.archive.reading() as connection:
        made = recent(connection, before=before, limit=limit + 1)
    found = tuple(made[:limit])
    return told(Decisions(decisions=found, next=found[-1].n if len(made) > limit else None))


def filters(
    q: Words = None,
    place: Words = None,
    speaker: Words = None,
    status: Words = None,
    lang: Annotated[str | None, Query(max_length=20)] = None,
) -> Filter:
    """What is asked for, but its days."""
    return Filter(
        words=q or None, place=place or None, speaker=speaker or None, status=status or None,
        lang=lang or None,
    )  # fmt: skip


TheFilter = Annotated[Filter, Depends(filters)]


@router.get(f"{PREFIX}/search", dependencies=READ, responses=answers(Hits))
def find_documents(
    desk: TheDesk,
    asked: TheFilter,
    since: Day = None,
    until: Day = None,
    limit: Limit = 20,
) -> Response:
    """Documents by words, place, time, speaker, status and language; the newest first."""
    with desk.archive.reading() as connection:
        return told(search(connection, _within(asked, since, until), limit=limit))


def _within(asked: Filter, since: str | None, until: str | None) -> Filter:
    return replace(asked, since=since, until=until)


@router.get(f"{PREFIX}/claims", dependencies=READ, responses=answers(Hits))
def find_claims(
    desk: TheDesk,
    asked: TheFilter,
    since: Day = None,
    until: Day = None,
    limit: Limit = 20,
) -> Response:
    """Documents with those of their claims that fit: want a speaker or a status."""
    if not asked.asks_claims:
        raise UsageError("claims: want a speaker or a status")
    with desk.archive.reading() as connection:
        return told(search(connection, _within(asked, since, until), limit=limit))


@router.get(f"{PREFIX}/incidents", dependencies=READ, responses=answers(Incidents))
def list_incidents(
    desk: TheDesk, place: Words = None, since: Day = None, until: Day = None, limit: Limit = 50
) -> Response:
    """What happened, as the archive tells it: how many reports from how many origins."""
    asked = Filter(place=place or None, since=since, until=until)
    with desk.archive.reading() as connection:
        return told(Incidents(incidents=incidents(connection, asked, limit=limit)))


@router.get(f"{PREFIX}/stories/{{named}}", dependencies=READ, responses=answers(Story))
def one_story(desk: TheDesk, named: Key) -> Response:
    """An incident, document or claim in order of time: who says what, who denies it."""
    with desk.archive.reading() as connection:
        return told(_story(connection, named))


def _story(connection: Connection, named: str) -> Story:
    try:
        return story(connection, named)
    except UsageError as error:
        raise NotThere(str(error)) from error


@router.get(f"{PREFIX}/people", dependencies=OWN, responses=answers(People))
def all_people(desk: TheDesk) -> Response:
    """Everybody who may come in, for owners."""
    with desk.archive.reading() as connection:
        return told(People(people=people(connection)))
