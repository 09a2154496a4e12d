"""
Each statement of the headline beside what the body says in the same words, and who says it.

Nothing is decided here: likeness is the share of the headline's word stems that a claim repeats,
and the words in common are shown, so that a reader can judge the match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.core.record import Pair, Record

_STEM = 5
"""Letters that inflected forms of one word share, in English, Russian and Ukrainian alike."""
_TOO_SHORT = 3
_LEAST_SHARED = 2
_MOST_ROWS = 4
_FOLD = str.maketrans("ёґ’ʼ", "ег''")


@dataclass(frozen=True, slots=True)
class Match:
    """A claim of the body (numbered from 1) and the words that it shares with the headline."""

    claim: int
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What the headline says, its claim's number (0 where it is none), and the body's claims."""

    words: str
    claim: int
    matches: tuple[Match, ...]


def statements(record: Record) -> tuple[Statement, ...]:
    """The headline's claims, or the headline itself where none was found; empty without one."""
    heads = [(b.start, b.end) for b in record.document.blocks if b.role == "headline"]
    own = [
        (number, claim.content)
        for number, claim in enumerate(record.claims, 1)
        if any(_inside(piece, heads) for piece in claim.content)
    ]
    spoken = own or [(0, (head,)) for head in heads]
    apart = {number for number, _ in own}
    return tuple(_statement(record, number, content, apart) for number, content in spoken)


def _inside(pair: Pair, blocks: list[Pair]) -> bool:
    return any(start <= pair[0] < end for start, end in blocks)


def _statement(
    record: Record, number: int, content: tuple[Pair, ...], apart: set[int]
) -> Statement:
    text = record.document.text
    said = " … ".join(text[start:end] for start, end in content)
    wanted = _stems(said)
    found = [
        Match(other, tuple(wanted[stem] for stem in wanted if stem in theirs))
        for other, theirs in _body(record, apart)
        if len(wanted.keys() & theirs.keys()) >= min(_LEAST_SHARED, len(wanted))
    ]
    best = sorted(found, key=lambda match: (-len(match.shared), match.claim))[:_MOST_ROWS]
    return Statement(said, number, tuple(sorted(best, key=lambda match: match.claim)))


def _body(record: Record, apart: set[int]) -> list[tuple[int, dict[str, str]]]:
    text = record.document.text
    return [
        (number, _stems(" ".join(text[start:end] for start, end in claim.content)))
        for number, claim in enumerate(record.claims, 1)
        if number not in apart
    ]


def _stems(text: str) -> dict[str, str]:
    """Stem to word, in order; words of three letters or fewer carry too little to match by."""
    found = re.findall(r"\w[\w'’ʼ-]*", text)
    return {word.lower().translate(_FOLD)[:_STEM]: word for word in found if len(word) > _TOO_SHORT}
