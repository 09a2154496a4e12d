"""
Two counts of one thing in the same words but for the number ("launched 88 drones overnight").

The words on both sides of the number have to be the same, so that other places, days and events do
not come together. Whether the numbers agree is for the checker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from dateline.annotate.links import link_words
from dateline.core.agreements import Restated, Tally
from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.phrases import fold, stem

_WORD = re.compile(r"\w+")
_BESIDE = 4
"""Words on each side that are compared."""
_FEWEST, _ALIKE = 3, 0.6
_SHORT = 3


@component(version=1, reads=(Tally, Sentence), writes=(Restated,))
def restated(doc: Document, layers: Layers) -> Iterator[Restated]:
    """Each pair of counts of one unit in one state, in two sentences, told in the same words."""
    homes = [s.span for s in layers.of(Sentence)]
    counted = [
        (tally, home)
        for tally in layers.of(Tally)
        if tally.unit and not tally.single and doc.role_at(tally.span) is Role.BODY
        for home in homes
        if home.covers(tally.span)
    ]
    for (first, home), (second, other) in combinations(counted, 2):
        if (first.unit, first.state) != (second.unit, second.state) or home == other:
            continue
        if not first.state or _is_part(doc.text, first, second):
            continue
        mine, theirs = _around(doc.text, first, home), _around(doc.text, second, other)
        shared = mine & theirs
        if len(shared) >= _FEWEST and len(shared) >= _ALIKE * len(mine | theirs):
            yield Restated(
                span=second.span, made_by="restated/words", first=first.number, second=second.number
            )


def _around(text: str, tally: Tally, home: Span) -> frozenset[str]:
    """The stems of the longer words on both sides of the number, within its sentence."""
    before = _WORD.findall(text[home.start : tally.number.start])[-_BESIDE:]
    after = _WORD.findall(text[tally.number.end : home.end])[:_BESIDE]
    words = (fold(word) for word in (*before, *after))
    return frozenset(stem(word) for word in words if len(word) >= _SHORT and not word.isdigit())


def _is_part(text: str, first: Tally, second: Tally) -> bool:
    """Whether one of the two stands behind "of the": the other may be a part of it."""
    return any(
        text[max(0, t.number.start - 8) : t.number.start].lower().split()[-1:] in ([w],)
        for t in (first, second)
        for w in link_words("of_whole")
    )
