"""
Where two texts have the same words: tiles, longest first, then the small changes between them.

Greedy string tiling (Wise 1993) over an index of word runs, so that moved paragraphs are found; the
gap between two neighbouring tiles is compared word by word, so that an edited sentence counts by
the words that stayed. What the common text means is not told here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

RUN = 5
"""Words in a row that count as taken over, where nothing else speaks for it."""
_OFTEN = 24
"""Places at which a run may stand before it is too common to tell anything."""
_GAP = 30
"""Words between two tiles that may be an edit of each other."""
_LIKE = 0.34
"""The part of such a gap that must have stayed."""


class Tile(NamedTuple):
    """`size` words that begin at word `a` of one text and at word `b` of the other."""

    a: int
    b: int
    size: int


def align(a: Sequence[str], b: Sequence[str], *, run: int = RUN) -> tuple[Tile, ...]:
    """The common text as tiles in the order of `a`; no word is in two of them."""
    tiles = sorted(_tiled(a, b, run))
    return tuple(sorted({*tiles, *_edits(a, b, tiles)}))


def _tiled(a: Sequence[str], b: Sequence[str], run: int) -> list[Tile]:
    taken_a, taken_b = bytearray(len(a)), bytearray(len(b))
    out: list[Tile] = []
    waiting = sorted(_matches(a, b, run), key=lambda t: (-t.size, t.a, t.b))
    for match in waiting:
        for tile in _free(match, taken_a, taken_b):
            if tile.size >= run:
                out.append(tile)
                taken_a[tile.a : tile.a + tile.size] = b"\1" * tile.size
                taken_b[tile.b : tile.b + tile.size] = b"\1" * tile.size
    return out


def _matches(a: Sequence[str], b: Sequence[str], run: int) -> Iterator[Tile]:
    """Every common run that cannot be made longer."""
    index: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(b) - run + 1):
        index.setdefault(tuple(b[at : at + run]), []).append(at)
    for at in range(len(a) - run + 1):
        places = index.get(tuple(a[at : at + run]), ())
        for other in places[:_OFTEN]:
            if at and other and a[at - 1] == b[other - 1]:
                continue
            size = run
            while at + size < len(a) and other + size < len(b) and a[at + size] == b[other + size]:
                size += 1
            yield Tile(at, other, size)


def _free(match: Tile, taken_a: bytearray, taken_b: bytearray) -> Iterator[Tile]:
    """The stretches of a match of which no word is taken yet."""
    start: int | None = None
    for step in range(match.size + 1):
        open_ = step < match.size and not taken_a[match.a + step] and not taken_b[match.b + step]
        if open_ and start is None:
            start = step
        elif not open_ and start is not None:
            yield Tile(match.a + start, match.b + start, step - start)
            start = None


def _edits(a: Sequence[str], b: Sequence[str], tiles: Sequence[Tile]) -> Iterator[Tile]:
    """What stayed between two tiles that follow each other in both texts, and at the ends."""
    for before, after in zip(_with_start(tiles), _with_end(tiles, len(a), len(b)), strict=True):
        at_a, at_b = before.a + before.size, before.b + before.size
        gap_a, gap_b = after.a - at_a, after.b - at_b
        if not (0 < gap_a <= _GAP and 0 < gap_b <= _GAP) or _crossed(tiles, at_b, after.b):
            continue
        words_a, words_b = a[at_a : after.a], b[at_b : after.b]
        found = _stayed(words_a, words_b)
        if sum(tile.size for tile in found) >= _LIKE * max(gap_a, gap_b):
            yield from (Tile(at_a + t.a, at_b + t.b, t.size) for t in found)


def _stayed(words_a: Sequence[str], words_b: Sequence[str]) -> list[Tile]:
    blocks = SequenceMatcher(None, words_a, words_b, autojunk=False).get_matching_blocks()
    return [Tile(block.a, block.b, block.size) for block in blocks if block.size]


def _with_start(tiles: Sequence[Tile]) -> Iterable[Tile]:
    return (Tile(0, 0, 0), *tiles) if tiles else ()


def _with_end(tiles: Sequence[Tile], end_a: int, end_b: int) -> Iterable[Tile]:
    return (*tiles, Tile(end_a, end_b, 0)) if tiles else ()


def _crossed(tiles: Sequence[Tile], start: int, end: int) -> bool:
    """Whether another tile stands in the gap of `b`."""
    return any(tile.b < end and tile.b + tile.size > start for tile in tiles)
