"""
Event types named after ACLED's, by a happening's class and mode: ACLED-like, not ACLED data.

A claim that was published is not an event that was coded; the names only let the two be laid side
by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dateline.core.table import parse_table

_PATH = Path(__file__).parent / "acled_like.tsv"
_COLUMNS = ("event", "mode", "event_type", "sub_event_type")


def acled_like(event: str, mode: str) -> tuple[str, str] | None:
    """
    Event type and sub-event type; None for a class that ACLED has nothing like.

    >>> acled_like("ASSAULT", "drone")
    ('Explosions/Remote violence', 'Air/drone strike')
    >>> acled_like("CONSULT", "phone") is None
    True
    """
    return _rows().get((event, mode)) or _rows().get((event, ""))


@cache
def _rows() -> Mapping[tuple[str, str], tuple[str, str]]:
    rows = parse_table(_PATH, _PATH.read_text(encoding="utf-8"), _COLUMNS)
    return {(r["event"], r["mode"]): (r["event_type"], r["sub_event_type"]) for r in rows}
