"""
Which zone `local time` is: that of the one place that the paragraph, or the whole text, is about.

Of places with different clocks it is that of the one right before, in the same line. A place whose
clock is disputed leaves it open.
"""

from __future__ import annotations

from bisect import bisect_right

from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import PlaceRole
from dateline.core.span import Span
from dateline.core.values import Located
from dateline.world.calendar import area_zone

RIGHT_BEFORE, LISTED = 60, 25
"""Code points between a place and the clock time that is local there; between places of a list."""
STOPS = frozenset(".;:!?")


class LocalClocks:
    """The zones of the places of one document, paragraph by paragraph."""

    __slots__ = ("_all", "_by_line", "_starts", "_text")

    def __init__(self, doc: Document, layers: Layers) -> None:
        self._text = doc.text
        self._starts = [0]
        while (at := doc.text.find("\n", self._starts[-1])) >= 0:
            self._starts.append(at + 1)
        self._by_line: dict[int, list[tuple[Span, str | None]]] = {}
        self._all: set[str | None] = set()
        for place in layers.of(Located):
            if place.role is PlaceRole.LOCATION and place.country:
                zone = _zone(place)
                self._all.add(zone)
                self._by_line.setdefault(self._line(place.span), []).append((place.span, zone))

    def at(self, span: Span) -> str | None:
        """The IANA name of the clock that is local at `span`; None where that is not certain."""
        line = self._by_line.get(self._line(span), [])
        for zones in ({zone for _, zone in line}, self._all):
            if len(zones) == 1:
                return next(iter(zones))
            if zones:
                return self._right_before(line, span)
        return None

    def _right_before(self, line: list[tuple[Span, str | None]], span: Span) -> str | None:
        """The clock of the last place before, where it stands near, and not in a list of places."""
        before = sorted(
            ((place, zone) for place, zone in line if place.end <= span.start),
            key=lambda found: found[0],
        )
        if not before:
            return None
        (last, zone), others = before[-1], before[:-1]
        if others and last.start - others[-1][0].end <= LISTED and others[-1][1] != zone:
            return None
        between = self._text[last.end : span.start]
        return zone if len(between) <= RIGHT_BEFORE and STOPS.isdisjoint(between) else None

    def _line(self, span: Span) -> int:
        return bisect_right(self._starts, span.start)


def _zone(place: Located) -> str | None:
    """That of its region where the table has it, else that of its country."""
    for area in (place.iso3166_2, place.country):
        if area and (zone := area_zone(area)) is not None:
            return zone or None
    return None
