"""
What a claim and a report tell, as values that can be set beside another's: the nouns of `link`.

Made in gist.py, compared in slots.py and likeness.py; small enough to be kept beside a record.
"""

from __future__ import annotations

from msgspec import Struct

from dateline.core.event import ClaimRef


class Where(Struct, frozen=True, order=True):
    """A place that a claim names; `within` are the ids of what it lies in, smallest first."""

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    within: tuple[str, ...] = ()
    country: str = ""


class Count(Struct, frozen=True, order=True):
    """A counted number: `low` to `high` of `unit` in `state`; `words` as written."""

    value: float
    low: float
    high: float
    unit: str = ""
    state: str = ""
    words: str = ""


class Told(Struct, frozen=True, kw_only=True):
    """
    What one claim tells. `days` are the first and the last day it states, ISO, None without one.

    `agents` are sides that act in it, `speaker` the name it is given to. `negated` says that the
    happening is denied or said not to have been; `unconfirmed` that it is not vouched for.
    """

    claim: ClaimRef
    text: str
    lang: str = "und"
    kinds: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    places: tuple[Where, ...] = ()
    days: tuple[str, str] | None = None
    night: bool = False
    """Whether what it dates is a night, which belongs to two days."""
    counts: tuple[Count, ...] = ()
    agents: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    """Sides said to hold the place; empty where none is named, `turns` then still has `held`."""
    speaker: str | None = None
    side: str = "unknown"
    status: str = "asserted"
    negated: bool = False
    keys: tuple[str, ...] = ()
    """Stems of its words, function words and numbers left out."""
    names: tuple[str, ...] = ()
    """Keys of what it names, places among them; see names.py."""


class Gist(Struct, frozen=True, kw_only=True):
    """A report as what its claims tell, in text order; `published` as the report gives it."""

    document: str
    lang: str = "und"
    published: str | None = None
    told: tuple[Told, ...] = ()
    lead: Told | None = None
    """The headline and the first sentences as one, who says them included; None without any."""
