"""
Places with what is claimed to have happened there, as GeoJSON (RFC 7946): areas stay areas.

One feature a place. An area has its outline where a pack knows it, else its box, and says so;
disputed areas carry their status. Which place was meant was decided in `resolve`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, BinaryIO

from msgspec.json import encode

from dateline.core.kept import Kept
from dateline.core.place import Area, Ring, Status
from dateline.core.record import RecordClaim, RecordPlace
from dateline.present.happened import counted
from dateline.world.boundaries import area

_POINTS = frozenset({"settlement", "feature"})


def write(kept: Iterator[Kept], out: BinaryIO) -> None:
    """One FeatureCollection, places in the order of their ids."""
    places: dict[str, RecordPlace] = {}
    claims: dict[str, list[dict[str, Any]]] = {}
    for each in kept:
        for claim in each.record.claims:
            place = each.record.places[claim.place] if claim.place is not None else None
            if place is not None and place.id is not None and place.lat is not None:
                places.setdefault(place.id, place)
                claims.setdefault(place.id, []).append(_claim(each, claim))
    out.write(b'{"type":"FeatureCollection","features":[')
    for n, ident in enumerate(sorted(places)):
        feature = _feature(places[ident], claims[ident])
        out.write((b",\n" if n else b"\n") + encode(feature))
    out.write(b"\n]}\n")


def _claim(each: Kept, claim: RecordClaim) -> dict[str, Any]:
    text = each.record.document.text
    main = next((event for event in claim.events if event.main), None)
    return {
        "id": claim.id,
        "document": each.key,
        "published": each.record.document.published,
        "url": each.address,
        "speaker": claim.speaker.name if claim.speaker else None,
        "side": claim.speaker.side if claim.speaker else None,
        "status": claim.status,
        "certainty": claim.certainty,
        "happened": claim.happened,
        "event": main.type if main else None,
        "acled_like": main.acled_like if main else None,
        "quantities": [counted(quantity) for quantity in claim.quantities],
        "words": " … ".join(text[start:end] for start, end in claim.content),
    }


def _feature(place: RecordPlace, claims: list[dict[str, Any]]) -> dict[str, Any]:
    shape, how, known = geometry(place)
    status = known.status if known else Status.PLAIN
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": shape,
        "properties": {
            "name": place.name,
            "kind": place.kind,
            "country": place.country,
            "iso3166_2": place.iso3166_2,
            "precision": place.precision,
            "radius_km": place.radius_km,
            "geometry": how,
            "status": status.value,
            "status_note": known.status_note if known else "",
            "point": [place.lon, place.lat],
            "claims": claims,
        },
    }


def geometry(place: RecordPlace) -> tuple[dict[str, Any], str, Area | None]:
    """The shape, how it was got (outline, box or point), and the area if a pack knows it."""
    known = area(place.id) if place.id and place.kind not in _POINTS else None
    if known is not None:
        return polygons(known.rings), "outline", known
    if place.bbox and place.kind not in _POINTS:
        return {"type": "Polygon", "coordinates": [_boxed(*place.bbox)]}, "box", None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}, "point", None


def _boxed(west: float, south: float, east: float, north: float) -> list[list[float]]:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def polygons(rings: Sequence[Ring]) -> dict[str, Any]:
    """Outer rings against the clock, each with the holes that lie in it."""
    depth = [sum(_inside(ring[0], other) for other in rings if other is not ring) for ring in rings]
    polygons: list[list[Ring]] = []
    outer = [ring for ring, deep in zip(rings, depth, strict=True) if deep % 2 == 0]
    for ring in outer:
        holes = [
            hole
            for hole, deep in zip(rings, depth, strict=True)
            if deep % 2 and _inside(hole[0], ring)
        ]
        polygons.append([_turned(ring, left=True), *(_turned(hole, left=False) for hole in holes)])
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _turned(ring: Ring, *, left: bool) -> Ring:
    """The ring with its inside to the left, or to the right for a hole."""
    twice = sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring))
    return ring if (twice > 0) == left else tuple(reversed(ring))


def _inside(point: tuple[float, float], ring: Ring) -> bool:
    """Whether a point lies in a ring, by the crossings to its right."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd
