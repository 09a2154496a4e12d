"""The component `toponym`: names, demonyms and their roles, in text order, none overlapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.annotate.toponym.border import AREAS, BORDER, bordered
from dateline.annotate.toponym.demonyms import demonyms, is_demonym
from dateline.annotate.toponym.generic import generic
from dateline.annotate.toponym.heads import fronts, joined_end, kinds
from dateline.annotate.toponym.lexicon import lexicon
from dateline.annotate.toponym.match import ADJECTIVE, Match, matches
from dateline.annotate.toponym.metonym import city_district, clock
from dateline.annotate.toponym.people import people
from dateline.annotate.toponym.roads import roads
from dateline.annotate.toponym.roles import adjective, role
from dateline.annotate.toponym.scene import Scene, scene
from dateline.annotate.toponym.signs import THRESHOLD, score
from dateline.annotate.toponym.tokens import Token, tokens
from dateline.annotate.toponym.vicinity import vicinity
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Toponym
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.world.gazetteer import gazetteer

_MONEY = frozenset("$€£")
_MOST = 150
"""Candidates kept for one name: Ivanivka has 119."""


@component(version=3, writes=(Toponym,))
def toponym(doc: Document, layers: Layers) -> Iterable[Toponym]:
    """Each place name and demonym once; where two overlap, the longer has it."""
    terms = lexicon(doc.lang)
    if not terms.heads:
        return []
    words = tokens(doc, layers)
    found = matches(words, doc.lang, gazetteer())
    found = [m for m in found if not _never(m, words, doc.lang)]
    seen = scene(words, terms, found, people(words, terms))
    made = list(_names(seen))
    taken = {at for first, last, _ in made for at in range(first, last + 1)}
    lanes = list(roads(seen, taken))
    made += lanes
    taken |= {at for first, last, _ in lanes for at in range(first, last + 1)}
    made += generic(seen, taken)
    made += demonyms(seen, doc.lang, taken)
    return [item for _, _, item in sorted(made, key=lambda x: x[:2])]


def _never(match: Match, words: list[Token], language: str) -> bool:
    terms = lexicon(language)
    after = words[match.last + 1] if match.last + 1 < len(words) else None
    if after is not None and after.glue[:1] in _MONEY and after.glue:
        return True
    own = words[match.first]
    if match.key.startswith(ADJECTIVE) and is_demonym(own.key, language):
        return True
    if match.inflected and match.words == 1 and (own.opens or not own.capital):
        return is_demonym(own.key, language)
    if match.words > 1 or (words[match.first].upper and len(match.key) <= 3):
        return False
    return match.key in terms.never


def _names(seen: Scene) -> Iterator[tuple[int, int, Toponym]]:
    scores = {m.first: score(m, seen) for m in seen.found}
    _echo(scores, seen)
    meant = [m for m in seen.found if scores[m.first] >= THRESHOLD]
    by_head = kinds(seen.found, seen)
    ids = {m.first for m in meant} | set(by_head)
    sectors = fronts(seen.found, seen)
    lines = bordered([m for m in seen.found if m.first in ids], seen)
    for match in seen.found:
        if match.first not in ids or scores[match.first] <= -2 or _not_a_place(match, seen):
            continue
        allowed = by_head.get(match.first, ())
        end = joined_end(match, seen) or match.end
        if match.first in lines:
            allowed = (*(allowed or AREAS), BORDER)
        sector = ("sector",) if match.first in sectors else ()
        yield (
            match.first,
            match.last,
            Toponym(
                span=Span(match.start, end),
                made_by="toponym/name",
                role=role(match, seen),
                candidates=tuple(p.id for p in match.places[:_MOST]),
                kinds=(*(sector or allowed), *vicinity(match, seen)),
            ),
        )


def _not_a_place(match: Match, seen: Scene) -> bool:
    """Of no place that is known: an adjective, a district inside a town, somebody's hour."""
    return adjective(match, seen) or city_district(match, seen) or clock(match, seen)


def _echo(scores: dict[int, float], seen: Scene) -> None:
    """A name that is surely a place once is likelier one again; its neighbours help too."""
    sure = {m.key for m in seen.found if scores[m.first] >= THRESHOLD + 1}
    near = {
        p.within[-2]
        for m in seen.found
        if scores[m.first] >= THRESHOLD
        for p in m.places[:1]
        if len(p.within) > 1
    }
    for match in seen.found:
        if match.key in sure:
            scores[match.first] += 1.0
        elif any(len(p.within) > 1 and p.within[-2] in near for p in match.places[:6]):
            scores[match.first] += 0.6
