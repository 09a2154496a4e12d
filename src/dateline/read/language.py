"""
Which language a report is in, told from its letters and its commonest words.

Both are data (`lang/*/language.toml`). Languages that dateline has no rules for are known only
to be told apart: their texts are `und`, and `lang_how` says what they look like.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from msgspec.structs import replace

from dateline.core.document import Document
from dateline.lang.rules import LANGUAGES, lists

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_APOSTROPHES = str.maketrans("’ʼ", "''")
_MOST_WORDS = 3000
_LONGEST_TEXT = 60_000
_FOREIGN_LETTER = 1.5
"""A word with a letter that a language lacks speaks this much against it."""
_FEW = 40
"""Up to so many words, what the page says of itself may decide."""
_LEAST_SHARE = 0.05
"""Fewer of its words than this in a text, and it is another language, or a list of names."""
_ENDING = 0.5
_LONG = 4
"""Endings count in words of more letters than this, and less than a known word does."""
_OWN_LETTER = 1.0


@dataclass(frozen=True, slots=True)
class Profile:
    """A language's letters, the words it is known by, and the letters few others have."""

    code: str
    letters: frozenset[str]
    words: frozenset[str]
    own: frozenset[str]
    endings: tuple[str, ...]


def language(doc: Document) -> Document:
    """
    `doc` with its language: en, ru, uk, or und.

    What the caller said stands. What the page says of itself decides only where the words do not.
    """
    if doc.lang_how == "given":
        return doc
    words = _words_of(doc)
    code, score, margin = guess(words)
    if margin > 0 and score > _LEAST_SHARE * len(words):
        if code in LANGUAGES:
            return replace(doc, lang=code, lang_how=f"letters and words ({len(words)} words)")
        return replace(doc, lang="und", lang_how=f"words look like {code}: no rules for it")
    if len(words) <= _FEW and doc.lang in LANGUAGES and _may_be(words, doc.lang):
        return doc
    return replace(doc, lang="und", lang_how="too few words to tell")


def guess(words: list[str]) -> tuple[str, float, float]:
    """The likeliest language of lower-case `words`, its score, and its lead over the next."""
    latin = any(_is_latin(word) for word in words)
    profiles = _written_in(latin)
    told = [0.0] * len(profiles)
    for word, times in Counter(words).items():
        for at, weight in _speaks_for(word, latin):
            told[at] += weight * times
    codes = (profile.code for profile in profiles)
    scores = sorted(zip(told, codes, strict=True), reverse=True)
    (best, code), (second, _) = scores[:2]
    return code, best, best - second


def _is_latin(word: str) -> bool:
    return "a" <= word[0] <= "z"


def _words_of(doc: Document) -> list[str]:
    """Lower-case words of the readable blocks, enough to tell by, in the script of most of them."""
    blocks = doc.readable or doc.blocks
    words: list[str] = []
    for block in blocks:
        words.extend(_WORD.findall(doc.text, block.span.start, min(block.span.end, _LONGEST_TEXT)))
        if len(words) > _MOST_WORDS:
            break
    lower = [word.lower().translate(_APOSTROPHES) for word in words[:_MOST_WORDS]]
    latin = [word for word in lower if _is_latin(word)]
    return latin if len(latin) * 2 > len(lower) else [w for w in lower if not _is_latin(w)]


@lru_cache(maxsize=1 << 15)
def _speaks_for(word: str, latin: bool) -> tuple[tuple[int, float], ...]:
    """What the word adds to the scores of profiles, by their number; most add nothing to most."""
    letters = frozenset(word)
    found = ((at, _weight(word, letters, p)) for at, p in enumerate(_written_in(latin)))
    return tuple((at, weight) for at, weight in found if weight)


def _weight(word: str, letters: frozenset[str], profile: Profile) -> float:
    weight = 0.0
    if word in profile.words:
        weight = 1.0
    elif profile.endings and len(word) > _LONG and word.endswith(profile.endings):
        weight = _ENDING
    if letters & profile.own:
        return weight + _OWN_LETTER
    return weight if letters <= profile.letters else weight - _FOREIGN_LETTER


@cache
def _written_in(latin: bool) -> tuple[Profile, ...]:
    return tuple(p for p in _profiles() if _is_latin(min(p.letters - {"'"})) == latin)


def _may_be(words: list[str], code: str) -> bool:
    """Whether most of the words could be written in that language."""
    profile = next(profile for profile in _profiles() if profile.code == code)
    fitting = sum(set(word) <= profile.letters for word in words)
    return fitting * 2 > len(words)


@cache
def _profiles() -> tuple[Profile, ...]:
    own = {code: lists(code, "language") for code in LANGUAGES}
    return tuple(_profile(code, raw) for code, raw in {**own, **lists("und", "language")}.items())


def _profile(code: str, raw: dict[str, Any]) -> Profile:
    letters = frozenset(raw["letters"]) | {"'"}
    own = frozenset(raw.get("own", ""))
    words = frozenset(" ".join(raw["words"]).split())
    return Profile(code, letters, words, own, tuple(raw.get("endings", ())))
