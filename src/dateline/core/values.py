"""What `resolve` works out: each value stands at the span of the mention it belongs to."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from dateline.core.edtf import edtf
from dateline.core.layers import Item
from dateline.core.mentions import PlaceRole
from dateline.core.span import Span
from dateline.core.time import Granularity, Interval


class Dated(Item, frozen=True, kw_only=True):
    """
    A time expression's meaning: TIMEX3 value, bounds, zone and the ground it rests on.

    `earliest` and `latest` are ISO 8601, both included, None where the ground is missing.
    """

    type: str
    value: str
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    granularity: Granularity | None = None
    zone: str | None = None
    utc: str | None = None
    """The instant, `2025-05-20T06:14Z`; None where the zone is not stated."""
    anchor: Span | None = None
    """The words it counts from, where it counts from words of this text."""
    reason: str = ""
    candidates: tuple[str, ...] = ()

    @property
    def edtf(self) -> str | None:
        """The value as EDTF (ISO 8601-2); None for lengths, sets and vague references."""
        known = (self.earliest[:10], self.latest[:10]) if self.earliest and self.latest else None
        return edtf(self.value, self.mod, bounds=known)

    @property
    def days(self) -> Interval | None:
        """The whole days between the bounds; None where either is missing."""
        if self.earliest is None or self.latest is None:
            return None
        return Interval(
            date.fromisoformat(self.earliest[:10]), date.fromisoformat(self.latest[:10])
        )


class Elapsed(Item, frozen=True, kw_only=True):
    """
    The report says that `stated_days` (fewest, most) passed between two moments it dates.

    `since` and `until` are bounds in whole days; where neither date has a year, both are put in
    the same arbitrary year, and `year_known` is False.
    """

    stated_days: tuple[int, int]
    since: Interval
    until: Interval
    dated_at: tuple[Span, Span]
    """Where the report gives `since`, and where it gives `until`."""
    year_known: bool = True


class NotBefore(Item, frozen=True, kw_only=True):
    """Words that cannot have been written before `day`: a dated fact's id and its first day."""

    fact: str
    day: str
    why: str


class Located(Item, frozen=True, kw_only=True):
    """
    A toponym's meaning: which place, of what size, and why. Degrees are WGS84.

    `id` is None where it abstains; `candidates` then keeps what it could be. An area's `lat` and
    `lon` are a point inside it, and `precision` says that it is an area.
    """

    role: PlaceRole
    name: str
    id: str | None = None
    place_kind: str | None = None
    iso3166_2: str | None = None
    country: str | None = None
    within: tuple[str, ...] = ()
    precision: str | None = None
    lat: float | None = None
    lon: float | None = None
    bbox: tuple[float, float, float, float] | None = None
    radius_km: float | None = None
    reason: str = ""
    candidates: tuple[str, ...] = ()


class Speaker(Struct, frozen=True, kw_only=True):
    """Who a source is. `named` is False for "analysts"; `role` is None where nothing tells it."""

    name: str
    role: str | None = None
    named: bool = True
    side: str = "unknown"
    """ukraine, russia, other-party, international, media, expert, civilian or unknown."""


class Identified(Item, frozen=True, kw_only=True):
    """Who a name, title or pronoun refers to, and the words that introduced them."""

    speaker: Speaker
    antecedent: Span | None = None
    reason: str = ""
