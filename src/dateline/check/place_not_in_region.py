"""P001: a place does not lie in the region that it is said to be in."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import SaidWithin
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.mentions import Toponym
from dateline.core.parts import Observation, checker
from dateline.core.place import PlaceKind
from dateline.world.gazetteer import Place, gazetteer

_COMPLETE = "UA"
"""The gazetteer holds every settlement of this country: absence there means something."""

_WELL_KNOWN = 5_000
"""People, or rank: of smaller places another of the name may be missing."""


@checker("P001", severity=Severity.NOTE, reads=(SaidWithin, Toponym))
def place_not_in_region(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    A settlement is said to lie in a region in which no settlement of that name lies.

    Why it matters: an attack, an order to leave or an advance is put where it was not.

    Compares settlements and oblasts of Ukraine, of which every settlement is known. Says nothing
    where one settlement of the name, however small, lies in the region, and nothing where the
    second name can be a town's too ("Kharkiv, Sumy").
    """
    found = {t.span: t for t in layers.of(Toponym)}
    for item in layers.of(SaidWithin):
        places, regions = (_places(found[span]) for span in (item.place, item.region))
        region = _region(found[item.region], regions)
        towns = [p for p in places if p.kind is PlaceKind.SETTLEMENT and p.country == _COMPLETE]
        if region is None or region.country != _COMPLETE or not towns:
            continue
        if set(found[item.place].kinds) - {PlaceKind.SETTLEMENT}:
            continue
        if any(region.iso == p.iso or p.id == region.id for p in places):
            continue
        known = max(towns, key=lambda p: (p.weight, p.id))
        if known.weight < _WELL_KNOWN or any(
            p.iso == region.iso for p in gazetteer().look(known.name)
        ):
            continue
        home = gazetteer().place(known.iso or "")
        yield (
            f"puts {doc.quote(item.place)!r} in {doc.quote(item.region)!r}; the gazetteer has "
            f"{known.name} in {home.name if home else known.iso}",
            (item.span,),
            {"place": known.name, "said": region.name, "gazetteer": home.name if home else ""},
        )


def _region(item: Toponym, places: list[Place]) -> Place | None:
    """The oblast that the words name; None where they can name a town too."""
    oblasts = [place for place in places if place.kind is PlaceKind.OBLAST]
    sure = len(oblasts) == len(places) or PlaceKind.OBLAST in item.kinds
    return oblasts[0] if len(oblasts) == 1 and sure else None


def _places(item: Toponym) -> list[Place]:
    every = (gazetteer().place(ident) for ident in item.candidates)
    return [place for place in every if place]
