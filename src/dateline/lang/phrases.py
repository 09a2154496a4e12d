"""
Find the phrases of a table in text, in any of their inflected forms.

A cell of a table holds variants parted by `|`; `{Center,Centre} grouping` is short for two. A word
in capitals is matched in capitals only, a word with a capital needs one in the text, `separatist*`
matches every word that begins so. Cyrillic words are compared without their case endings, which
stand in `lang/<language>/endings.toml`. What a phrase means is not this module's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from dateline.lang.rules import LANGUAGES, lists

_WORD = re.compile(r"\w+")
_CELL_WORD = re.compile(r"\w+\*?")
_GAP = re.compile(r"[ \t\u00a0\u202f]*\n?[ \t\u00a0\"'«»“”„‘’‚ʼ´`()\-‐‑–]*")
_CHOICE = re.compile(r"\{([^{}]*)\}")
_KEY = 3
"""Letters by which the first word of a phrase is looked up, and the fewest a stem keeps."""
_LONGEST_GAP = 4
_LONGEST_ENDING = 7


class Found(NamedTuple):
    """The keys of the entries that stand at `[start, end)`, sorted."""

    start: int
    end: int
    keys: tuple[str, ...]


class _Word(NamedTuple):
    text: str
    stem: str
    is_prefix: bool
    is_caps: bool

    def fits(self, token: _Token) -> bool:
        if self.is_caps:
            return token.text == self.text
        if self.text[0].isupper() and not token.text[0].isupper():
            return False
        low = token.low
        if self.is_prefix:
            return low.startswith(self.stem) and len(low) - len(self.stem) <= _LONGEST_ENDING
        return stem(low) == self.stem


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    low: str


@lru_cache(maxsize=64)
def _tokens(text: str) -> tuple[tuple[_Token, ...], tuple[str, ...]]:
    """The words of a text, and by what each is looked up: many tables are asked of one text."""
    found = tuple(
        _Token(match.start(), match.end(), match[0], fold(match[0]))
        for match in _WORD.finditer(text)
    )
    return found, tuple(token.low[:_KEY] for token in found)


def fold(word: str) -> str:
    """The word in lower case, with ё as е and ґ as г."""
    return word.lower().replace("ё", "е").replace("ґ", "г")


@lru_cache(maxsize=1 << 15)
def stem(low: str) -> str:
    """A folded word without its case ending; Latin words, and short ones, as they are."""
    if low.isascii():
        return low
    for ending in _endings():
        if low.endswith(ending) and len(low) - len(ending) >= _KEY:
            return low[: -len(ending)]
    return low


@cache
def _endings() -> tuple[str, ...]:
    every = {e for language in LANGUAGES for e in lists(language, "endings").get("case", ())}
    return tuple(sorted(every, key=lambda e: (-len(e), e)))


def variants(cell: str) -> Iterator[str]:
    """
    Each phrase that a cell stands for.

    >>> list(variants("{Center,Centre} grouping|battlegroup"))
    ['Center grouping', 'Centre grouping', 'battlegroup']
    """
    for variant in filter(None, cell.split("|")):
        yield from _expanded(variant)


def _expanded(variant: str) -> Iterator[str]:
    choice = _CHOICE.search(variant)
    if choice is None:
        yield " ".join(variant.split())
        return
    for word in choice[1].split(","):
        yield from _expanded(variant[: choice.start()] + word + variant[choice.end() :])


def words_of(phrase: str) -> tuple[_Word, ...]:
    """The words of a phrase, ready to be compared."""
    out = []
    for raw in _CELL_WORD.findall(phrase):
        word = raw.rstrip("*")
        low, prefix = fold(word), raw.endswith("*")
        caps = len(word) > 1 and word.isupper() and not prefix
        out.append(_Word(word, low if prefix else stem(low), prefix, caps))
    return tuple(out)


class Phrases:
    """Every phrase of some entries, indexed by how its first word begins."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        """`entries` are (key, cell); one key may come more than once."""
        found: dict[tuple[_Word, ...], set[str]] = {}
        for key, cell in entries:
            for phrase in variants(cell):
                if words := words_of(phrase):
                    found.setdefault(words, set()).add(key)
        self._index: dict[str, list[tuple[tuple[_Word, ...], tuple[str, ...]]]] = {}
        for words, keys in found.items():
            at = fold(words[0].text)[:_KEY]
            self._index.setdefault(at, []).append((words, tuple(sorted(keys))))

    def find(self, text: str) -> list[Found]:
        """The phrases in text order; of two that overlap, the earlier, then the longer has it."""
        tokens, keys = _tokens(text)
        out: list[Found] = []
        free = 0
        for at in [at for at, key in enumerate(keys) if key in self._index]:
            if tokens[at].start < free:
                continue
            if best := self._longest(text, tokens, at):
                out.append(best)
                free = best.end
        return out

    def _longest(self, text: str, tokens: tuple[_Token, ...], at: int) -> Found | None:
        start = tokens[at].start
        best: Found | None = None
        for words, keys in self._index[tokens[at].low[:_KEY]]:
            last = _match(text, tokens, (at, words))
            if last is None or (best and last < best.end):
                continue
            same = best.keys if best and last == best.end else ()
            best = Found(start, last, tuple(sorted({*same, *keys})))
        return best


def _match(
    text: str, tokens: tuple[_Token, ...], looked: tuple[int, tuple[_Word, ...]]
) -> int | None:
    """Where the last word ends; None where the words are others, or stand too far apart."""
    at, words = looked
    if len(tokens) - at < len(words) or not words[0].fits(tokens[at]):
        return None
    for step in range(1, len(words)):
        before, token = tokens[at + step - 1], tokens[at + step]
        gap = text[before.end : token.start]
        if len(gap) > _LONGEST_GAP or not _GAP.fullmatch(gap):
            return None
        if not words[step].fits(token):
            return None
    return tokens[at + len(words) - 1].end
