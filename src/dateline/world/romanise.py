"""
Spellings of a Slavic name in other alphabets, by the tables of a pack.

Made for names of places when a gazetteer is built or a pack is added. Reading a word of a text
back into its language is not this module's business.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path

from dateline.core.table import parse_table
from dateline.world.fold import fold

_TABLE = Path(__file__).parent / "packs" / "ukraine" / "romanise.tsv"
_TWICE = re.compile(r"(\w)\1+")
_ALIKE = 0.6
"""How alike two words are to be one name, by the share of letters in common, in order."""
_SYSTEMS = ("kmu2010", "bgn-ru")
_BREAKS = frozenset(" -–.")
_LOOSE = Path(__file__).parent / "packs" / "ukraine" / "loose.tsv"


def rewritten(name: str, system: str) -> str:
    """
    The name by one system of the table: `kmu2010`, `bgn-ru` or `uk-to-ru` (a likely Russian form).

    Capitals stay where they were; letters that the table lacks stay as they are.
    """
    pattern, table = _system(system)
    name = name.replace("’", "'").replace("ʼ", "'")

    def other(match: re.Match[str]) -> str:
        low = match[0].lower()
        start = match.start() == 0 or name[match.start() - 1] in _BREAKS
        end = match.end() == len(name) or name[match.end()] in _BREAKS
        made = table.get("^" + low) if start else None
        if made is None and end:
            made = table.get(low + "$")
        if made is None:
            made = table.get(low, low)
        return made.capitalize() if match[0][0].isupper() else made

    return pattern.sub(other, name)


@cache
def _system(system: str) -> tuple[re.Pattern[str], dict[str, str]]:
    rows = parse_table(_TABLE, _TABLE.read_text("utf-8"), ("system", "from", "to"))
    table = {row["from"]: row["to"] for row in rows if row["system"] == system}
    parts = [
        re.escape(piece.strip("^$")) + (r"\b" if piece.endswith("$") else "")
        for piece in sorted(table, key=lambda p: (-len(p.strip("^$")), p))
    ]
    return re.compile("|".join(parts), re.IGNORECASE), table


def loose(folded: str) -> str:
    """A key under which the ways to write one Slavic name in Latin letters fall together."""
    together = _loose_pattern().sub(lambda m: _loose_table()[m[0]], folded)
    return "~" + _TWICE.sub(r"\1", together)


@lru_cache(maxsize=16384)
def alike(written: str, name: str) -> bool:
    """Whether what is written, in either alphabet, is a spelling or a case form of the name."""
    own = fold(name)
    return any(
        SequenceMatcher(None, fold(rewritten(written, system)), own).ratio() >= _ALIKE
        for system in _SYSTEMS
    )


@cache
def _loose_table() -> dict[str, str]:
    rows = parse_table(_LOOSE, _LOOSE.read_text("utf-8"), ("from", "to"))
    return {row["from"]: row["to"] for row in rows}


@cache
def _loose_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _loose_table()), key=lambda p: (-len(p), p))))
