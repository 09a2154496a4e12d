"""
Whether two inflected words can be forms of one name: endings are data (`stems.toml`).

English words are compared as they stand. What a name refers to is not its business.
"""

from __future__ import annotations

from functools import cache
from unicodedata import combining, normalize

from dateline.lang.rules import lists

_SHORTEST = 3


@cache
def _endings(language: str) -> tuple[str, ...]:
    """Longest first."""
    found: list[str] = lists(language, "stems").get("endings", [])
    return tuple(sorted(found, key=lambda ending: (-len(ending), ending)))


def _folded(word: str) -> str:
    """Lower case; Latin letters without their accents, Cyrillic ones with theirs but ё."""
    low = word.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'")
    if low.isascii() or not "a" <= low[:1] <= "z":
        return low
    return "".join(c for c in normalize("NFKD", low) if not combining(c))


@cache
def stem(language: str, word: str) -> str:
    """The word, lower case, without its longest known ending; at least three letters stay."""
    low = _folded(word)
    for ending in _endings(language):
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST:
            return low[: -len(ending)]
    return low


def stem_key(language: str, word: str) -> str:
    """What forms of one name share: the first letters of its stem."""
    return stem(language, word)[:4]


def same_name(language: str, one: str, other: str) -> bool:
    """Whether the words can be forms of the same name."""
    left, right = stem(language, one), stem(language, other)
    if left == right:
        return True
    longer = max(len(left), len(right))
    common = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    shared = min(len(left), len(right)) if common is None else common
    return bool(_endings(language)) and shared >= 4 and longer - shared <= 2
