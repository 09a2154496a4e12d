"""
Which of two reports came out first, as far as their times tell.

A day alone orders only against another day; a clock without a zone only against another such, or
where they are too far apart for any zone to matter.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from dateline.link.printed import Printed

_ZONES = timedelta(hours=14)
"""How far apart two clocks, one without a zone, may stand for the same moment."""
_DAY = len("2025-06-09")


def lead(a: Printed, b: Printed) -> timedelta | None:
    """How much later `b` came out, negative where it was first; None where that is not told."""
    if not a.published or not b.published:
        return None
    if min(len(a.published), len(b.published)) == _DAY:
        return _days(a.published, b.published)
    at_a, at_b = datetime.fromisoformat(a.published), datetime.fromisoformat(b.published)
    if bool(at_a.tzinfo) == bool(at_b.tzinfo):
        return at_b - at_a or None
    gap = at_b.replace(tzinfo=None) - at_a.replace(tzinfo=None)
    return gap if abs(gap) > _ZONES else None


def _days(a: str, b: str) -> timedelta | None:
    return datetime.fromisoformat(b[:_DAY]) - datetime.fromisoformat(a[:_DAY]) or None
