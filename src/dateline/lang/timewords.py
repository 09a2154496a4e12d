"""
The words that time expressions are made of, of all languages at once.

Each form has categories (`month`, `unit`, `dir` ...) with a value each; each set of categories
has one code character, so that a grammar can be a pattern over codes. Finding the words in a
text, and what they mean together, is not done here.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from dateline.lang.rules import HERE, LANGUAGES, lists, table

COLUMNS = ("forms", "cat", "value", "when")
Meaning = dict[str, str]
"""Category to value."""
FIRST_CODE = 0xE000
"""Codes are private-use characters: they stand for nothing else in any text."""


@dataclass(frozen=True, slots=True)
class Row:
    """One form in one of its readings; `capital` when it needs a capital letter."""

    form: str
    cat: str
    value: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Words:
    """
    What each form (lower case, straight apostrophes) can be, where one language is at home.

    `plain` holds the readings of a form without a capital letter, for forms that need one.
    """

    meanings: dict[str, Meaning]
    plain: dict[str, Meaning]


@cache
def rows(language: str) -> tuple[Row, ...]:
    """Each form of a language, with its endings and spellings written out."""
    endings = _endings(language)
    out: list[Row] = []
    for name in ("timex_cldr", "timex"):
        for row in table(language, name, COLUMNS):
            for form in row["forms"].split("|"):
                capital = row["when"] == "capital"
                out += [Row(f, row["cat"], row["value"], capital) for f in _spelt(form, endings)]
    return tuple(out)


@cache
def words(home: str) -> Words:
    """
    The words of all languages. A form that two languages share is read as `home` reads it:
    Ukrainian `час` is time and Russian `час` an hour.
    """
    meanings: dict[str, Meaning] = {}
    plain: dict[str, Meaning] = {}
    taken: set[str] = set()
    for language in (home, *(other for other in LANGUAGES if other != home)):
        mine = rows(language)
        for row in mine:
            if row.form not in taken:
                meanings.setdefault(row.form, {}).setdefault(row.cat, row.value)
                if not row.capital:
                    plain.setdefault(row.form, {}).setdefault(row.cat, row.value)
        taken |= {row.form for row in mine}
    return Words(meanings, plain)


@cache
def past_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """(words that are past verbs, endings that make one), of all languages at once."""
    files = [lists(language, "timex_tense") for language in LANGUAGES]
    words_ = frozenset(word for file in files for word in file.get("words", ()))
    return words_, tuple(ending for file in files for ending in file.get("endings", ()))


@cache
def present_endings() -> tuple[str, ...]:
    """Endings that make a verb of the present, of all languages at once."""
    files = [lists(language, "timex_tense") for language in LANGUAGES]
    return tuple(ending for file in files for ending in file.get("present", ()))


@cache
def nominative_endings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(endings of a word that is a subject, those among them that are none), of all languages."""
    files = [lists(language, "timex_tense") for language in LANGUAGES]
    return (
        tuple(ending for file in files for ending in file.get("nominative", ())),
        tuple(ending for file in files for ending in file.get("nominative_not", ())),
    )


@dataclass(frozen=True, slots=True)
class Future:
    """How one language tells a verb of the future; see its timex_tense.toml."""

    words: frozenset[str]
    own: tuple[str, ...]
    prefixes: tuple[str, ...]
    endings: tuple[str, ...]
    looks_only: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Whether a word, in lower case, is one."""
        if word in self.words or (self.own and word.endswith(self.own)):
            return True
        perfective = word.startswith(self.prefixes) and word.endswith(self.endings)
        return perfective and not word.endswith(self.looks_only)


@cache
def futures() -> tuple[Future, ...]:
    """The futures of the languages that tell them by the form of the verb."""
    files = [lists(language, "timex_tense") for language in LANGUAGES]
    return tuple(
        Future(
            frozenset(file["future_words"]),
            *(
                tuple(file.get(f"future_{part}", ()))
                for part in ("own", "prefixes", "endings", "not")
            ),
        )
        for file in files
        if "future_words" in file
    )


def _endings(language: str) -> dict[str, list[str]]:
    path = HERE / language / "timex_endings.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _spelt(form: str, endings: dict[str, list[str]]) -> list[str]:
    """`прошл{hard}` with each ending; `ё` also as `е`."""
    forms = [form]
    if "{" in form:
        stem, rest = form.split("{", 1)
        name, tail = rest.split("}", 1)
        forms = [stem + ending + tail for ending in endings[name]]
    return [*forms, *(f.replace("ё", "е") for f in forms if "ё" in f)]
