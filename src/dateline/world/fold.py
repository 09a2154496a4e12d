"""
One spelling for many: letters without case, marks, apostrophes; words without what abbreviates.

Two names that fold alike are written the same way for the gazetteer. Which place is meant by
them, and the grammar of any language, are not this module's business.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import name as letter_name
from unicodedata import normalize

from dateline.core.table import parse_table

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`ʹ′][^\W_]+)*['’ʼ`ʹ′]?", re.UNICODE)
_DROPPED = frozenset("'’ʼ`ʹ′ʺ″‘")
_FOLDS = Path(__file__).parent / "packs" / "world" / "folds.tsv"


def fold(name: str) -> str:
    """The key of a name: its words folded, one space between."""
    return " ".join(map(fold_word, _WORD.findall(name)))


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """One word without case, Latin marks and apostrophes; ё as е; St, Ft and Mt spelled out."""
    plain = "".join(_fold_letter(letter) for letter in word)
    return _long_forms().get(plain, plain)


@cache
def _long_forms() -> dict[str, str]:
    rows = parse_table(_FOLDS, _FOLDS.read_text("utf-8"), ("from", "to"))
    return {row["from"]: row["to"] for row in rows}


@cache
def _fold_letter(letter: str) -> str:
    if letter in _DROPPED:
        return ""
    low = letter.lower()
    if low.isascii():
        return low
    special = _long_forms().get(low)
    if special is not None:
        return special
    if letter_name(low[0], "").startswith("LATIN"):
        return "".join(c for c in normalize("NFKD", low) if c.isalnum())
    return low
