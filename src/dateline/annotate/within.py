"""
A settlement that the report puts into a region ("Izium in Kharkiv Oblast").

Only where the region follows at once. Whether the place lies there is for the checker.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dateline.annotate.links import link_words
from dateline.core.agreements import SaidWithin
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import PlaceRole, Toponym
from dateline.core.parts import component
from dateline.core.span import Span

_LONGEST_GAP = 34
_LIST_GAP = 8
"""A further place so close behind makes it a list ("in Kyiv, Vinnytsia and Lviv oblasts")."""


@component(version=1, reads=(Toponym,), writes=(SaidWithin,))
def within(doc: Document, layers: Layers) -> Iterator[SaidWithin]:
    """Each pair of neighbouring places with a word of containment, or nothing, between them."""
    places = [t for t in layers.of(Toponym) if t.role is PlaceRole.LOCATION]
    for at, (place, region) in enumerate(pairwise(places)):
        gap = doc.text[place.span.end : region.span.start]
        further = [t.span.start for t in places[at + 2 : at + 3]]
        if "," in gap and any(start - region.span.end <= _LIST_GAP for start in further):
            continue
        if len(gap) <= _LONGEST_GAP and "\n" not in gap and _plain(gap) in link_words("within"):
            yield SaidWithin(
                span=Span(place.span.start, region.span.end),
                made_by="within/beside",
                place=place.span,
                region=region.span,
            )


def _plain(gap: str) -> str:
    return " ".join(gap.lower().split())
