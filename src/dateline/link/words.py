"""
How alike two claims are worded: the part of their words that both have.

Likeness of wording tells no incident from the next; it breaks ties, and tells one sentence with a
slot changed from two sentences.
"""

from __future__ import annotations

from dateline.link.names import name_key
from dateline.link.told import Told

ONE_SENTENCE = 0.5
"""The part of the words from which on two claims are one sentence and its denial."""


def likely(a: Told, b: Told) -> float:
    """The part of the fewer words that the other has too, names of places left out, 0 to 1."""
    keys_a, keys_b = set(a.keys) - _place_keys(a), set(b.keys) - _place_keys(b)
    fewer = min(len(keys_a), len(keys_b))
    return len(keys_a & keys_b) / fewer if fewer else 0.0


def _place_keys(told: Told) -> set[str]:
    known = {name_key(where.name) for where in told.places}
    return {key for key in told.keys if name_key(key) in known}
