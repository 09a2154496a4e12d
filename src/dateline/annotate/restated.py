"""
Two counts of one thing in the same words but for the number ("launched 88 drones overnight").

The words on both sides of the number, within its clause, have to be the same, and so have the
names and the times among them, so that other places, days and events do not come together.
Whether the numbers agree is for the checker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from dateline.annotate.links import link_words
from dateline.core.agreements import Restated, Tally
from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.phrases import fold, stem

_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[.,;:!?()\n«»“”\"—–]")
_BEFORE, _AFTER = 5, 4
"""Words before and behind the number that are compared."""
_SETTING = 8
"""The same, for the names and numbers that tell one place or day from another."""
_FEWEST, _OF_LESS, _ALIKE = 3, 0.75, 0.5
_SHORT, _BEGINNING, _NOUN = 3, 6, 3
_NO_COUNT = frozenset({"percent", "points"})


class _Told(NamedTuple):
    tally: Tally
    home: Span
    before: tuple[str, ...]
    after: tuple[str, ...]
    stems: frozenset[str]
    """The stems of the longer words on both sides."""
    marked: frozenset[str]
    """The names and numbers beside it: what tells one place, day or side from another."""

    @property
    def is_named(self) -> bool:
        """Whether the number is part of a name ("District 7"), or counts nothing that is told."""
        named = self.tally.unit is None and bool(self.before) and self.before[-1][0].isupper()
        return named or not (self.tally.unit or self.tally.state or self.after)


@component(version=2, reads=(Tally, Sentence), writes=(Restated,))
def restated(doc: Document, layers: Layers) -> Iterator[Restated]:
    """Each pair of counts of one unit in one state, in two sentences, told in the same words."""
    told = [
        _told(doc.text, tally, sentence.span)
        for sentence in layers.of(Sentence)
        for tally in layers.of(Tally)
        if sentence.span.covers(tally.span)
        and not tally.single
        and tally.unit not in _NO_COUNT
        and (tally.low == tally.high or tally.high > 2 * tally.low)
        and doc.role_at(tally.span) is Role.BODY
    ]
    told = [t for t in told if len(t.stems) >= _FEWEST and not t.is_named]
    for first, second in combinations(told, 2):
        part = _is_part(doc.text, first.tally) or _is_part(doc.text, second.tally)
        if not part and first.home != second.home and _is_same(first, second):
            yield Restated(
                span=second.tally.span,
                made_by="restated/words",
                first=first.tally.number,
                second=second.tally.number,
            )


def _told(text: str, tally: Tally, home: Span) -> _Told:
    before = _WORD.findall(_BREAK.split(text[home.start : tally.number.start])[-1])[-_SETTING:]
    after = _WORD.findall(_BREAK.split(text[tally.number.end : home.end])[0])[:_SETTING]
    near = (*before[-_BEFORE:], *after[:_AFTER])
    marks = (fold(w) for w in (*before, *after) if w[0].isupper() or w[0].isdigit())
    return _Told(
        tally,
        home,
        tuple(before),
        tuple(after),
        frozenset(_beginning(w) for w in near if len(w) >= _SHORT and not w.isdigit()),
        frozenset(stem(w) for w in marks if w not in link_words("opening_words")),
    )


def _is_same(first: _Told, second: _Told) -> bool:
    """Whether the two count one thing in one state, in the same words on both sides."""
    if (first.tally.unit, first.tally.state) != (second.tally.unit, second.tally.state):
        return False
    if _noun(first) != _noun(second):
        return False
    told = first.marked <= second.marked or second.marked <= first.marked
    if not told or not _updates().isdisjoint(first.stems ^ second.stems):
        return False
    shared = first.stems & second.stems
    sure = (first.tally.unit or first.tally.state) and first.before and second.before
    fewest = _FEWEST if sure else _FEWEST + 1
    least, every = min(len(first.stems), len(second.stems)), first.stems | second.stems
    return len(shared) >= max(fewest, _OF_LESS * least, _ALIKE * len(every))


def _noun(told: _Told) -> str:
    """The word counted, or what stands right behind the number."""
    return _beginning(told.after[0])[:_NOUN] if told.after else ""


def _beginning(word: str) -> str:
    return stem(fold(word))[:_BEGINNING]


def _updates() -> frozenset[str]:
    return frozenset(_beginning(word) for word in link_words("updates"))


def _is_part(text: str, tally: Tally) -> bool:
    """Whether it stands behind "of the": it may be a part of the other."""
    before = text[max(0, tally.number.start - 16) : tally.number.start].lower().split()
    return not link_words("of_whole").isdisjoint(before[-3:])
