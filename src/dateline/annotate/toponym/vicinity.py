"""`10 km north of X`: how far from a named place, and which way. Where that is, `resolve` says."""

from __future__ import annotations

from dateline.annotate.toponym.match import Match
from dateline.annotate.toponym.scene import Scene
from dateline.annotate.toponym.tokens import Token

VICINITY = "vicinity"
_FURTHEST_KM = 300.0


def vicinity(match: Match, seen: Scene) -> tuple[str, ...]:
    """
    `("vicinity:10:0",)`, kilometres and degrees from north, right before the name; else empty.

    The second number is empty where the words give no way (`10 km from X`).
    """
    at = match.first - 1
    word = seen.word(at)
    if word is None:
        return ()
    bearing = seen.terms.vicinity_bearing.get(word.key)
    if word.key in seen.terms.vicinity_links:
        at -= 1
        bearing = _bearing(seen.word(at), seen)
    if bearing is not None:
        at -= 1
    unit, number = seen.word(at), seen.word(at - 1)
    if unit is not None and unit.key in seen.terms.small | seen.terms.weak | seen.terms.strong:
        unit, number = seen.word(at - 1), seen.word(at - 2)
    if unit is None or number is None or not number.text.isdigit():
        return ()
    km = seen.terms.vicinity_km.get(unit.key, 0.0) * int(number.text)
    if not 0 < km <= _FURTHEST_KM:
        return ()
    return (f"{VICINITY}:{km:.1f}:{'' if bearing is None else bearing}",)


def _bearing(word: Token | None, seen: Scene) -> int | None:
    return seen.terms.vicinity_bearing.get(word.key) if word is not None else None
