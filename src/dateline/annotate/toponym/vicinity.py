"""`10 km north of X`: how far from a named place, and which way. Where that is, `resolve` says."""

from __future__ import annotations

from dateline.annotate.toponym.match import Match
from dateline.annotate.toponym.scene import Scene
from dateline.annotate.toponym.tokens import Token
from dateline.lang.numerals import numerals

VICINITY = "vicinity"
_FURTHEST_KM = 300.0
_SPACES = frozenset((" ", "\u00a0", "", "-", ". "))
_DECIMAL = frozenset((".", ","))


def vicinity(match: Match, seen: Scene) -> tuple[str, ...]:
    """
    `("vicinity:10.0:0",)`, kilometres and degrees from north, right before the name; else empty.

    The second number is empty where the words give no way (`10 km from X`), the first where they
    give no distance (`south of X`).
    """
    at = _before_kind(match.first - 1, seen)
    linked = _key(at, seen) in seen.terms.vicinity_links
    way, before = _bearing(at - 1 if linked else at, seen)
    if way is not None and (linked or _is_comparative(before + 1, at, seen)):
        at = before
    elif linked and way is None:
        at -= 1
    elif not linked:
        return ()
    km = _distance(at, seen)
    if km is None and way is None:
        return ()
    return (f"{VICINITY}:{'' if km is None else f'{km:.1f}'}:{'' if way is None else way}",)


def _before_kind(at: int, seen: Scene) -> int:
    """The word before `the city of`, where a name is introduced so."""
    kind = at - 1 if _key(at, seen) in seen.terms.small else at
    word = seen.word(kind)
    if word is None or word.capital or word.key not in seen.terms.before:
        return at
    return _before_article(kind - 1, seen)


def _before_article(at: int, seen: Scene) -> int:
    return at - 1 if _key(at, seen) in seen.terms.articles else at


def _bearing(at: int, seen: Scene) -> tuple[int | None, int]:
    """The degrees that one or two words ending at `at` name, and the word before them."""
    word, first = seen.word(at), seen.word(at - 1)
    if word is None:
        return None, at
    if first is not None and word.glue in (" ", "-"):
        two = seen.terms.vicinity_bearing.get(f"{first.key} {word.key}")
        if two is not None:
            return two, at - 2
    return seen.terms.vicinity_bearing.get(word.key), at - 1


def _is_comparative(first: int, last: int, seen: Scene) -> bool:
    """`севернее X` needs no word between it and the name; `north X` is another thing."""
    words = (seen.word(at) for at in range(first, last + 1))
    return any(w is not None and w.key in seen.terms.vicinity_alone for w in words)


def _distance(at: int, seen: Scene) -> float | None:
    """Kilometres by the number and unit that end at `at`, small words skipped; None where none."""
    terms = seen.terms
    skipped = terms.small | terms.weak | terms.strong
    if _key(at, seen) in skipped and _key(at, seen) not in terms.vicinity_km:
        at -= 1
    unit, number = seen.word(at), seen.word(at - 1)
    if unit is None or number is None or unit.glue not in _SPACES:
        return None
    scale = terms.vicinity_km.get(unit.key)
    count = _number(number, seen.word(at - 2)) if scale is not None else None
    if scale is None or count is None or not 0 < scale * count <= _FURTHEST_KM:
        return None
    return scale * count


def _number(word: Token, before: Token | None) -> float | None:
    if before is not None and before.text.isdigit() and word.glue in _DECIMAL:
        return float(f"{before.text}.{word.text}") if word.text.isdigit() else None
    if word.text.isdigit():
        return float(word.text)
    read = numerals(word.text)
    return read[0].value if len(read) == 1 else None


def _key(at: int, seen: Scene) -> str:
    word = seen.word(at)
    return word.key if word is not None else ""
