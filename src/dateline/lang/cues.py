"""
The words of saying of a language, every inflected form written out once at loading.

`attribution.tsv` lists stems, `cue_forms.toml` the paradigms. Finding them in text is the
business of `annotate.cue`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from dateline.core.errors import LexiconError
from dateline.lang.rules import HERE, lists, table

COLUMNS = ("lemma", "act", "form", "takes", "forms", "tail")


class CueForm(NamedTuple):
    """One inflected form: what it does, how it attaches, what it takes, what must follow it."""

    lemma: str
    act: str
    form: str
    takes: str
    """Letters: t clause, q quotation, n noun phrase, i infinitive, a addressee first."""
    inflection: str
    """base, pres, past, ger, noun, phrase; what else the paradigm says."""
    tail: tuple[str, ...]


@cache
def cue_forms(language: str) -> Mapping[str, tuple[CueForm, ...]]:
    """Every form by its lower-case first word, longest tail first; empty without a lexicon."""
    found: dict[str, list[CueForm]] = {}
    for row in table(language, "attribution", COLUMNS):
        for word, inflection in _forms(language, row):
            for tail in row["tail"].split("|"):
                form = CueForm(
                    row["lemma"],
                    row["act"],
                    row["form"],
                    row["takes"],
                    inflection,
                    tuple(tail.split()),
                )
                found.setdefault(word, []).append(form)
    for form in _possessive(language):
        found.setdefault(form.inflection, []).append(form._replace(inflection="phrase"))
    return {
        word: tuple(sorted(forms, key=lambda form: -len(form.tail)))
        for word, forms in found.items()
    }


def _possessive(language: str) -> Iterator[CueForm]:
    """Phrases of more words: `по его словам`, `по предварительным данным`."""
    words = lists(language, "grammar")
    for head in words.get("phrase_heads", ()):
        for kind in words.get("phrase_adjectives", ()):
            for noun in words.get("phrase_nouns", ()):
                yield CueForm(f"{head} {noun}", "assert", "phrase", "t", head, (kind, noun))
        for whose in words.get("possessives", ()):
            for noun in words.get("phrase_nouns", ()):
                yield CueForm("possessive", "assert", "phrase", "t", head, (whose, *noun.split()))


def _forms(language: str, row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    paradigms = lists(language, "cue_forms").get("paradigms", {})
    for part in row["forms"].split():
        stem, plus, name = part.partition("+")
        if not plus:
            word, _, inflection = part.partition(":")
            yield word, inflection
        elif name in paradigms:
            for ending in paradigms[name]:
                letters, _, inflection = ending.partition(":")
                yield stem + letters, inflection
        else:
            path = HERE / language / "attribution.tsv"
            raise LexiconError(path, row["lemma"], f"no paradigm {name!r} in cue_forms.toml")
