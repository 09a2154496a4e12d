"""
Contested terms and abbreviations of a field: `packs/<pack>/frames.tsv` and `glossary.tsv`.

A frame's row says who uses the term and where that can be seen; it does not say who is right.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct

from dateline.core.table import parse_table
from dateline.lang.phrases import Phrases
from dateline.world.facts import NAMES, facts, pack_folders

FRAME_COLUMNS = ("id", "used_by", *NAMES, "note", "source")
GLOSSARY_COLUMNS = ("abbreviation", "lang", "expansion", "field")


class ContestedTerm(Struct, frozen=True, kw_only=True):
    """A term that takes a side, or leaves one out."""

    id: str
    used_by: str
    """`russia`, `ukraine`, `both` or `international`: in whose documents the term is at home."""
    names: tuple[str, ...]
    note: str
    source: str


class Expansion(Struct, frozen=True, kw_only=True):
    """What an abbreviation stands for."""

    words: str
    lang: str
    is_of_field: bool
    """Whether an unknown abbreviation of a report may be a slip for this one."""


@cache
def frames() -> dict[str, ContestedTerm]:
    """Every contested term by its id; a later pack's row replaces an earlier."""
    rows = (row for folder in pack_folders() for row in _rows(folder, "frames.tsv", FRAME_COLUMNS))
    return {
        row["id"]: ContestedTerm(
            id=row["id"],
            used_by=row["used_by"],
            names=tuple(row[language] for language in NAMES),
            note=row["note"],
            source=row["source"],
        )
        for row in rows
    }


@cache
def frame_phrases() -> Phrases:
    """The words of every contested term; the keys are ids of `frames`."""
    return Phrases((frame.id, cell) for frame in frames().values() for cell in frame.names)


@cache
def field_phrases() -> Phrases:
    """The words that tell that a text is of the field: those that the dated facts ask for."""
    return Phrases(("", cell) for cell in sorted({fact.beside for fact in facts().values()}))


@cache
def glossary() -> dict[str, Expansion]:
    """What each known abbreviation stands for, in whatever language it is written."""
    rows = (r for folder in pack_folders() for r in _rows(folder, "glossary.tsv", GLOSSARY_COLUMNS))
    return {
        row["abbreviation"]: Expansion(
            words=row["expansion"], lang=row["lang"], is_of_field=row["field"] == "y"
        )
        for row in rows
    }


def _rows(folder: Path, name: str, columns: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    path = folder / name
    if not path.exists():
        return ()
    return tuple(parse_table(path, path.read_text(encoding="utf-8"), columns))
