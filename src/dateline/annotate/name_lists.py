"""The noun lists of a language, as sets, and what kind of source a noun heads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.core.mentions import NameKind
from dateline.lang.rules import lists


@dataclass(frozen=True, slots=True)
class NameLists:
    """What `lang/<language>/names.toml` holds."""

    titles: frozenset[str]
    groups: frozenset[str]
    organisations: frozenset[str]
    units: frozenset[str]
    outlets: frozenset[str]
    footage: frozenset[str]
    pronouns: frozenset[str]
    joins: frozenset[str]
    geography: frozenset[str]

    def kind(self, noun: str) -> NameKind | None:
        """What a phrase headed by `noun` (lower case) is; None where it can be no source."""
        for kind, words in (
            (NameKind.UNIT, self.units),
            (NameKind.GROUP, self.groups),
            (NameKind.OFFICE, self.titles),
            (NameKind.FOOTAGE, self.footage),
            (NameKind.OUTLET, self.outlets),
            (NameKind.ORGANISATION, self.organisations),
        ):
            if noun in words:
                return kind
        singular = noun[:-1] if noun.endswith("s") else ""
        if singular and singular in self.titles:
            return NameKind.GROUP
        if singular and singular in self.organisations | self.outlets:
            return NameKind.GROUP
        return None


@cache
def name_lists(language: str) -> NameLists:
    """Those of one language; all empty where it has none."""
    found = lists(language, "names")
    return NameLists(**{key: frozenset(found.get(key, ())) for key in NameLists.__slots__})
