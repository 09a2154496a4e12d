"""
Names in a claim under a key that survives case endings and alphabets: "Джанкої", "Dzhankoi".

Only evidence that two reports name the same thing where the gazetteer knows none; what is named is
not told. Names of the sides of the war, and of people who are known, tell no incident.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from dateline.link.tokens import tokens
from dateline.link.wording import Wording
from dateline.world.actors import actors_at
from dateline.world.fold import fold
from dateline.world.romanise import loose, rewritten

_LETTERS = 4
"""Of the key: what the forms of a Slavic name share."""
_SHORTEST = 5
_WINDOW = 5
_OPENING = "^"
"""Marks a word that may be a name only because it opens a sentence."""
_SENTENCE_ENDS = frozenset(".!?…:\n|")


def names(language: str, said: Wording) -> tuple[str, ...]:
    """The keys of its capitalised words, sorted; of one that opens a sentence, marked."""
    raw = [said.text[word.start : word.end] for word in said.words]
    classed = {hit.at for table in said.hits.values() for hit in table}
    found = {
        _OPENING * _opens(said, at) + name_key(word)
        for at, word in enumerate(raw)
        if len(word) >= _SHORTEST
        and word[0].isupper()
        and not word.isupper()
        and at not in classed
        and not actors_at(language, raw[at : at + _WINDOW], 0)
    }
    return tuple(sorted(found))


def share_name(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether both have a name, which at least in one of them opens no sentence."""
    sure_a, sure_b = ({key for key in one if key[:1] != _OPENING} for one in (a, b))
    all_a, all_b = ({key.lstrip(_OPENING) for key in one} for one in (a, b))
    return bool(sure_a & all_b or all_a & sure_b)


def named(text: str, key: str) -> str:
    """The first word of the text with this key, as written; the key itself where none has it."""
    words = (text[word.start : word.end] for word in tokens(text))
    return next((word for word in words if name_key(word) == key.lstrip(_OPENING)), key)


@lru_cache(maxsize=1 << 14)
def name_key(word: str) -> str:
    """The first letters of the word in Latin script, ways to write one sound together."""
    return loose(fold(rewritten(rewritten(word, "kmu2010"), "bgn-ru")))[1 : 1 + _LETTERS]


def _opens(said: Wording, at: int) -> bool:
    before = said.text[: said.words[at].start].rstrip(" \"'«»“”„‘’()–—-")
    return not before or before[-1] in _SENTENCE_ENDS
