"""
Which documents are worth comparing word by word: those that share fingerprints.

Of many with one fingerprint each is set beside the first few only, so that a text printed a
thousand times is tied together without half a million comparisons. Documents count by when they
were added: what was compared once stays so, whatever comes later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

_EVERY = 60
"""The first so many documents with one fingerprint are compared with one another."""
_FIRST = 8
"""Those that come after are compared with so many of the first."""
_SHARED = 2
"""Fingerprints that two documents must share before their texts are compared."""
_SHORT = 3
"""A text with no more fingerprints than this is compared where it shares one."""
Pair = tuple[int, int]


def pairs(
    holders: Iterable[Sequence[int]], sizes: Mapping[int, int], only: Collection[int] | None = None
) -> tuple[Pair, ...]:
    """
    The pairs to compare, in order; `holders` are the documents of each fingerprint, oldest first.

    `sizes` are how many fingerprints each has; with `only`, one of each pair is among those.
    """
    shared: Counter[Pair] = Counter()
    for documents in holders:
        if len(documents) > 1:
            shared.update(_beside(documents, only))
    return tuple(
        pair
        for pair, number in sorted(shared.items())
        if number >= _SHARED or min(sizes.get(seq, 0) for seq in pair) <= _SHORT
    )


def _beside(documents: Sequence[int], only: Collection[int] | None) -> Iterator[Pair]:
    """Pairs (the one added first, the other)."""
    if only is None:
        for later, document in enumerate(documents):
            yield from ((other, document) for other in documents[: _reach(later)])
        return
    asked = [at for at, document in enumerate(documents) if document in only]
    for at in asked:
        yield from ((other, documents[at]) for other in documents[: _reach(at)])
        for later in range(at + 1, len(documents)):
            if documents[later] not in only and at < _reach(later):
                yield documents[at], documents[later]


def _reach(at: int) -> int:
    """With how many of the first the document at this place is compared."""
    return at if at < _EVERY else _FIRST
