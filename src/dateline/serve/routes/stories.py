"""One story and its views: chronology, sources in lanes, map, numbers, frames, what is new."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import HTMLResponse

from dateline.core.errors import UsageError
from dateline.serve.dates import day_in, day_month_in, time_in
from dateline.serve.desk import Desk, the_desk
from dateline.serve.failing import NotThere
from dateline.serve.render import language_of, page
from dateline.serve.security.roles import Permission, allow
from dateline.serve.story import digest as digests
from dateline.serve.story.chronology import chronology
from dateline.serve.story.frames import frames
from dateline.serve.story.judged import Judged, judged
from dateline.serve.story.lanes import LANES, lane_of, lanes
from dateline.serve.story.places import features
from dateline.serve.story.telling import Line, Telling, outlet_of, telling
from dateline.serve.story.tolls import HEIGHT, tolls
from dateline.serve.story.writing import title_of
from dateline.store.log import now
from dateline.world.layers import layers

router = APIRouter(prefix="/stories/{named}", tags=["stories"])
READ = [Depends(allow(Permission.READ))]
Named = Annotated[str, Path(max_length=200)]
All = Annotated[bool, Query(alias="all")]
TheDesk = Annotated[Desk, Depends(the_desk)]


def told_of(desk: Desk, named: str) -> Telling:
    """
    The story that an event, a claim, a document or an address names.

    Raises:
        NotThere: nothing is called so.
    """
    with desk.archive.reading() as connection:
        try:
            return telling(connection, named)
        except UsageError as error:
            raise NotThere(str(error)) from error


def chosen(told: Telling, *, everything: bool) -> tuple[Line, ...]:
    """All lines, or those that are said of the event; all where there is no event."""
    return told.lines if everything else told.central


@router.get("", dependencies=READ)
def show_chronology(
    request: Request, desk: TheDesk, named: Named, everything: All = False
) -> HTMLResponse:
    """The story in order of time, each claim with a bar, a source and its copies."""
    told = told_of(desk, named)
    table = chronology(chosen(told, everything=everything), told.story.event)
    return view_of(request, "chronology", told, table=table, everything=everything)


@router.get("/sources", dependencies=READ)
def show_sources(
    request: Request, desk: TheDesk, named: Named, everything: All = False
) -> HTMLResponse:
    """Who spoke when, in lanes; denials drawn to what they deny."""
    told = told_of(desk, named)
    lines = chosen(told, everything=everything)
    in_lanes = sorted(((lane_of(line), line) for line in lines), key=_lane_order)
    return view_of(
        request,
        "sources",
        told,
        drawing=lanes(lines),
        in_lanes=in_lanes,
        by_number={line.number: line for line in lines},
        everything=everything,
    )


@router.get("/map", dependencies=READ)
def show_map(
    request: Request, desk: TheDesk, named: Named, everything: All = False
) -> HTMLResponse:
    """Where things are said to have happened, day by day."""
    told = told_of(desk, named)
    lines = chosen(told, everything=everything)
    return view_of(
        request,
        "map",
        told,
        places=features(lines),
        days=_days(lines),
        layers=layers(),
        everything=everything,
    )


@router.get("/tolls", dependencies=READ)
def show_tolls(request: Request, desk: TheDesk, named: Named) -> HTMLResponse:
    """Killed, wounded, launched: numbers over time by source, best, low and high."""
    told = told_of(desk, named)
    return view_of(request, "tolls", told, found=tolls(told.lines), height=HEIGHT)


@router.get("/frames", dependencies=READ)
def show_frames(request: Request, desk: TheDesk, named: Named) -> HTMLResponse:
    """Which voice used which contested term, when."""
    told = told_of(desk, named)
    return view_of(request, "frames", told, found=frames(told.reports))


@router.get("/digest", dependencies=READ)
def show_digest(
    request: Request,
    desk: TheDesk,
    named: Named,
    since: Annotated[str, Query(pattern=r"^(\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?)?$")] = "",
) -> HTMLResponse:
    """What is new in this story since a day; since yesterday where none is named."""
    told = told_of(desk, named)
    with desk.archive.reading() as connection:
        news = digests.digest(connection, told, since=since or digests.yesterday(now()))
    return view_of(request, "digest", told, news=news)


def _days(lines: tuple[Line, ...]) -> list[str]:
    """Every first day on which something at a place is said to have happened."""
    placed = [line.time for line in lines if line.place and line.time and line.time.earliest]
    return sorted({str(time.earliest)[:10] for time in placed})


def _lane_order(entry: tuple[str, Line]) -> tuple[int, float, int]:
    lane, line = entry
    return LANES.index(lane), line.said.start if line.said else float("inf"), line.number


def judged_of(desk: Desk, told: Telling) -> Judged:
    """What people decided about the claims of this story."""
    with desk.archive.reading() as connection:
        return judged(connection, told)


def _when(lang: str) -> Callable[[Line], str]:
    """When a line is said to have happened, as readers of a language write days."""
    day = day_in(lang)

    def written(line: Line) -> str:
        if line.time is None:
            return ""
        first, last = str(line.time.earliest)[:10], str(line.time.latest)[:10]
        return day(first) if first == last else f"{day(first)} – {day(last)}"

    return written


def view_of(request: Request, view: str, told: Telling, **context: Any) -> HTMLResponse:
    lang = language_of(request)
    return page(
        request,
        f"story/{view}.html.jinja",
        view=view,
        told=told,
        heading=title_of(told),
        outlets={kept.key: outlet_of(kept) for kept in told.reports},
        origin={key: n for n, each in enumerate(told.story.origins, 1) for key in each.documents},
        short_day=day_in(lang),
        day_month=day_month_in(lang),
        short_time=time_in(lang),
        judged=judged_of(the_desk(request), told),
        when=_when(lang),
        **context,
    )
