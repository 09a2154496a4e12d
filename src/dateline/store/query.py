"""
What a person typed in a search box, as folded words: `"a phrase"`, `-not`, beginnings of words.

Russian and Ukrainian words are cut to their stems, so that every form of a name is found; any
other word finds those that begin with it. Running the query is `search`'s business.
"""

from __future__ import annotations

import re

from dateline.core.errors import UsageError
from dateline.lang.stems import stem
from dateline.world.fold import fold, fold_word

_PART = re.compile(r'(-?)"([^"]*)"|(-?)(\S+)')
_WORD = re.compile(r"\w[\w'’ʼ]*")
_SHORTEST = 3
"""Letters from which a word may be the beginning of another."""
_STEMMED = ("ru", "uk")

Part = tuple[str, ...]


def parts_of(typed: str) -> tuple[Part, ...]:
    """
    Each phrase as its folded words: `*` ends the beginning of a word, a first `-` excludes.

    Raises:
        UsageError: nothing is asked for, or only what must not occur.
    """
    parts: list[Part] = []
    for not_phrase, phrase, not_word, word in _PART.findall(typed):
        words = tuple(fold(phrase).split()) if phrase else beginning(word)
        if words:
            parts.append(("-", *words) if not_phrase or not_word else words)
    if not any(part[0] != "-" for part in parts):
        raise UsageError(f"search: no word to look for in {typed[:60]!r}")
    return tuple(parts)


def beginning(word: str) -> Part:
    """A word by its beginning; one with a hyphen or a full stop inside is a phrase."""
    folded = fold(word).split()
    if not folded:
        return ()
    last = folded[-1]
    if not last.isascii():
        last = min((stem(language, last) for language in _STEMMED), key=len)
    return (*folded[:-1], f"{last}*" if len(last) >= _SHORTEST else folded[-1])


def snippet(text: str, parts: tuple[Part, ...], around: int = 90) -> str:
    """The words of `text` around the first that the query looks for; its beginning where none."""
    looked = {word.rstrip("*") for part in parts if part[0] != "-" for word in part}
    starts = tuple(word for word in looked if len(word) >= _SHORTEST) or tuple(looked)
    at = next((m.start() for m in _WORD.finditer(text) if fold_word(m[0]).startswith(starts)), 0)
    start = max(0, at - around)
    if start:
        start = text.find(" ", start, at) + 1 or start
    piece = " ".join(text[start : at + around].split())
    return ("… " if start else "") + piece + (" …" if at + around < len(text) else "")
