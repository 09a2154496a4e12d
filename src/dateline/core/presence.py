"""
That somebody is said to have come onto ground: the words, and what they claim of which place when.

`annotate` finds the words, `resolve` says whose ground and which day; `check` compares.
"""

from __future__ import annotations

from enum import StrEnum

from dateline.core.layers import Item
from dateline.core.span import Span


class Move(StrEnum):
    """What the words say was done with the ground."""

    CROSS = "cross"
    ENTER = "enter"
    CAPTURE = "capture"


class Movement(Item, frozen=True, kw_only=True):
    """Words that claim presence on ground (`crossed the border of`, `захопили`)."""

    move: Move


class Presence(Item, frozen=True, kw_only=True):
    """
    A side is said to have come onto the ground of a place on a day that the report gives.

    `span` is that of the `Movement`; `place` is a gazetteer id; `day` is ISO.
    """

    move: Move
    side: str
    """russia or ukraine."""
    place: str
    place_at: Span
    day: str
    day_at: Span
