"""
The seam behind which the parser of a language stands: a sentence in, tagged words out.

Today each language has its own perceptron tagger or none (docs/adr tells why no larger parser
is in the way by default). Callers see the same words either way, with empty tags where the
language has no model.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dateline.lang.tagger import tags
from dateline.lang.words import cut


class Token(NamedTuple):
    """A word at `[start, end)`, its lower case, and its tag (Penn for English, UD else)."""

    start: int
    end: int
    text: str
    low: str
    tag: str


@lru_cache(maxsize=4096)
def analysed(language: str, sentence: str) -> tuple[Token, ...]:
    """The tagged words of one sentence; offsets count from its head."""
    words = cut(sentence)
    return tuple(
        Token(word.start, word.end, word.text, word.low, tag)
        for word, tag in zip(words, tags(language, words), strict=True)
    )


def tokens_at(language: str, text: str, start: int, end: int) -> list[Token]:
    """The tagged words of the sentence `text[start:end]`; offsets count from the head of `text`."""
    return [
        token._replace(start=token.start + start, end=token.end + start)
        for token in analysed(language, text[start:end])
    ]
