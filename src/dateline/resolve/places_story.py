"""
What a text says of whose ground it plays on: who fights there, who came onto it, who prints it.

Weighing the candidates of one name is the business of `places_choice`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Name, Sentence, Toponym
from dateline.core.place import PlaceKind
from dateline.core.presence import Movement
from dateline.core.span import Span
from dateline.world.actors import actors_at, side_of_country
from dateline.world.calendar import battle_grounds
from dateline.world.gazetteer import Gazetteer, Place

_REACH = 90
"""Code points after a word of coming within which the ground it speaks of is named."""


def ground(doc: Document, layers: Layers, known: Gazetteer) -> frozenset[str]:
    """The countries on whose ground a war is fought of which the text names that very party."""
    sides = {side_of_country(country.id) for country in _countries(layers, known)}
    for name in layers.of(Name):
        words = doc.quote(name.span).split()
        found = (actors_at(doc.lang, words, at) for at in range(len(words)))
        sides.update(actor.side for actor, _ in filter(None, found))
    return frozenset(code for code in battle_grounds() if side_of_country(code) in sides)


def comers(layers: Layers, known: Gazetteer) -> dict[Span, str]:
    """
    Of each place that a side is said to have come onto: the country of that side.

    `Russian forces took X`: X is hardly in Russia, if a place of the name is elsewhere.
    """
    names = layers.of(Toponym)
    sentences = [s.span for s in layers.of(Sentence)]
    out: dict[Span, str] = {}
    for move in layers.of(Movement):
        whole = next((s for s in sentences if s.covers(move.span)), None)
        if whole is None:
            continue
        inside = [n for n in names if whole.covers(n.span)]
        who = _side([n for n in inside if n.span.end <= move.span.start], known)
        for name in inside:
            if who and 0 <= name.span.start - move.span.end <= _REACH:
                out[name.span] = who
    return out


def printed_in(doc: Document, known: Gazetteer) -> frozenset[str]:
    """The ids of what the outlet is named after, and the country of its address; mostly empty."""
    ids: set[str] = set()
    for word in (doc.outlet.value if doc.outlet else "").split():
        for place in known.look(word)[:1] if word[:1].isupper() else ():
            ids.update((place.id, *place.within))
    host = (doc.url or "").partition("//")[2].partition("/")[0]
    country = host.rpartition(".")[2].upper()
    if len(country) == 2 and known.place(country) is not None:
        ids.add(country)
    return frozenset(ids)


def _countries(layers: Layers, known: Gazetteer) -> list[Place]:
    """Each country that is named, or whose people are."""
    found = (known.place(n.candidates[0]) for n in layers.of(Toponym) if n.candidates)
    return [place for place in found if place is not None and place.kind is PlaceKind.COUNTRY]


def _side(before: Sequence[Toponym], known: Gazetteer) -> str | None:
    """The last country, or its people, that the words before name."""
    for name in reversed(before):
        place = known.place(name.candidates[0]) if name.candidates else None
        if place is not None and place.kind is PlaceKind.COUNTRY:
            return place.country
    return None
