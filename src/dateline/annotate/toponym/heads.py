"""
Words that say what kind of place a name is: `Oblast`, `region`, `the city of`, `direction`.

A plural head after a list holds for the whole list: `Dnipropetrovsk, Sumy, and Chernigov
regions` are three oblasts.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.toponym.match import ADJECTIVE, Match
from dateline.annotate.toponym.scene import Scene
from dateline.annotate.toponym.tokens import Token
from dateline.core.place import PlaceKind

_SPACE = frozenset((" ", "\u00a0"))
_LIST_GLUE = frozenset((", ", " "))
_LONGEST_LIST = 8
_WATER = ("feature", "sea")
_REGIONAL = ("oblast", "region")


def kinds(found: Sequence[Match], seen: Scene) -> dict[int, tuple[str, ...]]:
    """For each match (by its first word) that a head stands by: the kinds the head allows."""
    out: dict[int, tuple[str, ...]] = {}
    for match in found:
        allowed = _after(match, seen) or _before(match, seen)
        if not allowed:
            continue
        for one in (match, *_listed_before(match, seen)):
            if any(p.kind.value in allowed for p in one.places):
                out.setdefault(one.first, allowed)
    return out


def fronts(found: Sequence[Match], seen: Scene) -> frozenset[int]:
    """First words of the names that are those of a front's sectors (`X and Y directions`)."""
    out: set[int] = set()
    for match in found:
        word = seen.word(match.last + 1)
        if word is not None and word.glue in _SPACE and word.key in seen.terms.front:
            out.update(one.first for one in (match, *_listed_before(match, seen)))
        elif match.words > 1 and seen.words[match.last].key in seen.terms.front:
            listed = _listed_before(match, seen)
            out.update(one.first for one in listed if one.key.startswith(ADJECTIVE))
    return frozenset(out)


def joined_end(match: Match, seen: Scene) -> int | None:
    """Where the name ends with the head that belongs to it; None where none follows."""
    word = seen.word(match.last + 1)
    if word is None or word.glue not in _SPACE:
        return None
    if word.text in seen.terms.joined_capital or word.key in seen.terms.joined:
        allowed = seen.terms.heads.get(word.key, ())
        return word.end if any(p.kind.value in allowed for p in match.places) else None
    return None


def _after(match: Match, seen: Scene) -> tuple[str, ...]:
    word = seen.word(match.last + 1)
    if word is None or word.glue not in _SPACE:
        return ()
    return seen.terms.heads.get(word.key, ())


def _before(match: Match, seen: Scene) -> tuple[str, ...]:
    word: Token | None = seen.word(match.first - 1)
    own = seen.words[match.first]
    if word is not None and word.key in seen.terms.regional and own.glue == " ":
        return _REGIONAL if match.of_kind(PlaceKind.SETTLEMENT) else ()
    if word is not None and word.key in seen.terms.banks and own.glue == " ":
        return _WATER if match.of_kind(PlaceKind.FEATURE, PlaceKind.SEA) else ()
    if word is not None and word.key in seen.terms.small and own.glue == " ":
        own = word
        word = seen.word(match.first - 2)
    if word is None or own.glue not in (" ", ". "):
        return ()
    return seen.terms.before.get(word.key, ())


def _listed_before(match: Match, seen: Scene) -> list[Match]:
    """The names before it in the same list, joined by commas and one small word each."""
    heads = (seen.word(match.last + 1), seen.words[match.last] if match.words > 1 else None)
    if not any(head is not None and head.key in seen.terms.plural_heads for head in heads):
        return []
    out: list[Match] = []
    first = match.first
    while len(out) < _LONGEST_LIST:
        before = _neighbour(first, seen)
        if before is None:
            return out
        out.append(before)
        first = before.first
    return out


def _neighbour(first: int, seen: Scene) -> Match | None:
    glue = seen.words[first].glue
    if glue == ", ":
        return seen.by_last.get(first - 1)
    word = seen.word(first - 1)
    if glue == " " and word is not None and word.key in seen.terms.joiners:
        return seen.by_last.get(first - 2) if word.glue in _LIST_GLUE else None
    return None
