"""
Old and imposed names of places, and the years in which each was the official one.

Read from the packs' `names.tsv`. Whether a word of a text is such a name's case form is told by
its letters alone; which place the text means is not this module's business.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct

from dateline.core.table import parse_table
from dateline.world.fold import fold
from dateline.world.gazetteer import gazetteer
from dateline.world.romanise import rewritten

_TABLE = Path(__file__).parent / "packs" / "ukraine" / "names.tsv"
COLUMNS = ("place", "oblast", "name", "sort", "since", "until", "note")
_DATED = ("old", "imposed")
_ENDING, _LEAST = 3, 4
"""Letters that a case may change at the end of a name, and that have to be left of it."""


class OldName(Struct, frozen=True):
    """A name that a place had, or that a party gives it: years of official use, "" if unknown."""

    name: str
    sort: str
    """`old`, or `imposed` for a form that a party uses against the official one."""
    since: str
    until: str
    note: str

    @property
    def told(self) -> str:
        """`'Artemivsk' is an old name (official 1924 to 2016)`, for the reason of a record."""
        kind = "an old name" if self.sort == "old" else "a party's form of an old name"
        if not (self.since or self.until):
            return f"{self.name!r} is {kind}"
        years = f"{self.since} to {self.until}" if self.since else f"until {self.until}"
        return f"{self.name!r} is {kind} (official {years})"


def old_name(written: str, ident: str) -> OldName | None:
    """The old or imposed name of this place that the written word is, in any case; else None."""
    word = fold(written)
    return next((n for n in _by_place().get(ident, ()) if _is_form(word, fold(n.name))), None)


def _is_form(word: str, name: str) -> bool:
    if word == name:
        return True
    if word.isascii() or name.isascii() or abs(len(word) - len(name)) > _ENDING:
        return False
    stem = max(_LEAST, min(len(word), len(name)) - _ENDING + 1)
    return word[:stem] == name[:stem]


@cache
def _by_place() -> dict[str, tuple[OldName, ...]]:
    found: dict[str, list[OldName]] = {}
    for row in parse_table(_TABLE, _TABLE.read_text("utf-8"), COLUMNS):
        if row["sort"] not in _DATED:
            continue
        name = OldName(row["name"], row["sort"], row["since"], row["until"], row["note"])
        for ident in _ids(row["place"], row["oblast"]):
            found.setdefault(ident, []).append(name)
    return {ident: tuple(names) for ident, names in found.items()}


@cache
def _ids(place: str, oblast: str) -> tuple[str, ...]:
    """The best known settlement of the name in the oblast; ids begin with the oblast's code."""
    own = rewritten(place, "kmu2010")
    known = [p for p in gazetteer().look(place) if p.id.startswith(oblast) and p.name == own]
    return tuple(p.id for p in known[:1])
