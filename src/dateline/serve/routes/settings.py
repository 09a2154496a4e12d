"""The project: its name, rules for review, keys, packs, map layers, and what can be taken out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib.util import find_spec
from tempfile import SpooledTemporaryFile
from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Form, Path, Query, Request, UploadFile
from fastapi.responses import RedirectResponse, Response, StreamingResponse

from dateline.core.errors import LexiconError, UsageError
from dateline.run.export import write
from dateline.run.layering import keep_layer
from dateline.serve.adding import plain_name
from dateline.serve.body import fields
from dateline.serve.desk import Desk, the_desk
from dateline.serve.failing import NotThere
from dateline.serve.project import KEYS, LANGUAGES, changed
from dateline.serve.render import page
from dateline.serve.review.folded import private_claims
from dateline.serve.security.roles import Permission, allow
from dateline.serve.security.sessions import the_person
from dateline.serve.veil import veiled
from dateline.store.people import Person
from dateline.store.search import Filter
from dateline.store.settings import set_settings
from dateline.world.layers import NEEDED, layers
from dateline.world.packs import pack_files

router = APIRouter(include_in_schema=False)
READ = [Depends(allow(Permission.READ))]
EDIT = [Depends(allow(Permission.EDIT))]
OWN = [Depends(allow(Permission.OWN))]
TheDesk = Annotated[Desk, Depends(the_desk)]
ThePerson = Annotated[Person, Depends(the_person)]
Line = Annotated[str, Form(max_length=300)]
EXPORTS = {
    "jsonl": "application/x-ndjson",
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "webannotation": "application/ld+json",
    "prov": "application/ld+json",
    "parquet": "application/vnd.apache.parquet",
}
_YES_NO = ("second_person", "blur_private", "blur_graphic")
_CHUNK = 64 * 1024


@router.get("/settings", dependencies=EDIT)
def settings_page(request: Request, desk: TheDesk) -> Response:
    """What is set, and the forms that change it for owners."""
    return _shown(request, desk)


def _shown(request: Request, desk: Desk, why: str = "") -> Response:
    exports = [each for each in EXPORTS if each != "parquet" or find_spec("pyarrow")]
    return page(
        request, "settings/settings.html.jinja", status_code=422 if why else 200, why=why,
        keys=dict(desk.project.keys), usual=KEYS, languages_of=LANGUAGES, layers=layers(),
        packs=[path.parent.name for path in pack_files()], exports=exports, needed=NEEDED,
        nav="settings",
    )  # fmt: skip


@router.post("/settings", dependencies=OWN)
def change_settings(
    request: Request,
    desk: TheDesk,
    person: ThePerson,
    body: Annotated[dict[str, Any], Depends(fields)],
) -> Response:
    """Keep what was changed; a key for two things is refused."""
    try:
        new = changed(desk.project, _asked(body, dict(desk.project.keys)))
    except UsageError as error:
        return _shown(request, desk, str(error))
    if new:
        with desk.writing() as connection:
            set_settings(connection, new, by=person.id)
    return RedirectResponse("/settings", 303)


def _asked(body: dict[str, Any], keys: dict[str, str]) -> dict[str, Any]:
    """The settings in a form: `part` says which of its boxes were there to be ticked."""
    asked: dict[str, Any] = {k: body[k] for k in ("name", "language") if k in body}
    if body.get("part") == "review":
        asked |= {name: body.get(name) in ("yes", True) for name in _YES_NO}
    given = {k.removeprefix("key."): v for k, v in body.items() if k.startswith("key.")}
    if given:
        asked["keys"] = list({**keys, **given}.items())
    return asked


def layer_fields(
    name: Line = "", author: Line = "", licence: Line = "", maps: Line = "", holder: Line = ""
) -> dict[str, str]:
    """What is said of a layer."""
    return {
        "name": name, "author": author, "licence": licence, "maps": maps, "holder": holder,
    }  # fmt: skip


@router.post("/settings/layers", dependencies=EDIT)
def add_layer(
    request: Request,
    desk: TheDesk,
    told: Annotated[dict[str, str], Depends(layer_fields)],
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Keep a dated map of held ground: one party's, named with its author and licence."""
    given = {plain_name(each.filename): each.file.read() for each in files or [] if each.filename}
    try:
        keep_layer(told["name"].strip(), given, told)
    except (UsageError, LexiconError) as error:
        return _shown(request, desk, str(error))
    return RedirectResponse("/settings#layers", 303)


@router.get("/export/{format}", dependencies=READ)
def export(
    desk: TheDesk,
    format: Annotated[str, Path(max_length=20)],
    place: Annotated[str | None, Query(max_length=200)] = None,
    private: Annotated[str, Query(pattern="^(yes|no)$")] = "no",
) -> Response:
    """The archive in one of the formats; names of private persons are left out unless asked for."""
    if format not in EXPORTS:
        raise NotThere(f"no such format: want one of {', '.join(EXPORTS)}")
    spool: Any = SpooledTemporaryFile(max_size=8 << 20)  # noqa: SIM115 (`_pieces` closes it)
    try:
        with desk.archive.reading() as connection:
            hidden = frozenset[str]() if private == "yes" else private_claims(connection)
            asked = Filter(place=place)
            write(connection, asked, format, spool, each=lambda kept: veiled(kept, hidden))
    except BaseException:
        spool.close()
        raise
    spool.seek(0)
    return StreamingResponse(
        _pieces(spool),
        media_type=EXPORTS[format],
        headers={"Content-Disposition": f'attachment; filename="archive.{format}"'},
    )


def _pieces(file: io.BufferedIOBase) -> Iterator[bytes]:
    try:
        while piece := file.read(_CHUNK):
            yield piece
    finally:
        file.close()
