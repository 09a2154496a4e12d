"""
Some quoted words beside a text: printed there verbatim, with other words, or not at all.

Words are compared folded (case, accents and punctuation do not count). Which texts are worth a look
is told elsewhere, and so is who printed the words first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from dateline.link.tokens import Token, tokens

RUN = 3
"""Words in a row by which a passage is found; a shorter quotation is found only verbatim."""
SHARED = 0.6
"""The part of the words that a passage must have, in order, to be the same quotation altered."""
_ROOM = 6
"""Words more than were asked for that a passage may have."""
_PLACES = 12
"""Passages of one text that are compared, those with most runs in common."""


class Printed(Struct, frozen=True, kw_only=True):
    """
    Where a text prints the words: code points `start` to `end`; `shared` is 0 to 1.

    `differ` are (asked, printed) wherever the two part, empty where it is verbatim; an empty word
    of a pair stands for words that were left out or put in.
    """

    start: int
    end: int
    shared: float
    differ: tuple[tuple[str, str], ...] = ()

    @property
    def verbatim(self) -> bool:
        """Whether every word stands there, in order, with no other between."""
        return not self.differ


def runs(words: str) -> tuple[tuple[str, ...], ...]:
    """What to look a text up by: each run of folded words, the whole where it is shorter."""
    low = [token.low for token in tokens(words)]
    size = min(RUN, len(low))
    found = (tuple(low[at : at + size]) for at in range(len(low) - size + 1))
    return tuple(dict.fromkeys(run for run in found if run))


def printed_in(words: str, text: str) -> Printed | None:
    """The passage of `text` most like the words, the first of equals; None where none is."""
    asked, there = tokens(words), tokens(text)
    if not asked:
        return None
    found = (_passage(words, text, (asked, there), at) for at in _starts(asked, there))
    every = [passage for passage in found if passage is not None]
    return min(every, key=lambda p: (-p.shared, len(p.differ), p.start), default=None)


def _starts(asked: Sequence[Token], there: Sequence[Token]) -> Iterator[int]:
    """Words of the text at which a passage may begin, by the runs that both have."""
    size = min(RUN, len(asked))
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(there) - size + 1):
        places.setdefault(tuple(t.low for t in there[at : at + size]), []).append(at)
    votes: Counter[int] = Counter()
    for at in range(len(asked) - size + 1):
        for place in places.get(tuple(t.low for t in asked[at : at + size]), ()):
            votes[max(0, place - at)] += 1
    for start, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0]))[:_PLACES]:
        yield start


def _passage(
    words: str, text: str, sides: tuple[Sequence[Token], Sequence[Token]], start: int
) -> Printed | None:
    asked, there = sides
    first = max(0, start - _ROOM // 2)
    window = there[first : start + len(asked) + _ROOM]
    low = [token.low for token in asked]
    blocks = SequenceMatcher(None, low, [t.low for t in window], autojunk=False)
    matched = [block for block in blocks.get_matching_blocks() if block.size]
    same = sum(block.size for block in matched)
    if not matched or same < SHARED * len(asked) or (len(asked) <= RUN and same < len(asked)):
        return None
    begin, end = matched[0].b, matched[-1].b + matched[-1].size
    differ = tuple(
        (_said(words, asked[i:j]), _said(text, window[max(k, begin) : min(m, end)]))
        for tag, i, j, k, m in blocks.get_opcodes()
        if tag != "equal" and (i < j or begin <= k < end)
    )
    return Printed(
        start=window[begin].start,
        end=window[end - 1].end,
        shared=round(same / len(asked), 3),
        differ=differ,
    )


def _said(text: str, words: Sequence[Token]) -> str:
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""
