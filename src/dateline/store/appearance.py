"""
In which order reports came out, as far as their publication times tell.

Two instants are compared as instants. A day, or a clock whose zone is unknown, is compared by the
calendar day that each page gives: nothing tells more.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

_LAST = "9999"
Place = tuple[str, str]


def instant(published: str) -> datetime | None:
    """The instant, UTC; None for a day, or a clock without a zone."""
    moment = datetime.fromisoformat(published)
    return moment.astimezone(UTC) if moment.tzinfo else None


def order(published: str | None) -> Place:
    """A key to sort by: the page's own day, then the clock; what has no date comes last."""
    if published is None:
        return _LAST, ""
    known = instant(published)
    return published[:10], known.isoformat() if known else ""


def first_of(published: Sequence[str | None]) -> int | None:
    """
    Which of these came out first; None where their times do not tell.

    >>> first_of(["2025-06-09T08:00:00+03:00", "2025-06-09T06:00:00+00:00"])
    0
    >>> first_of(["2025-06-09", "2025-06-09T06:00:00+00:00"]), first_of([None])
    (None, None)
    """
    for at, mine in enumerate(published):
        others = [each for n, each in enumerate(published) if n != at]
        if mine is not None and all(other is None or _before(mine, other) for other in others):
            return at
    return None


def _before(one: str, other: str) -> bool:
    a, b = instant(one), instant(other)
    return a < b if a and b else one[:10] < other[:10]
