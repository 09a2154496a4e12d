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
    terms = lexicon(language)
    endings = terms.inflection
    if not endings or key.isascii():
        return (key,)
    out = [key]
    for size in range(_LONGEST_ENDING, -1, -1):
        ending = key[len(key) - size :] if size else ""
        stem = key[: len(key) - size]
        if len(ending) != size or len(stem) < (_SHORTEST_STEM if size < _LONG_ENDING else 1):
            continue
        out += [stem + other for other in endings.get(ending, ())]
    out += [known for form in out if (known := terms.respelt.get(form))]
    return tuple(dict.fromkeys(out))


def towns(language: str, key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of a town's adjective in any form: itself in the nominative, and what the town may be."""
    terms = lexicon(language)
    for ending in sorted(terms.adjective_endings, key=len, reverse=True):
        stem = key.removesuffix(ending)
        if stem == key or len(stem) <= _SHORTEST_STEM or stem in terms.adjective_people:
            continue
        named = [stem + end for end in terms.adjective_towns]
        for last, olds in terms.adjective_changes.items():
            if stem.endswith(last):
                named += [stem.removesuffix(last) + old for old in olds]
        return (stem + terms.adjective_base,), tuple(named)
    return (), ()
