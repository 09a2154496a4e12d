"""
A stretch of time beside the dates of its own sentence.

Four forms: behind the second of two days ("began on 28 November and broke down on 10 December,
three weeks after it began"); between them ("on 20 April, a month after the truce of 20 March");
before a range ("five days, from 1 to 12 June"); and counted from
publication right beside a date ("two weeks ago, on 3 June"). How many days that is, is for
`resolve`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.annotate.links import link_words, plain
from dateline.core.agreements import DayBeside, StretchOf
from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Quotation, Sentence, Timex
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.core.time import Base

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:T.*)?")
_BEHIND = re.compile(r"\s?[,—–-]\s?|\s\(|,?\s[^\W\d]{1,4}\s")
_BEFORE_RANGE = re.compile(r"(?P<words>[^.;:\d\n]{0,45})")
_EVENT_OF = re.compile(r"[^.,;:()\d\n]{0,50}")
_BEGINNING, _STEM = 4, 6
_BESIDE = re.compile(r"\s?[,(—–-]?\s?(?:[^\W\d]{1,3}\s)?")


@component(version=1, reads=(Sentence, Timex), writes=(StretchOf,))
def stretchpairs(doc: Document, layers: Layers) -> Iterator[StretchOf]:
    """Each stretch of the body in a sentence with exactly two days, beside both."""
    homes = [s.span for s in layers.of(Sentence)]
    times = layers.of(Timex)
    yield from _of_headline(doc, times, homes)
    for item in times:
        home = next((home for home in homes if home.covers(item.span)), None)
        if home is None or not item.count or doc.role_at(item.span) is not Role.BODY:
            continue
        days = [t.span for t in times if home.covers(t.span) and _DAY.fullmatch(t.value)]
        if len(days) == 1:
            yield from _across(doc, item, days[0], since=_before_it(doc, item, homes, times))
        if len(days) != 2:
            continue
        if _is_between(doc, item, days):
            days.reverse()
        elif not (
            _is_behind(doc, item, days)
            or _is_before(doc, item, days)
            or _is_after_range(doc, item, days)
        ):
            continue
        yield StretchOf(span=item.span, made_by="stretchpair/beside", first=days[0], second=days[1])


@component(version=1, reads=(Timex, Quotation), writes=(DayBeside,))
def daysbeside(doc: Document, layers: Layers) -> Iterator[DayBeside]:
    """Each expression that counts from publication, with the day that stands right beside it."""
    quoted = [q.span for q in layers.of(Quotation)]
    times = layers.of(Timex)
    for item in times:
        if item.says.base not in (Base.NOW, Base.NEXT) or item.says.unit not in ("D", "W"):
            continue
        if any(q.covers(item.span) for q in quoted) or doc.role_at(item.span) is Role.HEADLINE:
            continue
        for other in times:
            if _DAY.fullmatch(other.value) and _is_beside(doc, item.span, other.span):
                yield DayBeside(span=item.span, made_by="daybeside/gap", date=other.span)
                break


def _of_headline(doc: Document, times: Sequence[Timex], homes: list[Span]) -> Iterator[StretchOf]:
    """A headline's days, where a sentence with the same noun tells from when to when."""
    for item in times:
        if doc.role_at(item.span) is not Role.HEADLINE or item.type != "DURATION":
            continue
        head = next(b.span for b in doc.blocks_of(Role.HEADLINE) if b.span.covers(item.span))
        for first, second in pairwise(t for t in times if _DAY.fullmatch(t.value)):
            gap = (
                Span(first.span.end, second.span.start)
                if first.span.end < second.span.start
                else None
            )
            home = next((h for h in homes if h.covers(first.span) and h.covers(second.span)), None)
            if home is None or gap is None or doc.role_at(home) is not Role.BODY:
                continue
            before = doc.text[: first.span.start].rsplit(None, 1)[-1].lower()
            between = plain(doc.quote(gap)) in link_words("range_to")
            if between and before in link_words("from") and _shares(doc, head, home):
                yield StretchOf(
                    span=item.span,
                    made_by="stretchpair/headline",
                    first=first.span,
                    second=second.span,
                )
                break


def _shares(doc: Document, one: Span, other: Span) -> bool:
    """Whether a longer word of one stands in the other, in some form."""
    mine, theirs = (
        {word[:_STEM] for word in doc.quote(span).lower().split() if len(word) >= _STEM}
        for span in (one, other)
    )
    return not mine.isdisjoint(theirs)


