"""
Names that the gazetteer lacks and the words still call places: `Swat Valley`, `the village of X`.

They are kept without candidates, so that nothing is lost and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.toponym.scene import Scene
from dateline.annotate.toponym.tokens import Token
from dateline.core.mentions import PlaceRole, Toponym
from dateline.core.span import Span

_SPACES = frozenset((" ", "\u00a0"))
_LONGEST = 3
_SHORTEST = 2


def generic(seen: Scene, taken: set[int]) -> Iterator[tuple[int, int, Toponym]]:
    """(first word, last word, item) of each such name in words that no other has taken."""
    for at, word in enumerate(seen.words):
        reach = _valley(at, seen) or _lake(at, seen) or _village(at, seen)
        if reach is None or not word.capital or taken.intersection(range(reach[0], reach[1] + 1)):
            continue
        taken.update(range(reach[0], reach[1] + 1))
        span = Span(seen.words[reach[0]].start, seen.words[reach[1]].end)
        item = Toponym(span=span, made_by="toponym/generic", role=PlaceRole.LOCATION, candidates=())
        yield reach[0], reach[1], item


def _valley(at: int, seen: Scene) -> tuple[int, int] | None:
    """`Swat Valley`: capitalised words up to a generic one, which ends at `at`."""
    if seen.words[at].text not in seen.terms.generic:
        return None
    first = at
    while first > 0 and at - first < _LONGEST and seen.words[first].glue in _SPACES:
        before = seen.words[first - 1]
        if not _named(before, seen) or first - 1 in seen.inside_people:
            break
        first -= 1
    return (first, at) if first < at else None


def _lake(at: int, seen: Scene) -> tuple[int, int] | None:
    after = seen.word(at + 1)
    if seen.words[at].text not in seen.terms.generic_before or after is None:
        return None
    return (at, at + 1) if after.glue in _SPACES and _named(after, seen) else None


def _village(at: int, seen: Scene) -> tuple[int, int] | None:
    """`the village of X`: X, up to two words."""
    of, head = seen.word(at - 1), seen.word(at - 2)
    if of is None or head is None or seen.words[at].glue not in _SPACES:
        return None
    kinds = seen.terms.before.get(head.key, ())
    if of.key not in seen.terms.linking or "settlement" not in kinds or head.capital:
        return None
    after = seen.word(at + 1)
    if after is not None and after.glue in _SPACES and _named(after, seen):
        return at, at + 1
    return (at, at) if _named(seen.words[at], seen) else None


def _named(word: Token, seen: Scene) -> bool:
    """Capitalised for its own sake: no article, and not the first word of its sentence."""
    known = seen.terms
    if not word.capital or word.opens or len(word.text) < _SHORTEST or word.text.isdigit():
        return False
    return word.key not in known.articles and word.key not in known.small
