"""Numbered roads (`the M30 highway`, `траса Т-05-04`): a letter, digits and a word for a road."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.toponym.scene import Scene
from dateline.core.mentions import PlaceRole, Toponym
from dateline.core.span import Span
from dateline.world.roads import road

ROAD = "road:"
_JOINS = frozenset(("", "-", "‑", "–"))
_LONG, _SHORT = 4, 2
_NEAR = 3
"""Words before and after the number within which a word for a road has to stand."""


def roads(seen: Scene, taken: set[int]) -> Iterator[tuple[int, int, Toponym]]:
    """(first word, last word, item) of each, in words that no name has taken."""
    for at, word in enumerate(seen.words):
        letter = (
            seen.terms.road_letters.get(word.key) if len(word.text) == 1 and word.capital else None
        )
        found = _digits(at, seen) if letter and at not in taken else None
        if letter is None or found is None:
            continue
        last, digits = found
        known = road("-".join((letter, *digits)))
        if known is None or not (len(digits) > 1 or _told(at, last, seen)):
            continue
        if word.key.isascii() and not _at_home(known.area[:2], seen):
            continue
        span = Span(word.start, seen.words[last].end)
        kinds = (f"{ROAD}{known.number}",)
        yield at, last, Toponym(
            span=span, made_by="toponym/road", role=PlaceRole.LOCATION,
            candidates=(known.area,), kinds=kinds,
        )  # fmt: skip


def _digits(at: int, seen: Scene) -> tuple[int, tuple[str, ...]] | None:
    """The last word and the digits of `M30`, `T-05-04` and `T0504`, two by two."""
    first, second = seen.word(at + 1), seen.word(at + 2)
    if first is None or not first.text.isdigit() or first.glue not in _JOINS:
        return None
    if len(first.text) == _LONG:
        return at + 1, (first.text[:_SHORT], first.text[_SHORT:])
    if len(first.text) != _SHORT:
        return None
    joined = second is not None and second.glue in _JOINS and len(second.text) == _SHORT
    if joined and second is not None and second.text.isdigit():
        return at + 2, (first.text, second.text)
    return at + 1, (first.text,)


def _told(first: int, last: int, seen: Scene) -> bool:
    words = (*range(first - _NEAR, first), *range(last + 1, last + 1 + _NEAR))
    return any(w is not None and w.key in seen.terms.roads for w in map(seen.word, words))


def _at_home(country: str, seen: Scene) -> bool:
    """Whether a name of the text is in the road's country: other lands have an M30 too."""
    return any(match.places[0].country == country for match in seen.found)
