"""
How much of a text was taken and what was done to it: whole, cut, spliced or rewritten.

Decided by shape alone: how much of each text is common, whether it lies in one stretch, what stands
before it, and how many small changes run through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dateline.core.event import CopyKind
from dateline.link.align import Tile
from dateline.link.side import Side

WHOLE = 0.8
"""The share of both texts from which on all was taken."""
CONTAINED = 0.75
"""The share of the shorter text from which on it is a part of the longer one."""
DENSE = 0.75
"""The part of a stretch that is common, for it to be one block."""
_FOREIGN = 15
"""Words of its own before the common text that make a splice of it."""
_CHANGES = 2
"""Places at which words were changed, fewest for a rewriting."""
_EVERY = 0.008
"""Such places a word."""
_GAP = 30


def kind_of(a: Side, b: Side, tiles: Sequence[Tile]) -> CopyKind:
    """The kind of copy; `tiles` in the order of `a`."""
    share_a, share_b = a.share(a.frame), b.share(b.frame)
    if min(share_a, share_b) >= WHOLE:
        return CopyKind.REWRITTEN if _changed(a, b, tiles) else CopyKind.WHOLE
    short, long = (a, b) if share_a >= share_b else (b, a)
    if max(share_a, share_b) >= CONTAINED:
        return CopyKind.SPLICED if _inside(short, long) else CopyKind.CUT
    if max(_density(a), _density(b)) >= DENSE:
        return CopyKind.SPLICED
    return CopyKind.REWRITTEN


def _changed(a: Side, b: Side, tiles: Sequence[Tile]) -> bool:
    """Whether small changes run through the body."""
    body = [tile for tile in tiles if not a.head[tile.a]]
    changes = 0
    for before, after in pairwise(body):
        gaps = after.a - before.a - before.size, after.b - before.b - before.size
        if min(gaps) >= 0 and 0 < max(gaps) <= _GAP:
            changes += 1
    words = sum(tile.size for tile in body)
    return changes >= _CHANGES and changes >= _EVERY * words


def _inside(short: Side, long: Side) -> bool:
    """Whether the short text stands as one block within words that are the long one's own."""
    titled = 2 * short.count(short.head) > sum(short.head) > 0
    first = next((at for at, common in enumerate(long.common) if common), 0)
    own = sum(1 for at in range(first) if not long.head[at] and not long.standing[at])
    return own >= _FOREIGN and not (titled and long.count(long.head)) and _density(long) >= DENSE


def _density(one: Side) -> float:
    """The part of the stretch from the first to the last common word that is common."""
    common = [at for at, is_common in enumerate(one.common) if is_common]
    return len(common) / (common[-1] - common[0] + 1) if common else 0.0
