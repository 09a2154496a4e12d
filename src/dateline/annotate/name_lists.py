"""
The noun lists of a language, and what kind of source a noun heads.

A list holds whole words, or stems that end in `*` for languages that inflect.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dateline.core.mentions import NameKind
from dateline.lang.cues import cue_forms
from dateline.lang.rules import lists, table

_KINDS = (
    (NameKind.UNIT, "units"),
    (NameKind.GROUP, "groups"),
    (NameKind.OFFICE, "titles"),
    (NameKind.FOOTAGE, "footage"),
    (NameKind.OUTLET, "outlets"),
    (NameKind.ORGANISATION, "organisations"),
)


class Nouns:
    """A set of words and of stems; `in` tells whether a lower-case word is one of theirs."""

    def __init__(self, entries: Iterable[str]) -> None:
        entries = tuple(entries)
        self._whole = frozenset(entry for entry in entries if not entry.endswith("*"))
        self._stems = tuple(sorted(entry[:-1] for entry in entries if entry.endswith("*")))

    def __contains__(self, word: str) -> bool:
        return word in self._whole or (bool(self._stems) and word.startswith(self._stems))


class NameLists:
    """What `lang/<language>/names.toml` holds."""

    def __init__(self, language: str) -> None:
        found = lists(language, "names")
        self.titles = Nouns(found.get("titles", ()))
        self.groups = Nouns(found.get("groups", ()))
        self.geography = Nouns(found.get("geography", ()))
        self.pronouns = frozenset(found.get("pronouns", ()))
        self.joins = frozenset(found.get("joins", ()))
        self.introductions = tuple(tuple(words.split()) for words in found.get("introductions", ()))
        self.given = frozenset(
            row["name"].lower() for row in table(language, "given_names", ("name",))
        )
        grammar = lists(language, "grammar")
        self.never = frozenset(grammar.get("negations", ())) | frozenset(grammar.get("adverbs", ()))
        self.verbs = frozenset(
            word
            for word, forms in cue_forms(language).items()
            if any(form.form == "verb" for form in forms)
        )
        self._kinds = tuple((kind, Nouns(found.get(key, ()))) for kind, key in _KINDS)
        self._plural_s = language == "en"

    @cache  # noqa: B019 - one instance a language, for the life of the process
    def kind(self, noun: str) -> NameKind | None:
        """What a phrase headed by `noun` (lower case) is; None where it can be no source."""
        for kind, words in self._kinds:
            if noun in words:
                return kind
        singular = noun[:-1] if self._plural_s and noun.endswith("s") else ""
        if singular and any(
            singular in words for kind, words in self._kinds if kind is not NameKind.FOOTAGE
        ):
            return NameKind.GROUP
        return None


@cache
def name_lists(language: str) -> NameLists:
    """Those of one language; all empty where it has none."""
    return NameLists(language)
