"""Which words of a document are parts of people's names, by given names and titles before them."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.toponym.lexicon import Lexicon
from dateline.annotate.toponym.tokens import Token

_SPACES = frozenset((" ", "\u00a0", ". "))
_FURTHEST = 3
_SHORT = 4


def people(words: Sequence[Token], terms: Lexicon) -> tuple[frozenset[int], frozenset[str]]:
    """Numbers of the words inside a full name, and the keys of surnames the document gives so."""
    inside: set[int] = set()
    surnames: set[str] = set()
    for at, word in enumerate(words):
        given = word.capital and not word.owns and word.key in terms.given
        titled = word.key in terms.titles and (word.capital or not terms.never)
        if not (given or titled):
            continue
        chain = _chain(words, at, terms)
        if not chain:
            continue
        if given:
            inside.update((at, *chain))
            surnames.add(words[chain[-1]].key)
        elif word.capital or words[chain[0]].key in terms.given:
            inside.update(chain)
            surnames.add(words[chain[-1]].key)
    return frozenset(inside), frozenset(surnames)


def _chain(words: Sequence[Token], at: int, terms: Lexicon) -> list[int]:
    """The capitalised words right after, as far as a name can reach."""
    out: list[int] = []
    for nxt in range(at + 1, min(len(words), at + 1 + _FURTHEST)):
        word = words[nxt]
        initial = len(words[nxt - 1].text) == 1 or words[nxt - 1].key in terms.titles
        if not word.capital or word.glue not in _SPACES or (word.glue == ". " and not initial):
            break
        if word.upper and len(word.text) <= _SHORT and not word.key.isascii():
            break  # `Глава ЛНР`: an abbreviation
        if word.key in terms.heads or (word.key in terms.governing and nxt > at + 1):
            break
        out.append(nxt)
    while out and len(words[out[-1]].text) == 1:
        out.pop()
    return out
