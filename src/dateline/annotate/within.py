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

_LONGEST_GAP = 48
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
        if _is_within(gap):
            yield SaidWithin(
                span=Span(place.span.start, region.span.end),
                made_by="within/beside",
                place=place.span,
                region=region.span,
            )

        elif _plain(gap) in link_words("city_of") and _is_first(doc, region):
            yield SaidWithin(
                span=Span(place.span.start, region.span.end),
                made_by="within/city-of",
                place=region.span,
                region=place.span,
            )


def _is_first(doc: Document, place: Toponym) -> bool:
    """Whether the second name is a town's and not that of a further region."""
    return not doc.quote(place.span).lower().endswith(tuple(link_words("region_words")))


def _is_within(gap: str) -> bool:
    """Whether nothing, a comma, or only words that describe and contain stand between."""
    if len(gap) > _LONGEST_GAP or "\n" in gap:
        return False
    words = gap.lower().replace(",", " ").replace("(", " ").split()
    described = all(word in link_words("within_words") for word in words)
    contained = not words or words[-1] in link_words("within_ends")
    return _plain(gap) in link_words("within") or (len(words) > 1 and described and contained)


def _plain(gap: str) -> str:
    return " ".join(gap.lower().split())
