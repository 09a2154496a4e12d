"""
Who speaks for which side: the table of actors, by the words that name them.

A side is the one somebody speaks for, never a judgement. What a mention in a text refers to is the
business of `resolve.actors`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from dateline.core.table import parse_table

_PATH = Path(__file__).parent / "actors.tsv"
_COLUMNS = ("id", "kind", "side", "en", "ru", "uk")
_LANGUAGES = ("en", "ru", "uk")


class Actor(NamedTuple):
    """A row: its kind (place, organisation, outlet, channel, person, group, adj) and side."""

    id: str
    kind: str
    side: str
    name: str
    """The name shown: of this form where the row gathers several bodies."""


class _Form(NamedTuple):
    words: tuple[str, ...]
    actor: Actor


def actors_at(language: str, words: Sequence[str], at: int) -> tuple[Actor, int] | None:
    """The actor that `words[at:]` begin with, as written, and how many words; None where none."""
    for form in _candidates(language, words[at]):
        size = len(form.words)
        if size <= len(words) - at and all(
            _fits(pattern, words[at + step]) for step, pattern in enumerate(form.words)
        ):
            return form.actor, size
    return None


def side_of_country(code: str) -> str:
    """The side of a state by its alpha-2 code: a party to this war, to another one, or neither."""
    return _countries().get(code, "international")


@cache
def _countries() -> Mapping[str, str]:
    path = Path(__file__).parent / "parties.tsv"
    rows = parse_table(path, path.read_text(encoding="utf-8"), ("country", "side", "note"))
    return {row["country"]: row["side"] for row in rows}


def _fits(pattern: str, word: str) -> bool:
    low = word.lower()
    if pattern.endswith("*"):
        return low.startswith(pattern[:-1].lower()) and word[:1].isupper() >= pattern[:1].isupper()
    return low == pattern.lower() and word[:1].isupper() >= pattern[:1].isupper()


@lru_cache(maxsize=16384)
def _candidates(language: str, word: str) -> tuple[_Form, ...]:
    index = _index(language)
    low = word.lower()
    found = list(index.get(low, ()))
    for size in range(2, min(len(low), _longest(language)) + 1):
        found += index.get(low[:size] + "*", ())
    return tuple(
        sorted(found, key=lambda form: (-len(form.words), -len(form.words[0]), form.actor.id))
    )


@cache
def _longest(language: str) -> int:
    """Letters of the longest first word: a word that never ends costs no more than it."""
    return max(map(len, _index(language)), default=0)


@cache
def _index(language: str) -> Mapping[str, tuple[_Form, ...]]:
    """Forms by their first word, lower case; English forms serve every language as well."""
    found: dict[str, list[_Form]] = {}
    for row in parse_table(_PATH, _PATH.read_text(encoding="utf-8"), _COLUMNS):
        for column in dict.fromkeys((language, "en")):
            if column not in _LANGUAGES:
                continue
            forms = [form for form in row[column].split("|") if form]
            for form in forms:
                shown = _shown(row["kind"], forms, form)
                actor = Actor(row["id"], row["kind"], row["side"], shown)
                words = tuple(form.split())
                found.setdefault(words[0].lower(), []).append(_Form(words, actor))
    return {word: tuple(forms) for word, forms in found.items()}


def _shown(kind: str, forms: list[str], form: str) -> str:
    """A person by the row's first form; a body by its own form, if that is written out."""
    if kind == "person":
        return forms[0]
    if "*" not in form:
        return form
    stem = form.partition("*")[0]
    return next((other for other in forms if "*" not in other and other.startswith(stem)), "")
