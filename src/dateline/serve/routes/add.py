"""Adding reports by address, upload or paste, and watching how it goes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Path, Request, UploadFile
from fastapi.responses import RedirectResponse, Response
from msgspec.json import encode

from dateline.core.errors import UsageError
from dateline.ingest.given import language_option, published_option
from dateline.serve.adding import Given, Upload, adding, addresses_of, plain_name, relink
from dateline.serve.desk import Desk, the_desk
from dateline.serve.failing import NotThere, wants_json
from dateline.serve.jobs import Job, Work
from dateline.serve.render import page
from dateline.serve.security.roles import Permission, allow
from dateline.serve.security.sessions import the_person
from dateline.store.open import open_archive
from dateline.store.people import Person

router = APIRouter(include_in_schema=False)
EDIT = [Depends(allow(Permission.EDIT))]
TheDesk = Annotated[Desk, Depends(the_desk)]
ThePerson = Annotated[Person, Depends(the_person)]
Line = Annotated[str, Form(max_length=2_000)]
Long = Annotated[str, Form(max_length=900_000)]
_MOST_FILES = 50


@router.get("/add", dependencies=EDIT)
def add_page(request: Request, desk: TheDesk) -> Response:
    """The three ways in, and what was added lately."""
    return page(request, "add/add.html.jinja", why="", jobs=desk.jobs.every()[:10], nav="add")


def typed(
    addresses: Long = "",
    pasted: Long = "",
    title: Line = "",
    url: Line = "",
    published: Line = "",
    lang: Line = "",
) -> dict[str, str]:
    """The fields of the form."""
    return {
        "addresses": addresses, "pasted": pasted, "title": title, "url": url,
        "published": published, "lang": lang,
    }  # fmt: skip


@router.post("/add", dependencies=EDIT)
def add_reports(
    request: Request,
    desk: TheDesk,
    person: ThePerson,
    form: Annotated[dict[str, str], Depends(typed)],
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Begin to add what was given."""
    try:
        job = begin_adding(desk, person, given_of(form, files or []))
    except UsageError as error:
        if wants_json(request):
            raise
        return page(
            request, "add/add.html.jinja", status_code=422, why=str(error),
            jobs=desk.jobs.every()[:10], nav="add",
        )  # fmt: skip
    return _sent_on(request, job)


def given_of(form: dict[str, str], files: list[UploadFile]) -> Given:
    """
    What a form or a program sent.

    Raises:
        UsageError: what should be addresses is none; too many files.
    """
    named = [each for each in files if each.filename]
    if len(named) > _MOST_FILES:
        raise UsageError(f"want at most {_MOST_FILES} files at once")
    uploads = (Upload(name=plain_name(each.filename), content=each.file.read()) for each in named)
    said = {name: form[name].strip() or None for name in ("title", "url", "published", "lang")}
    return Given(
        addresses=addresses_of(form["addresses"]),
        uploads=tuple(uploads),
        pasted=form["pasted"],
        title=said["title"],
        url=said["url"],
        published=said["published"],
        lang=said["lang"],
    )


def begin_adding(desk: Desk, person: Person, given: Given) -> Job:
    """
    The job that adds what was given.

    Raises:
        UsageError: nothing was given, or something said of it cannot be used.
    """
    published_option(given.published, option="published")
    language_option(given.lang, option="lang")
    if not (given.addresses or given.uploads or given.pasted.strip()):
        raise UsageError("nothing to add: want an address, a file or words")
    names = (*given.addresses, *(each.name for each in given.uploads))
    title = (names or (given.title or "pasted",))[0]
    if len(names) > 1:
        title = f"{title} +{len(names) - 1}"
    return begin(desk, "add", title, lambda job: _in_own(desk, given, job), by=person.name)


def begin(desk: Desk, kind: str, title: str, work: Work, *, by: str) -> Job:
    """
    The job.

    Raises:
        UsageError: too many wait.
    """
    job = desk.jobs.begin(kind, title[:200], work, by=by)
    if job is None:
        raise UsageError("too much waits to be added already: try again later")
    return job


def _in_own(desk: Desk, given: Given, job: Job) -> None:
    with open_archive(desk.place) as archive:
        adding(archive, given, job)


@router.post("/link", dependencies=EDIT)
def link_anew(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """Begin to link the archive anew."""

    def work(job: Job) -> None:
        with open_archive(desk.place) as archive:
            relink(archive, job)

    return _sent_on(request, begin(desk, "link", "incidents", work, by=person.name))


@router.get("/jobs/{ident}", dependencies=EDIT)
def job_page(
    request: Request, desk: TheDesk, ident: Annotated[str, Path(max_length=40)]
) -> Response:
    """How it goes; the page asks again by itself until it is over."""
    job = desk.jobs.get(ident)
    if job is None:
        raise NotThere("no such job: it is over, and what it added is in the archive")
    if wants_json(request):
        return Response(encode(job_told(job)), media_type="application/json")
    return page(request, "add/job.html.jinja", job=job, nav="add")


def job_told(job: Job) -> dict[str, object]:
    """A job as scripts and programs are answered."""
    return {
        "id": job.id, "kind": job.kind, "title": job.title, "state": job.state, "step": job.step,
        "over": job.over, "counts": dict(job.counts), "refused": job.refused[:1000],
        "added": [one.key for one in job.outcomes if one.key][:1000], "error": job.error,
    }  # fmt: skip


def _sent_on(request: Request, job: Job) -> Response:
    if wants_json(request):
        return Response(encode(job_told(job)), 202, media_type="application/json")
    return RedirectResponse(f"/jobs/{job.id}", 303)
