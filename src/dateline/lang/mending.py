"""
Tags put right where closed classes, the cue lexicon or a word's ending show that a tagger slipped.

A tagger that has seen little text guesses at words it has not met; these guesses contradict what
the language's own lists know. The lists are data (`tag_repairs.toml`, `names.toml`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.lang.cues import cue_forms
from dateline.lang.rules import lists
from dateline.lang.words import Word

_SAYING = {"past": "VERB.Fin", "pres": "VERB.Fin", "pass": "VERB.Fin", "ger": "VERB.Conv"}
_NOUN_LISTS = ("titles", "groups", "organisations", "units", "outlets", "footage")
_SHORTEST_VERB = 2


@dataclass(frozen=True, slots=True)
class _Repairs:
    """What `tag_repairs.toml` holds of one language."""

    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    verb_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    nouns: frozenset[str]
    noun_stems: tuple[str, ...]


@cache
def _repairs(language: str) -> _Repairs | None:
    found = lists(language, "tag_repairs")
    if not found:
        return None
    names = lists(language, "names")
    entries = [entry for key in _NOUN_LISTS for entry in names.get(key, ())]
    return _Repairs(
        prepositions=frozenset(found.get("prepositions", ())),
        conjunctions=frozenset(found.get("conjunctions", ())),
        subordinators=frozenset(found.get("subordinators", ())),
        verb_endings=tuple(found.get("verb_endings", ())),
        adjective_endings=tuple(found.get("adjective_endings", ())),
        nouns=frozenset(entry for entry in entries if not entry.endswith("*")),
        noun_stems=tuple(entry[:-1] for entry in entries if entry.endswith("*")),
    )


@cache
def _sayings(language: str) -> dict[str, str]:
    """The tag of each form that only a verb of saying has."""
    out: dict[str, str] = {}
    for low, forms in cue_forms(language).items():
        told = [_SAYING[form.inflection] for form in forms if form.inflection in _SAYING]
        if told and all(form.form == "verb" for form in forms):
            out[low] = told[0]
    return out


def mended(language: str, words: Sequence[Word], found: list[str]) -> list[str]:
    """The tags of one sentence, mended; as they are where the language has no list of repairs."""
    repairs = _repairs(language)
    if repairs is None:
        return found
    sayings = _sayings(language)
    return [_mended_one(repairs, sayings, words, at, tag) for at, tag in enumerate(found)]


def _mended_one(
    repairs: _Repairs, sayings: dict[str, str], words: Sequence[Word], at: int, tag: str
) -> str:
    word = words[at]
    if not word.text[0].isalnum():
        return "PUNCT"
    inside = at > 0 and words[at - 1].text[0].isalnum()
    if word.text[0].isupper() and inside:
        return tag if tag.startswith(("PROPN", "NOUN", "ADJ", "NUM", "X", "PRON")) else "PROPN"
    closed = _closed(repairs, word.low, tag)
    if closed:
        return closed
    if word.low in sayings:
        return sayings[word.low]
    return _not_a_verb(repairs, word.low, tag) if tag.startswith(("VERB", "AUX")) else tag


def _closed(repairs: _Repairs, low: str, tag: str) -> str | None:
    """The tag of a word of a closed class, with the case where the tagger agreed."""
    if low in repairs.prepositions:
        return tag if tag.startswith("ADP") else "ADP"
    if low in repairs.conjunctions:
        return "CCONJ"
    return "SCONJ" if low in repairs.subordinators else None


def _not_a_verb(repairs: _Repairs, low: str, tag: str) -> str:
    """What a word is that is tagged a verb and cannot be one; its tag where it can."""
    if low in repairs.nouns or low.startswith(repairs.noun_stems):
        return "NOUN"
    if tag != "VERB.Fin" or len(low) <= _SHORTEST_VERB or low.endswith(repairs.verb_endings):
        return tag
    return "ADJ" if low.endswith(repairs.adjective_endings) else "NOUN"
