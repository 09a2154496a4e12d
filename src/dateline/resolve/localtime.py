"""
Which zone `local time` is: that of the one place that the paragraph, or the whole text, is about.

Two places with different clocks, or a place whose clock is disputed, leave it open.
"""

from __future__ import annotations

from bisect import bisect_right

from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import PlaceRole
from dateline.core.span import Span
from dateline.core.values import Located
from dateline.world.calendar import area_zone


class LocalClocks:
    """The zones of the places of one document, paragraph by paragraph."""

    __slots__ = ("_all", "_by_line", "_starts")

    def __init__(self, doc: Document, layers: Layers) -> None:
        self._starts = [0]
        while (at := doc.text.find("\n", self._starts[-1])) >= 0:
            self._starts.append(at + 1)
        self._by_line: dict[int, set[str | None]] = {}
        self._all: set[str | None] = set()
        for place in layers.of(Located):
            if place.role is PlaceRole.LOCATION and place.country:
                zone = _zone(place)
                self._all.add(zone)
                self._by_line.setdefault(self._line(place.span), set()).add(zone)

    def at(self, span: Span) -> str | None:
        """The IANA name of the clock that is local at `span`; None where that is not certain."""
        for zones in (self._by_line.get(self._line(span), set()), self._all):
            if len(zones) == 1:
                return next(iter(zones))
            if zones:
                return None
        return None

    def _line(self, span: Span) -> int:
        return bisect_right(self._starts, span.start)


def _zone(place: Located) -> str | None:
    """That of its region where the table has it, else that of its country."""
    for area in (place.iso3166_2, place.country):
        if area and (zone := area_zone(area)) is not None:
            return zone or None
    return None
