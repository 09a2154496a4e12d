"""What the token next to an expression is: the questions that guards and context both ask."""

from __future__ import annotations

from functools import lru_cache

from dateline.annotate.timex.codes import classes
from dateline.annotate.timex.tokens import Tokens
from dateline.lang.timewords import futures, nominative_endings, past_words, present_endings

SHORTEST_VERB = 5
"""Letters of a word that an ending alone can make a past verb."""


def has(found: Tokens, at: int, cat: str) -> bool:
    """Whether there is a token at `at` and it can be a `cat`."""
    return 0 <= at < len(found.codes) and found.codes[at] in classes().get(cat, "")


@lru_cache(8192)
def is_past(word: str) -> bool:
    """Whether a word, in lower case, is a verb of the past."""
    words, endings = past_words()
    return word in words or (len(word) >= SHORTEST_VERB and word.endswith(endings))


@lru_cache(8192)
def is_future(word: str) -> bool:
    """Whether a word, in lower case, is a verb of the future by its form."""
    return len(word) >= SHORTEST_VERB and any(language.has(word) for language in futures())


def is_verb(word: str) -> bool:
    """Whether a word, in lower case, is a verb of the past or the present."""
    return is_past(word) or word.endswith(present_endings())


@lru_cache(8192)
def is_nominative(word: str) -> bool:
    """Whether a word, in lower case, is by its ending more likely a subject than a genitive."""
    yes, no = nominative_endings()
    return word.endswith(yes) and not word.endswith(no)
