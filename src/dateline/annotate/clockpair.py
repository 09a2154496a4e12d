"""
Two clock times that are said to be one moment ("02:30 Kyiv time (03:30 Moscow time)").

The second stands right behind the first, in brackets, after a stroke or after "or", and both state
their zones. What the zones are is for `resolve`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.annotate.links import link_words, plain
from dateline.core.agreements import ClockPair
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.core.parts import component
from dateline.core.span import Span

_GAP = re.compile(r"\s?[(\[/,–—-]?\s?[^\W\d]{0,12}\s?[^\W\d]{0,12}\s?")
_MARK = re.compile(r"[(\[/,]")
_LONGEST_GAP = 24


@component(version=1, reads=(Timex,), writes=(ClockPair,))
def clockpairs(doc: Document, layers: Layers) -> Iterator[ClockPair]:
    """Each pair of neighbouring clock times that are set beside each other as equal."""
    clocks = [t for t in layers.of(Timex) if "T" in t.value and ":" in t.value]
    linked = False
    for first, second in pairwise(clocks):
        gap = doc.text[first.span.end : second.span.start]
        equal = _equal(gap) or (linked and plain(gap) in link_words("and"))
        linked = bool(first.zone and second.zone and first.zone != second.zone and equal)
        if linked:
            yield ClockPair(
                span=Span(first.span.start, second.span.end),
                made_by="clockpair/beside",
                first=first.span,
                second=second.span,
            )


def _equal(gap: str) -> bool:
    """Whether the gap is a bracket, a stroke, or a word that sets the two equal."""
    if len(gap) > _LONGEST_GAP or not _GAP.fullmatch(gap):
        return False
    words = plain(gap, " ,()[]/–—-\u00a0")
    return words in link_words("clock_links") and bool(words or _MARK.search(gap))