def _across(
    doc: Document, item: Timex, day: Span, *, since: tuple[Span, Span] | None
) -> Iterator[StretchOf]:
    """The stretch from the only day of the sentence before to the only one of its own."""
    if since and _follows(doc, item, day) and _is_of(doc, item, since[0]):
        yield StretchOf(span=item.span, made_by="stretchpair/across", first=since[1], second=day)


def _before_it(
    doc: Document, item: Timex, homes: list[Span], times: Sequence[Timex]
) -> tuple[Span, Span] | None:
    """The sentence before, and its only day; None where it has none, or more."""
    at = next(at for at, home in enumerate(homes) if home.covers(item.span))
    if not at or doc.role_at(homes[at - 1]) is not Role.BODY:
        return None
    days = [t.span for t in times if homes[at - 1].covers(t.span) and _DAY.fullmatch(t.value)]
    return (homes[at - 1], days[0]) if len(days) == 1 else None


def _follows(doc: Document, item: Timex, day: Span) -> bool:
    """Whether the stretch is counted forward and stands right behind the day, or before it."""
    if item.says.base not in (Base.EVENT, Base.THEN) or (item.says.shift or 0) <= 0:
        return False
    if day.end <= item.span.start:
        return bool(_BEHIND.fullmatch(doc.text[day.end : item.span.start]))
    gap = doc.text[item.span.end : day.start]
    return item.says.base is Base.THEN and bool(_BESIDE.fullmatch(gap))


def _is_of(doc: Document, item: Timex, sentence: Span) -> bool:
    """Whether the event that it counts from is named in the sentence, in some form."""
    if item.says.base is Base.THEN:
        return True
    behind = _EVENT_OF.match(doc.text, item.span.end)
    words = (doc.quote(item.event) if item.event else behind[0] if behind else "").lower().split()
    long = {word[:_BEGINNING] for word in words if len(word) > _BEGINNING}
    there = {word[:_BEGINNING] for word in doc.quote(sentence).lower().split()}
    return not long.isdisjoint(there)


def _is_behind(doc: Document, item: Timex, days: list[Span]) -> bool:
    """Whether it is counted from an event and follows the second day at once."""
    if item.says.base not in (Base.EVENT, Base.THEN) or (item.says.shift or 0) <= 0:
        return False
    gap = doc.text[days[1].end : item.span.start]
    return days[1].end <= item.span.start and bool(_BEHIND.fullmatch(gap))


def _is_between(doc: Document, item: Timex, days: list[Span]) -> bool:
    """Whether it follows the first day, and the event that it counts from bears the second."""
    if item.says.base is not Base.EVENT or (item.says.shift or 0) <= 0:
        return False
    if not days[0].end <= item.span.start < days[1].start:
        return False
    gap = doc.text[days[0].end : item.span.start]
    rest = doc.text[min(item.span.end, days[1].start) : days[1].start]
    return bool(_BEHIND.fullmatch(gap)) and bool(_EVENT_OF.fullmatch(rest))


def _is_before(doc: Document, item: Timex, days: list[Span]) -> bool:
    """Whether it is a plain stretch before "from ... to ..."."""
    if (
        item.type != "DURATION"
        or item.says.base is not Base.STATED
        or item.span.end > days[0].start
    ):
        return False
    match = _BEFORE_RANGE.fullmatch(doc.text[item.span.end : days[0].start])
    words = match["words"].lower().replace(",", " ").split() if match else []
    between = plain(doc.text[days[0].end : days[1].start])
    return bool(words) and words[-1] in link_words("from") and between in link_words("range_to")


def _is_after_range(doc: Document, item: Timex, days: list[Span]) -> bool:
    """
    Whether it is a plain stretch right behind "from ... to ...", between commas.

    A word behind it may say otherwise: "five days in all" need not follow on each other.
    """
    if doc.text[item.span.end : item.span.end + 1].isspace():
        return False
    if item.type != "DURATION" or item.says.base is not Base.STATED:
        return False
    if item.span.start < days[1].end or plain(doc.text[days[1].end : item.span.start]):
        return False
    before = doc.text[: days[0].start].rsplit(None, 1)[-1].lower()
    between = plain(doc.text[days[0].end : days[1].start])
    return before in link_words("from") and between in link_words("range_to")


def _is_beside(doc: Document, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return first.end <= second.start and bool(_BESIDE.fullmatch(doc.text[first.end : second.start]))
