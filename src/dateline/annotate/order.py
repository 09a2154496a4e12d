"""
Two dates in one sentence with a word of order between them ("on 17 May, after ... on 15 May").

The word has to follow the first date at once, and nothing but words may stand between it and the
second. Whether the dates keep the order is for the checker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from dateline.annotate.links import link_words
from dateline.core.agreements import Order
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence, Timex
from dateline.core.parts import component
from dateline.core.span import Span

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:T.*)?")
_LONGEST = 110


@component(version=1, reads=(Timex, Sentence), writes=(Order,))
def orders(doc: Document, layers: Layers) -> Iterator[Order]:
    """Each pair of neighbouring days that a word of order joins."""
    homes = [s.span for s in layers.of(Sentence)]
    days = [t.span for t in layers.of(Timex) if _DAY.fullmatch(t.value)]
    for first, second in pairwise(days):
        gap = doc.text[first.end : second.start]
        if len(gap) > _LONGEST or not any(h.covers(first) and h.covers(second) for h in homes):
            continue
        if match := _between().fullmatch(gap.lower()):
            at = Span(*match.span("word")).shifted(first.end)
            after = match["word"] in link_words("after")
            yield Order(
                span=at,
                made_by="order/between",
                earlier=second if after else first,
                later=first if after else second,
            )


@cache
def _between() -> re.Pattern[str]:
    """Date, at most a comma, the word of order, then words without a mark."""
    every = link_words("after") | link_words("before")
    words = "|".join(sorted(map(re.escape, every), key=lambda w: (-len(w), w)))
    barred = "|".join(sorted(map(re.escape, link_words("not_order"))))
    return re.compile(rf",?\s(?P<word>{words})\s(?!(?:{barred})\b)[^\n.,;:!?()«»“”\"]{{1,90}}")
