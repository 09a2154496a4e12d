"""
Two dates in one sentence that are told in an order ("on 17 May, after ... on 15 May").

A word of order has to follow the first date at once, and nothing but words may stand between it
and the second. The other form is a stretch ("from 2009 to 2011"), of two years, or of two days of
one month, since "from September to February 2005" and "from 28 December to 3 January" cross a year.
Whether the dates keep the order is for the checker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from dateline.annotate.links import link_words, plain
from dateline.core.agreements import Order
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence, Timex
from dateline.core.parts import component
from dateline.core.span import Span

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:T.*)?")
_OPEN_DAY = re.compile(r"XXXX-\d\d-\d\d")
_YEAR = re.compile(r"\d{4}")
_LONGEST = 110


@component(version=2, reads=(Timex, Sentence), writes=(Order,))
def orders(doc: Document, layers: Layers) -> Iterator[Order]:
    """Each pair of neighbouring days that a word of order joins."""
    homes = [s.span for s in layers.of(Sentence)]
    yield from _stretches(doc, layers.of(Timex), homes)
    days = [t.span for t in layers.of(Timex) if _DAY.fullmatch(t.value)]
    for first, second in pairwise(days):
        gap = doc.text[first.end : second.start]
        if len(gap) > _LONGEST or not any(h.covers(first) and h.covers(second) for h in homes):
            continue
        match = _between().fullmatch(gap.lower())
        if match and (match["rest"] or " " in match["word"]):
            at = Span(*match.span("word")).shifted(first.end)
            after = match["word"] in link_words("after")
            yield Order(
                span=at,
                made_by="order/between",
                earlier=second if after else first,
                later=first if after else second,
            )


def _stretches(doc: Document, written: Sequence[Timex], homes: Sequence[Span]) -> Iterator[Order]:
    """The two ends of "from A to B", where the years are written or the month is one."""
    for first, second in pairwise(written):
        gap = (
            Span(first.span.end, second.span.start) if first.span.end < second.span.start else None
        )
        before = plain(doc.text[max(0, first.span.start - 10) : first.span.start]).split()
        if (
            gap
            and before
            and before[-1] in link_words("stretch_from")
            and plain(doc.quote(gap)) in link_words("stretch_to")
            and _alike(doc, first, second)
            and any(h.covers(first.span) and h.covers(second.span) for h in homes)
        ):
            yield Order(
                span=_word(doc, gap), made_by="order/stretch", earlier=first.span, later=second.span
            )


def _word(doc: Document, gap: Span) -> Span:
    """The gap without the blanks around its word."""
    words = doc.quote(gap)
    start = gap.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _alike(doc: Document, first: Timex, second: Timex) -> bool:
    """Whether both name their year, or both are days of one month without a year."""
    one, other = first.value, second.value
    if _OPEN_DAY.fullmatch(one) and _OPEN_DAY.fullmatch(other):
        return one[:7] == other[:7]
    years = (_YEAR.match(one), _YEAR.match(other))
    return len(one) == len(other) and all(
        year and year[0] in doc.quote(item.span)
        for year, item in zip(years, (first, second), strict=True)
    )


@cache
def _between() -> re.Pattern[str]:
    """Date, at most a comma, the word of order, then words without a mark."""
    every = link_words("after") | link_words("before")
    words = "|".join(sorted(map(re.escape, every), key=lambda w: (-len(w), w)))
    barred = "|".join(sorted(map(re.escape, link_words("not_order"))))
    rest = r"(?P<rest>[^\n.,;:!?()«»“”\"]{0,90})"
    return re.compile(rf",?\s(?P<word>{words})\s(?!(?:{barred})\b){rest}")
