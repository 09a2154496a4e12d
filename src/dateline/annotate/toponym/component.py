"""The component `toponym`: names, demonyms and their roles, in text order, none overlapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.annotate.toponym.heads import front, joined_end, kinds
from dateline.annotate.toponym.judge import THRESHOLD, Scene, role, scene, score
from dateline.annotate.toponym.lexicon import Lexicon, demonyms, lexicon
from dateline.annotate.toponym.match import Match, matches
from dateline.annotate.toponym.people import people
from dateline.annotate.toponym.tokens import Token, tokens
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import PlaceRole, Toponym
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.world.gazetteer import gazetteer

_MOST = 150
"""Candidates kept for one name: Ivanivka has 119."""


@component(version=1, writes=(Toponym,))
def toponym(doc: Document, layers: Layers) -> Iterable[Toponym]:
    """Each place name and demonym once; where two overlap, the longer has it."""
    terms = lexicon(doc.lang)
    if not terms.heads:
        return []
    words = tokens(doc, layers)
    found = matches(words, doc.lang, gazetteer())
    found = [m for m in found if not _never(m, words, terms)]
    seen = scene(words, terms, found, people(words, terms))
    made = list(_names(seen))
    taken = {at for at, _, _ in made}
    made += _demonyms(seen, doc.lang, taken)
    return [item for _, _, item in sorted(made, key=lambda x: x[:2])]


def _never(match: Match, words: list[Token], terms: Lexicon) -> bool:
    if match.words > 1 or words[match.first].upper and len(match.key) <= 3:
        return False
    return match.key in terms.never


def _names(seen: Scene) -> Iterator[tuple[int, int, Toponym]]:
    scores = {m.first: score(m, seen) for m in seen.found}
    _echo(scores, seen)
    meant = [m for m in seen.found if scores[m.first] >= THRESHOLD]
    by_head = kinds(seen.found, seen)
    ids = {m.first for m in meant} | set(by_head)
    for match in seen.found:
        if match.first not in ids or scores[match.first] <= -2:
            continue
        allowed = by_head.get(match.first, ())
        end = joined_end(match, seen) or match.end
        sector = ("sector",) if front(match, seen) else ()
        yield (
            match.first,
            match.last,
            Toponym(
                span=Span(match.start, end),
                made_by="toponym/name",
                role=role(match, seen),
                candidates=tuple(p.id for p in match.places[:_MOST]),
                kinds=sector or allowed,
            ),
        )


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


def _demonyms(seen: Scene, language: str, taken: set[int]) -> Iterator[tuple[int, int, Toponym]]:
    whole, stems = demonyms(language)
    for at, word in enumerate(seen.words):
        if at in taken:
            continue
        last, place = at, whole.get(word.key)
        after = seen.word(at + 1)
        if after is not None and after.glue == " " and word.capital:
            longer = whole.get(f"{word.key} {after.key}")
            last, place = (at + 1, longer) if longer else (last, place)
        if place is None and stems and len(word.key) > 3:
            place = _stem(word.key, stems, seen.terms)
        if place is None or (language == "en" and not word.capital) or last in taken:
            continue
        if at > 0 and taken.intersection((at - 1,)) and language == "en":
            pass
        taken.update((at, last))
        yield (
            at,
            last,
            Toponym(
                span=Span(word.start, seen.words[last].end),
                made_by="toponym/demonym",
                role=_demonym_role(last, seen),
                candidates=(place,),
            ),
        )


def _stem(key: str, stems: object, terms: Lexicon) -> str | None:
    table: dict[str, str] = dict(stems) if not isinstance(stems, dict) else stems
    for size in range(len(key), 2, -1):
        place = table.get(key[:size])
        if place is not None and key[size:] in terms.demonym_endings:
            return place
    return None


def _demonym_role(last: int, seen: Scene) -> PlaceRole:
    """Inside the capitalised name of a body it is that body's, else a demonym."""
    for step in range(1, 6):
        word = seen.word(last + step)
        if word is None or word.glue not in (" ", "-") or not word.capital:
            break
        if word.key in seen.terms.organisations or word.key in seen.terms.governing:
            return PlaceRole.ORGANISATION
    return PlaceRole.DEMONYM
