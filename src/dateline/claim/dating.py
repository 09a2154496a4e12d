"""
When a claim was said, when it is said to have happened, and where: from resolved items only.

Said-time and event-time never mix: the first is taken from the words around the cue, the second
from the content. The publication date is no one's guess.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.core.mentions import PlaceRole
from dateline.core.span import Span
from dateline.core.values import Dated, Located

_MOMENTS = ("DATE", "TIME")
_NEAR_OCCASION = 30
"""Code points between the noun of an occasion and its date."""


def said(
    sentence: Span, content: Sequence[Span], cue: Span, dated: Sequence[Dated]
) -> Dated | None:
    """The time in the cue's own sentence that stands outside every content; the nearest one."""
    around = [
        item
        for item in dated
        if sentence.covers(item.span) and item.type in _MOMENTS
        if not any(piece.overlaps(item.span) for piece in content)
    ]
    return min(around, key=lambda item: (_gap(item.span, cue), item.span), default=None)


def occasion(
    sentence: Span, content: Sequence[Span], media: Sequence[Span], dated: Sequence[Dated]
) -> Dated | None:
    """The time of an occasion that the sentence before names (`in an interview on May 30`)."""
    around = [
        item
        for item in dated
        if sentence.covers(item.span) and item.type in _MOMENTS
        if not any(piece.overlaps(item.span) for piece in content)
    ]
    near = [
        (abs(item.span.start - noun.end), item)
        for item in around
        for noun in media
        if abs(item.span.start - noun.end) <= _NEAR_OCCASION
    ]
    return min(near, key=lambda pair: (pair[0], pair[1].span), default=(0, None))[1]


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def happened(content: Sequence[Span], dated: Sequence[Dated]) -> Dated | None:
    """The first moment that the content itself names."""
    return next(
        (
            item
            for item in dated
            if item.type in _MOMENTS and any(piece.covers(item.span) for piece in content)
        ),
        None,
    )


def place(content: Sequence[Span], located: Sequence[Located]) -> Located | None:
    """The first location that the content itself names, resolved ones before others."""
    inside = [
        item
        for item in located
        if item.role is PlaceRole.LOCATION and any(piece.covers(item.span) for piece in content)
    ]
    return min(inside, key=lambda item: (item.id is None, item.span), default=None)
