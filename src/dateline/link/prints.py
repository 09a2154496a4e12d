"""
Fingerprints of a text: few numbers that two texts share where they share words.

Winnowing (Schleimer, Wilkerson, Aiken 2003): of each window of shingles the smallest hash is kept,
so that any common run of `SHINGLE + WINDOW - 1` words leaves at least one number in common. Which
texts are copies is not decided here: fingerprints find candidates.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from dateline.link.tokens import tokens

SHINGLE = 5
"""Words a shingle."""
WINDOW = 4
"""Shingles a window."""


def fingerprints(text: str) -> tuple[int, ...]:
    """
    The fingerprints of the text, each once, ascending; 32-bit, the same on every machine.

    A text shorter than a shingle has one of all its words; an empty one has none.
    """
    words = [token.low for token in tokens(text)]
    if not words:
        return ()
    hashes = [
        crc32(" ".join(words[at : at + SHINGLE]).encode())
        for at in range(max(1, len(words) - SHINGLE + 1))
    ]
    return tuple(sorted(_winnowed(hashes)))


def _winnowed(hashes: Sequence[int]) -> set[int]:
    if len(hashes) <= WINDOW:
        return {min(hashes)}
    return {min(hashes[at : at + WINDOW]) for at in range(len(hashes) - WINDOW + 1)}


def containment(a: Sequence[int], b: Sequence[int]) -> float:
    """The part of the smaller set of fingerprints that the other has too, 0 to 1."""
    fewer = min(len(a), len(b))
    return len(set(a) & set(b)) / fewer if fewer else 0.0
