"""
The seam behind which the parser of a language stands: a sentence in, tagged words out.

Today each language has its own perceptron tagger or none (docs/adr tells why no larger parser
is in the way by default). Callers see the same words either way, with empty tags where the
language has no model.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dateline.lang.cues import cue_forms
from dateline.lang.mending import mended
from dateline.lang.tagger import tags
from dateline.lang.words import Word, cut

_POSSESSIVE = ("'s", "’s")
_OBJECTS = ("VBG", "DT", "PRP", "PRP$")
_OPENINGS = ("that", ":", "“", '"', "‘")
_STOPS = (".", ",", ";")
_COMMAS = (",", "”", '"', "’", "—", "–")
_FARTHEST_COMMA = 4
_MISTAKEN = ("NNS", "NN")


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
    found = _mended(language, words, tags(language, words))
    return tuple(
        Token(word.start, word.end, word.text, word.low, tag)
        for word, tag in zip(words, found, strict=True)
    )


def _mended(language: str, words: list[Word], found: list[str]) -> list[str]:
    """The tags, where the cue lexicon or a possessive shows that the tagger slipped."""
    if language != "en":
        return mended(language, words, found)
    forms = cue_forms(language)
    for at, word in enumerate(words):
        behind = words[at + 1].low if at + 1 < len(words) else ""
        if found[at].startswith(("VB", "JJ")) and behind in _POSSESSIVE and word.text[0].isupper():
            found[at] = "NNP"
        elif found[at] in _MISTAKEN and word.text.islower():
            told = {form.inflection for form in forms.get(word.low, ()) if form.form == "verb"}
            if "pres" in told and at and _takes_object(found, at, behind):
                found[at] = "VBZ"
            elif told & {"pres", "base"} and _closes_clause(words, found, at):
                found[at] = "VBZ" if "pres" in told else "VBP"
    return found


def _closes_clause(words: list[Word], found: list[str], at: int) -> bool:
    """`..., the bureau alleges.`: a comma or mark, a short subject, the verb, and the end."""
    if at + 1 < len(words) and words[at + 1].text not in _STOPS:
        return False
    number = "NNS" if found[at] == "NN" else "NN"
    if at < 2 or not found[at - 1].startswith(("NN", "PRP", "VBZ")) or found[at - 1] == "PRP$":
        return False
    fits = found[at - 1] in (number, "NNP", "NNPS", "PRP", "VBZ")
    marks = (words[back].text for back in range(at - 2, max(-1, at - 2 - _FARTHEST_COMMA), -1))
    return fits and any(mark in _COMMAS for mark in marks)


def _takes_object(found: list[str], at: int, behind: str) -> bool:
    """`officials says that`, `Moscow denies targeting`: what only a verb has behind it."""
    named = found[at - 1] == "NNP" and at + 1 < len(found)
    return behind in _OPENINGS or (named and found[at + 1] in _OBJECTS)


def tokens_at(language: str, text: str, start: int, end: int) -> list[Token]:
    """The tagged words of the sentence `text[start:end]`; offsets count from the head of `text`."""
    return [
        Token(token.start + start, token.end + start, token.text, token.low, token.tag)
        for token in analysed(language, text[start:end])
    ]
