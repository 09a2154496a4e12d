"""
Days that the words around them tell as past ("took place on September 5").

A sentence with a word of the future, of a plan or of a term says nothing. Whether the day lies
before publication is for the checker.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.annotate.links import link_words
from dateline.core.agreements import PastDate
from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence, Timex
from dateline.core.parts import component
from dateline.core.span import Span

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:T.*)?")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE, _AFTER = 10, 6
_REACH = 400
"""Code points around a date that hold its nearest words: a sentence may be a whole page."""
_CLAUSE = re.compile(r"[;:]")


@component(version=1, reads=(Timex, Sentence), writes=(PastDate,))
def pastdates(doc: Document, layers: Layers) -> Iterator[PastDate]:
    """Each day of a month that stands in the body near a verb of the past."""
    homes = tuple(s.span for s in layers.of(Sentence))
    plans: dict[Span, bool] = {}
    for item in layers.of(Timex):
        if (
            not _DAY.fullmatch(item.value)
            or not any(map(str.isdigit, doc.quote(item.span)))
            or item.says.lean
            or doc.role_at(item.span) is not Role.BODY
        ):
            continue
        home = _home(homes, item.span)
        if home is None:
            continue
        if home not in plans:
            plans[home] = _tells_a_plan(_without_dates(doc.text, home, layers.of(Timex)))
        if not plans[home] and _is_past(doc.text, item.span, home):
            yield PastDate(span=item.span, made_by="pastdate/verbs", date=item.span)


def _home(homes: tuple[Span, ...], date: Span) -> Span | None:
    """The sentence that a date stands in; sentences are in text order and never overlap."""
    at = bisect_right(homes, date.start, key=lambda home: home.start) - 1
    return homes[at] if at >= 0 and homes[at].covers(date) else None


def _without_dates(text: str, home: Span, times: Sequence[Timex]) -> str:
    """The sentence without the words of its dates: "May" is a month there, and no verb."""
    first = bisect_left(times, home.start, key=lambda item: item.span.start)
    pieces, at = [], home.start
    for item in times[first:]:
        if item.span.start >= home.end:
            break
        if item.span.start >= at and _DAY.fullmatch(item.value):
            pieces.append(text[at : item.span.start])
            at = item.span.end
    return " ".join((*pieces, text[at : home.end]))


def _tells_a_plan(sentence: str) -> bool:
    """Whether a word of the future, or an infinitive, stands anywhere in the sentence."""
    words = set(_words(sentence))
    return bool(words & link_words("future")) or any(map(_is_infinitive, words))


def _is_past(text: str, date: Span, home: Span) -> bool:
    before = text[max(home.start, date.start - _REACH) : date.start]
    after = text[date.end : min(home.end, date.end + _REACH)]
    near = (*_words(before)[-_BEFORE:], *_words(_CLAUSE.split(after)[0])[:_AFTER])
    if not link_words("not_past").isdisjoint(near):
        return False
    return any(_tells_past(word) for word in near)


def _words(text: str) -> list[str]:
    return [word.replace("ё", "е") for word in _WORD.findall(text.lower())]


@cache
def _is_infinitive(word: str) -> bool:
    """Whether it is what somebody is to do: a plan, not a fact."""
    if word in link_words("no_infinitive"):
        return False
    return len(word) > 4 and any(word.endswith(end) for end in link_words("infinitive_endings"))


@cache
def _tells_past(word: str) -> bool:
    if word in link_words("not_past") or word.startswith(tuple(link_words("saying_stems"))):
        return False
    ends = link_words("past_endings")
    return word in link_words("past") or (len(word) > 4 and any(word.endswith(e) for e in ends))
