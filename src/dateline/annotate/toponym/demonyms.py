"""Words for people and things of a place (`Russian`, `українські`), and the bodies they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.annotate.toponym.lexicon import Lexicon, demonym_table, lexicon
from dateline.annotate.toponym.scene import Scene
from dateline.core.mentions import PlaceRole, Toponym
from dateline.core.span import Span

_SHORTEST = 4
_FURTHEST = 6


def demonyms(seen: Scene, language: str, taken: set[int]) -> Iterator[tuple[int, int, Toponym]]:
    """(first word, last word, item) of each demonym in words that no name has taken."""
    whole, stems = demonym_table(language)
    at = -1
    for here, word in enumerate(seen.words):
        if here <= at or here in taken or (word.key.isascii() and not word.capital):
            continue
        at, place = _found(here, seen, whole)
        if place is None and len(word.key) >= _SHORTEST:
            place = _by_stem(word.key, stems, seen.terms)
        if place is None:
            continue
        span = Span(word.start, seen.words[at].end)
        role = _role(at, seen)
        yield (
            here,
            at,
            Toponym(span=span, made_by="toponym/demonym", role=role, candidates=(place,)),
        )


def is_demonym(key: str, language: str) -> bool:
    """Whether the folded word is one, whatever else it may be a form of."""
    whole, stems = demonym_table(language)
    return key in whole or _by_stem(key, stems, lexicon(language)) is not None


def _found(at: int, seen: Scene, whole: Mapping[str, str]) -> tuple[int, str | None]:
    """The last word and the place of the longest demonym of one or two words."""
    word, after = seen.words[at], seen.word(at + 1)
    if after is not None and after.glue in (" ", "-"):
        place = whole.get(f"{word.key} {after.key}")
        if place is not None:
            return at + 1, place
    return at, whole.get(word.key)


def _by_stem(key: str, stems: Mapping[str, str], terms: Lexicon) -> str | None:
    for size in range(len(key), 2, -1):
        place = stems.get(key[:size])
        if place is not None and key[size:] in terms.demonym_endings:
            return place
    return None


def _role(last: int, seen: Scene) -> PlaceRole:
    """Inside the capitalised name of a body it is that body's, else a demonym."""
    for step in range(1, _FURTHEST):
        word = seen.word(last + step)
        if word is None or word.glue not in (" ", "-") or not word.capital:
            break
        if word.key in seen.terms.organisations or word.key in seen.terms.governing:
            return PlaceRole.ORGANISATION
    return PlaceRole.DEMONYM
