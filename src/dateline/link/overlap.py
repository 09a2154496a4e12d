"""
What two texts have in common, in the order that the caller gave: how much, and what it is.

A copy is told apart from a quotation, a background paragraph and standing lines that both print.
Who has it from whom is told in direction.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from dateline.core.event import CopyKind, Overlap
from dateline.link.align import RUN, Tile, align
from dateline.link.printed import Printed
from dateline.link.shape import kind_of
from dateline.link.side import Side, side
from dateline.link.timing import lead
from dateline.link.tokens import tokens

QUOTED = 0.55
"""The part of the common text that must stand in quotations; the rest says who spoke."""
HALF = 0.5
"""The share of a text from which on it is a copy, whatever was taken."""
ALONE = 0.62
"""The same share where no more than one paragraph is common."""
SPEECH = 0.85
"""The part of the common text that is quoted, where it is one long quotation."""
SOME = 0.25
"""The share from which on several pieces are a copy."""
FEW = 12
"""Words in common below which nothing was taken over."""
LONG = 100
"""Words in common that no background paragraph has."""
LINE = 5
"""Words of a standing line or a quotation that are worth telling."""


class Shared(NamedTuple):
    """The common text of `a` and `b`: shares of letters, 0 to 1, and what it is."""

    label: Overlap
    kind: CopyKind | None
    share_of_a: float
    share_of_b: float


def shared(a: Printed, b: Printed) -> Shared:
    """What is common to both; label `not_copy` and small shares where little is."""
    words_a, words_b = tokens(a.text), tokens(b.text)
    run = max(2, min(RUN, len(words_a), len(words_b)))
    tiles = align([w.low for w in words_a], [w.low for w in words_b], run=run)
    side_a = side(a, words_a, [(t.a, t.size) for t in tiles])
    side_b = side(b, words_b, [(t.b, t.size) for t in tiles])
    label = _label(side_a, side_b, tiles)
    kind = None
    if label is Overlap.COPY:
        later = lead(a, b)
        b_is_later = None if later is None else later > timedelta()
        kind = kind_of(side_a, side_b, tiles, b_is_later=b_is_later)
    share_a, share_b = side_a.share(side_a.nothing), side_b.share(side_b.nothing)
    return Shared(label, kind, round(share_a, 4), round(share_b, 4))


def _label(a: Side, b: Side, tiles: Sequence[Tile]) -> Overlap:
    most = max(a.share(a.standing), b.share(b.standing))
    news = min(a.plain, b.plain)
    shorter = min(len(a.words), len(b.words))
    several = min(_paragraphs(a), _paragraphs(b)) > 1 or news >= LONG
    quoted = min(a.plain_quoted, b.plain_quoted)
    if most >= (HALF if several else ALONE) and news >= min(FEW, HALF * shorter):
        return Overlap.COPY
    if news < FEW:
        return _small(a, b)
    if most >= SOME and several and not (quoted >= SPEECH * news and news < LONG):
        return Overlap.COPY
    if quoted >= QUOTED * news:
        return Overlap.SHARES_QUOTE
    if max((tile.size for tile in tiles), default=0) >= FEW:
        return Overlap.SHARES_PARAGRAPH
    return Overlap.NOT_COPY


def _small(a: Side, b: Side) -> Overlap:
    """What to call a few common words."""
    standing = min(a.count(a.standing), b.count(b.standing))
    quoted = min(a.plain_quoted, b.plain_quoted)
    if standing >= LINE and standing >= quoted:
        return Overlap.SHARES_BOILERPLATE
    if quoted >= LINE and quoted >= QUOTED * min(a.plain, b.plain):
        return Overlap.SHARES_QUOTE
    return Overlap.NOT_COPY


def _paragraphs(one: Side) -> int:
    """How many paragraphs of news, headlines left out, are mostly common."""
    bounds = [*one.breaks, len(one.words)]
    mostly = 0
    for start, end in pairwise(bounds):
        plain = [at for at in range(start, end) if not one.standing[at] and not one.head[at]]
        mostly += len(plain) >= LINE and sum(one.common[at] for at in plain) >= HALF * len(plain)
    return mostly
