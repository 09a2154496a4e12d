"""P002: a dated map of held ground does not support that ground was held or entered."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker
from dateline.core.presence import Presence
from dateline.world.boundaries import area
from dateline.world.gazetteer import gazetteer
from dateline.world.ground import measure, overlap_km2, point_km
from dateline.world.layers import Layer, ground
from dateline.world.layers import layers as user_layers

_CLOSE_KM = 1.0
"""Nearer than this the map itself is no surer than the claim."""
_LEAST_KM2 = 1.0
_LATER_DAYS = 400


@checker("P002", severity=Severity.NOTE, reads=(Presence,))
def layer_does_not_support(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    A side is said to have come onto ground that a dated map does not show it holding.

    Why it matters: whoever lays the report beside that map should know how far apart they are.
    The map is one party's, of held ground and not of raids: it supports or it does not, and it
    proves nothing either way.

    Compares only with layers that the user has added, of the side named, at most two weeks older
    than the day. Distances are over land. Says nothing within a kilometre.
    """
    for item in layers.of(Presence):
        for layer in user_layers():
            day = layer.at(item.day) if layer.holder == item.side else None
            km = _short_by(item.place, day[1]) if day else None
            if day is None or km is None or km < _CLOSE_KM:
                continue
            place = gazetteer().place(item.place)
            name = place.name if place else item.place
            later = _first_day(item.place, layer, item.day)
            yield (
                f"layer {layer.name!r} by {layer.author} ({layer.maps}) of {day[0]} does not "
                f"support ground of {name} held by {item.side}: {km:.1f} km short of it over "
                f"land; the first later day that does: {later or 'none'}",
                (item.span, item.place_at, item.day_at),
                {"layer": layer.name, "author": layer.author, "layer day": day[0],
                 "claimed day": item.day, "km": f"{km:.1f}", "first later day": later or "none"},
            )  # fmt: skip


def _short_by(place: str, path: str) -> float | None:
    """Kilometres over land from held ground to the place; None where it cannot be measured."""
    outline = area(place)
    if outline is not None:
        found = measure(ground(path), outline)
        return found.km if found and found.inside_km2 < _LEAST_KM2 else None
    point = gazetteer().place(place)
    return point_km(ground(path), point.lon, point.lat) if point else None


def _first_day(place: str, layer: Layer, day: str) -> str | None:
    """The first later day on which the layer shows a square kilometre, or the point, held."""
    outline, point = area(place), gazetteer().place(place)
    for later, path in layer.after(day)[:_LATER_DAYS]:
        if outline is not None and overlap_km2(ground(path), outline) >= _LEAST_KM2:
            return later
        if outline is None and point and not point_km(ground(path), point.lon, point.lat):
            return later
    return None
