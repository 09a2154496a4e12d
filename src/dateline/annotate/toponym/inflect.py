"""
What a Russian or Ukrainian form may be the form of, by endings alone.

It makes too many: whoever asks keeps those that the gazetteer has. No dictionary is needed.
"""

from __future__ import annotations

from functools import lru_cache

from dateline.annotate.toponym.lexicon import lexicon

_SHORTEST_STEM = 2
_LONG_ENDING, _LONGEST_ENDING = 3, 5


@lru_cache(maxsize=65536)
def forms(language: str, key: str) -> tuple[str, ...]:
    """`key` itself, then what it may be a case form of; only itself where nothing inflects."""
    endings = lexicon(language).inflection
    if not endings or key.isascii():
        return (key,)
    out = [key]
    for size in range(_LONGEST_ENDING, -1, -1):
        ending = key[len(key) - size :] if size else ""
        stem = key[: len(key) - size]
        if len(ending) != size or len(stem) < (_SHORTEST_STEM if size < _LONG_ENDING else 1):
            continue
        out += [stem + other for other in endings.get(ending, ())]
    return tuple(dict.fromkeys(out))
