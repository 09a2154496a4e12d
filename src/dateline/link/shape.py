"""
How much of a text was taken and what was done to it: whole, cut, spliced or rewritten.

Decided by shape alone: how far the common text reaches in each, small changes inside it counted as
part of it, whether it lies in one stretch, what stands before it, and how many changes there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.core.event import CopyKind
from dateline.link.align import Tile
from dateline.link.side import Side

WHOLE = 0.82
"""The part of both texts that the common stretches reach over, for all to have been taken."""
CONTAINED = 0.75
"""The part of the shorter text from which on it is a part of the longer one."""
DENSE = 0.75
"""The part of a stretch that is common, for it to be one block."""
_FOREIGN = 15
"""Words of its own before the common text that make a splice of it."""
_CHANGES = 2
"""Places at which words were changed, fewest for a rewriting."""
_EVERY = 0.008
"""Such places a word."""
_FEW, _LIKE = 6, 0.4
_GAP = 30
"""Words at which a change is no longer small."""


def kind_of(a: Side, b: Side, tiles: Sequence[Tile], *, b_is_later: bool | None = None) -> CopyKind:
    """
    The kind of copy; `tiles` in the order of `a`.

    Where one text is all contained in the other, the later one was made from the earlier: a part
    that came later was cut out, a whole that came later had it spliced in. None: shape decides.
    """
    wide_a, wide_b = _widened(a, b, tiles)
    reach_a, reach_b = _reach(wide_a), _reach(wide_b)
    if min(reach_a, reach_b) >= WHOLE:
        return CopyKind.REWRITTEN if _changed(a, tiles) else CopyKind.WHOLE
    short, long = (wide_a, wide_b) if reach_a >= reach_b else (wide_b, wide_a)
    if max(reach_a, reach_b) >= CONTAINED:
        part_is_later = None if b_is_later is None else b_is_later == (short is wide_b)
        spliced = _inside(short, long) if part_is_later is None else not part_is_later
        return CopyKind.SPLICED if spliced else CopyKind.CUT
    if max(_density(wide_a), _density(wide_b)) >= DENSE:
        return CopyKind.SPLICED
    return CopyKind.REWRITTEN


def _reach(one: Side) -> float:
    """The common part of the news; of all words where headline and standing lines are all."""
    return one.share(one.frame if 0 in one.frame else one.nothing)


def _widened(a: Side, b: Side, tiles: Sequence[Tile]) -> tuple[Side, Side]:
    """Both texts with the words of small changes taken for common."""
    common_a, common_b = bytearray(a.common), bytearray(b.common)
    for before, after in _changes(tiles):
        start_a, start_b = before.a + before.size, before.b + before.size
        common_a[start_a : after.a] = b"\1" * (after.a - start_a)
        common_b[start_b : after.b] = b"\1" * (after.b - start_b)
    return a._replace(common=common_a), b._replace(common=common_b)


def _changes(tiles: Sequence[Tile]) -> Iterator[tuple[Tile, Tile]]:
    """The neighbours between which a few words differ, in both texts in the same order."""
    for before, after in pairwise(tiles):
        gaps = after.a - before.a - before.size, after.b - before.b - before.size
        if min(gaps) >= 0 and 0 < max(gaps) <= _GAP and _is_change(*gaps):
            yield before, after


def _is_change(gap_a: int, gap_b: int) -> bool:
    """Whether words stand for others, or few were left out; a sentence left out is a cut."""
    return max(gap_a, gap_b) <= _FEW or min(gap_a, gap_b) >= _LIKE * max(gap_a, gap_b)


def _changed(a: Side, tiles: Sequence[Tile]) -> bool:
    """Whether small changes run through the body."""
    body = [tile for tile in tiles if not a.head[tile.a]]
    changes = sum(1 for _ in _changes(body))
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
