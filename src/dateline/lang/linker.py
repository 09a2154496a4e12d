"""
The weights by which one attribution is preferred to another, for the languages that have some.

`linker.tsv` holds whole numbers a feature, made by `tools/train_linker.py` from our own gold.
What the features are is the business of `claim.traits`; training is not this module's.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.lang.rules import table

COLUMNS = ("feature", "weight")


@cache
def linker_weights(language: str) -> Mapping[str, int] | None:
    """Feature to weight; None where the language has no trained linker."""
    rows = table(language, "linker", COLUMNS)
    return {row["feature"]: int(row["weight"]) for row in rows} if rows else None
