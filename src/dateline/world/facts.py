"""
Dated facts: what bore a name, or held an office, from one day to another. One row, one source.

The tables are `packs/<pack>/facts.tsv` and `titles.tsv`; a newsroom adds its own as folders under
`$DATELINE_HOME/packs`. Their columns: docs/reference/facts.md. Whether a report contradicts a
fact is for the checkers.
"""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import Struct

from dateline.core.errors import LexiconError
from dateline.core.table import parse_table
from dateline.lang.phrases import Phrases

PACKS = Path(__file__).parent / "packs"
OFFICE = "office"
NAMES = ("en", "ru", "uk")
COLUMNS = ("id", "kind", "from", "until", "title", *NAMES, "with", "note", "source")
TITLE_COLUMNS = ("id", *NAMES)


class DatedFact(Struct, frozen=True, kw_only=True):
    """A name or office and the days it holds for."""

    id: str
    kind: str
    """`office`, or what came to be: `operation`, `formation`, `event`, `law`, `renaming`, ..."""
    since: date
    """The first day; nothing written before it can use the name so."""
    until: date | None
    """The last day; None while it lasts, or where the table does not say."""
    title: str | None
    """The id of the office in `titles.tsv`; None where the fact is no term of office."""
    names: tuple[str, ...]
    """Cells as `lang.phrases` reads them, one a language."""
    beside: str
    """A cell: one of these must stand in the text too. Empty where the name says enough."""
    note: str
    source: str


def pack_folders() -> tuple[Path, ...]:
    """The packs that come with dateline, then the user's, each in the order of their names."""
    home = os.environ.get("DATELINE_HOME")
    roots = (PACKS, Path(home) / "packs") if home else (PACKS,)
    return tuple(
        folder
        for root in roots
        if root.is_dir()
        for folder in sorted(root.iterdir())
        if folder.is_dir()
    )


@cache
def facts() -> dict[str, DatedFact]:
    """Every fact by its id, in the order of the tables; a later pack's row replaces an earlier."""
    return {fact.id: fact for folder in pack_folders() for fact in read_facts(folder)}


def read_facts(folder: Path) -> tuple[DatedFact, ...]:
    """
    The facts of one pack; empty where it has no `facts.tsv`.

    Raises:
        LexiconError: a row has no name, no source, or a day that is none.
    """
    path = folder / "facts.tsv"
    if not path.exists():
        return ()
    text = path.read_text(encoding="utf-8")
    return tuple(_fact(path, row) for row in parse_table(path, text, COLUMNS))


def _fact(path: Path, row: dict[str, str]) -> DatedFact:
    names = tuple(row[language] for language in NAMES)
    if not any(names):
        raise LexiconError(path, row["id"], "want a name in at least one of en, ru, uk")
    if not row["source"].startswith("http"):
        raise LexiconError(path, row["id"], "want the address of a source that anybody can open")
    if (row["kind"] == OFFICE) != bool(row["title"]):
        raise LexiconError(path, row["id"], "want a title for an office, and for nothing else")
    try:
        since = date.fromisoformat(row["from"])
        until = date.fromisoformat(row["until"]) if row["until"] else None
    except ValueError as error:
        raise LexiconError(path, row["id"], f"want days as 2022-02-24: {error}") from error
    return DatedFact(
        id=row["id"],
        kind=row["kind"],
        since=since,
        until=until,
        title=row["title"] or None,
        names=names,
        beside=row["with"],
        note=row["note"],
        source=row["source"],
    )


@cache
def name_phrases() -> Phrases:
    """The names of every fact; the keys are ids of `facts`."""
    return Phrases((fact.id, cell) for fact in facts().values() for cell in fact.names)


@cache
def title_phrases() -> Phrases:
    """The words for every office; the keys are what `DatedFact.title` holds."""
    entries: list[tuple[str, str]] = []
    for folder in pack_folders():
        path = folder / "titles.tsv"
        if path.exists():
            rows = parse_table(path, path.read_text(encoding="utf-8"), TITLE_COLUMNS)
            entries += [(row["id"], row[language]) for row in rows for language in NAMES]
    return Phrases(entries)


@cache
def beside_phrases(cell: str) -> Phrases:
    """The words of which one must stand in the text as well."""
    return Phrases([("", cell)])
