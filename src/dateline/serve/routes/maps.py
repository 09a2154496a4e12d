"""What a map is drawn from, as GeoJSON: our own areas, a story's places, dated layers."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path
from fastapi.responses import Response
from msgspec.json import encode

from dateline.core.errors import UsageError
from dateline.serve.failing import NotThere
from dateline.serve.routes.stories import All, Named, TheDesk, chosen, told_of
from dateline.serve.security.roles import Permission, allow
from dateline.serve.story.places import base, features, layer_of

router = APIRouter(tags=["maps"])
READ = [Depends(allow(Permission.READ))]
Day = Annotated[str, Path(pattern=r"^\d{4}-\d\d-\d\d$")]
_HOUR = "private, max-age=3600"


@router.get("/map/base.geojson", dependencies=READ)
def ground() -> Response:
    """Countries and first-order divisions, each with its standing and the source of that."""
    return _answer(_ground(), cached=_HOUR)


@router.get("/map/layers/{name}/{day}.geojson", dependencies=READ)
def layer(name: Annotated[str, Path(max_length=200)], day: Day) -> Response:
    """A layer as it stood on that day: who made it, the day of its map, and what it holds."""
    try:
        found, own, shapes = layer_of(name, day)
    except UsageError as error:
        raise NotThere(str(error)) from error
    told = {"day": own, "author": found.author, "licence": found.licence, "maps": found.maps}
    return _answer(encode({**shapes, **told}), cached=_HOUR)


@router.get("/stories/{named}/map.geojson", dependencies=READ)
def places(desk: TheDesk, named: Named, everything: All = False) -> Response:
    """The places of a story, areas as areas, with the claims there."""
    return _answer(encode(features(chosen(told_of(desk, named), everything=everything))))


@cache
def _ground() -> bytes:
    return encode(base())


def _answer(body: bytes, **headers: Any) -> Response:
    kept = {"Cache-Control": headers["cached"]} if headers else {}
    return Response(body, media_type="application/geo+json", headers=kept)
