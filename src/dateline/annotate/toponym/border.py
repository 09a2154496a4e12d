"""`the border of X`, `на межі X та Y областей`: names whose border is meant, not their ground."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.toponym.match import Match
from dateline.annotate.toponym.scene import SPACE, Scene
from dateline.core.place import PlaceKind

BORDER = "border"
AREAS = ("country", "oblast", "raion", "hromada", "region")
_AREA_KINDS = (PlaceKind.COUNTRY, PlaceKind.OBLAST, PlaceKind.RAION, PlaceKind.REGION)


def bordered(found: Sequence[Match], seen: Scene) -> frozenset[int]:
    """First words of the names whose border the words speak of: areas only, in text order."""
    out: set[int] = set()
    for match in found:
        if match.of_kind(*_AREA_KINDS) and (_after(match, seen) or _linked(match, seen, out)):
            out.add(match.first)
    for match in reversed(found):
        if match.of_kind(*_AREA_KINDS) and _pair(match, seen, out):
            out.add(match.first)
    return frozenset(out)


def _after(match: Match, seen: Scene) -> bool:
    """`the Dnipropetrovsk border`, `Ukraine's border`; not `border guards`."""
    at = match.last + 1
    word = seen.word(at)
    if word is not None and word.key in seen.terms.joined:
        at += 1
        word = seen.word(at)
    if word is None or not match.key.isascii() or word.key not in seen.terms.borders:
        return False
    after = seen.word(at + 1)
    return after is None or after.glue != " " or after.key not in seen.terms.border_stops


def _linked(match: Match, seen: Scene, out: set[int]) -> bool:
    """A word for a border right before it, or a bordered name and a word that joins them."""
    at = match.first - 1
    while _key(at, seen) in seen.terms.articles:
        at -= 1
    if _key(at, seen) in seen.terms.border_links | seen.terms.joiners:
        before = seen.by_last.get(at - 1)
        if before is not None:
            return before.first in out
        at -= 1 if _key(at, seen) in seen.terms.border_links else 0
    elif match.key.isascii() or seen.words[match.first].glue not in SPACE:
        return False
    return _key(at, seen) in seen.terms.borders


def _pair(match: Match, seen: Scene, out: set[int]) -> bool:
    """The first of `Kharkiv-Luhansk border`."""
    after = seen.by_first.get(match.last + 1)
    return after is not None and after.first in out and seen.words[after.first].glue in ("-", "–")


def _key(at: int, seen: Scene) -> str:
    word = seen.word(at)
    return word.key if word is not None else ""
