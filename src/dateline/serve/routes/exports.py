"""A story taken along: as a chronology for an editor, or as data for a program."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from types import MappingProxyType
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import HTMLResponse, Response

from dateline.present.export import csv, geojson, jsonl
from dateline.serve.failing import NotThere
from dateline.serve.routes.cite import root_of
from dateline.serve.routes.stories import All, Named, TheDesk, chosen, judged_of, told_of, view_of
from dateline.serve.security.roles import Permission, allow
from dateline.serve.story.judged import without_names
from dateline.serve.story.writing import Written, docx, markdown, page, written

router = APIRouter(prefix="/stories/{named}", tags=["stories"])
READ = [Depends(allow(Permission.READ))]
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_CHRONOLOGIES: MappingProxyType[str, tuple[str, Callable[[Written], bytes]]] = MappingProxyType(
    {
        "md": ("text/markdown; charset=utf-8", lambda of: markdown(of).encode()),
        "html": ("text/html; charset=utf-8", lambda of: page(of).encode()),
        "docx": (_WORD, docx),
    }
)
_DATA = MappingProxyType(
    {
        "csv": ("text/csv; charset=utf-8", csv.write),
        "geojson": ("application/geo+json", geojson.write),
        "jsonl": ("application/x-ndjson", jsonl.write),
    }
)


@router.get("/export", dependencies=READ)
def show_export(request: Request, desk: TheDesk, named: Named) -> HTMLResponse:
    """The ways to take a story along."""
    told = told_of(desk, named)
    return view_of(request, "export", told, hides_private=bool(judged_of(desk, told).private))


@router.get("/export.{suffix}", dependencies=READ)
def export(
    request: Request,
    desk: TheDesk,
    named: Named,
    suffix: Annotated[str, Path(max_length=10)],
    everything: All = False,
) -> Response:
    """The chronology as md, html or docx; the reports as csv, geojson or jsonl."""
    told = told_of(desk, named)
    decided = judged_of(desk, told)
    if suffix in _CHRONOLOGIES:
        media, make = _CHRONOLOGIES[suffix]
        lines = decided.standing(chosen(told, everything=everything))
        body = make(written(told, decided.covered(lines), root=root_of(request)))
    elif suffix in _DATA:
        media, write = _DATA[suffix]
        out = BytesIO()
        write((without_names(kept, decided.private) for kept in told.reports), out)
        body = out.getvalue()
    else:
        raise NotThere(
            f"no format is called {suffix!r}: want {', '.join((*_CHRONOLOGIES, *_DATA))}"
        )
    name = f"story-{told.permalink}.{suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=media, headers=headers)
