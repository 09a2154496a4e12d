"""
Per cents with the amounts that they are computed from, in one sentence: a change, or a share.

Per cents of per cents are left out: from 10 to 12 per cent is two points or a fifth, and reports
mean either. Whether the per cent fits the amounts is for the checker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dateline.annotate.links import link_words, plain
from dateline.core.agreements import Change, Share, Tally
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence
from dateline.core.parts import component
from dateline.core.span import Span

_LONGEST_BETWEEN = 40
_THOUSAND = 1000
_DIGITS = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?(?=\s*[^\W\d_])")
_WORD = re.compile(r"\w+|%")
_BROKEN = re.compile(r"[.;:!?]\s")


class _Places(NamedTuple):
    percent: Tally
    before: Tally
    after: Tally


@component(version=1, reads=(Tally, Sentence), writes=(Change,))
def changes(doc: Document, layers: Layers) -> Iterator[Change]:
    """Each sentence with exactly one per cent, one "from" amount and one "to" amount."""
    every = layers.of(Tally)
    for sentence in layers.of(Sentence):
        inside = [t for t in every if sentence.span.covers(t.number) and not t.single]
        places = _places(doc.text, inside)
        rises = _direction(doc.quote(sentence.span))
        if places is None or rises is None:
            continue
        spans = [tally.number for tally in places]
        yield Change(
            span=Span(min(s.start for s in spans), max(s.end for s in spans)),
            made_by="change/from-to",
            percent=places.percent.value,
            percent_at=places.percent.number,
            before=_scaled(doc.text, places),
            after=places.after.value,
            amounts_at=(places.before.number, places.after.number),
            rises=rises,
        )


@component(version=1, reads=(Tally, Sentence), writes=(Share,))
def shares(doc: Document, layers: Layers) -> Iterator[Share]:
    """Each "60 of 80 drones, or 75 percent": part, whole and per cent, one behind the other."""
    every = [t for t in layers.of(Tally) if not t.single]
    for part, whole, percent in zip(every, every[1:], every[2:], strict=False):
        exact = all(t.low == t.high for t in (part, whole, percent))
        if exact and _is_whole_first(doc.text, part, whole, percent):
            part, whole = whole, part
        elif not (exact and _is_share(doc.text, part, whole, percent)):
            continue
        if part.value and whole.value:
            yield Share(
                span=percent.number,
                made_by="change/share",
                percent=percent.value,
                part=part.value,
                whole=whole.value,
                amounts_at=(part.number, whole.number),
            )


def _is_share(text: str, part: Tally, whole: Tally, percent: Tally) -> bool:
    """Whether "of" joins the amounts, and a bracket or "or" the per cent to them."""
    of = plain(text[part.span.end : whole.number.start])
    then = text[whole.span.end : percent.number.start]
    return of in link_words("of_whole") and _is_then(then) and _is_percent(text, percent)


def _is_then(gap: str) -> bool:
    """Whether a comma, a bracket or a word for "that is" stands between an amount and its share."""
    return bool(gap.strip()) and plain(gap, " ,(—–-") in link_words("or")


def _is_whole_first(text: str, whole: Tally, part: Tally, percent: Tally) -> bool:
    """Whether it runs "of 2,000 people asked, 500 (25 %)"."""
    before = _WORD.findall(text[max(0, whole.number.start - 8) : whole.number.start].lower())
    gap = text[whole.span.end : part.number.start]
    return (
        bool(before)
        and before[-1] in link_words("of_whole")
        and len(gap) <= _LONGEST_BETWEEN
        and not _BROKEN.search(gap)
        and _is_then(text[part.span.end : percent.number.start])
        and _is_percent(text, percent)
        and part.value <= whole.value
    )


def _places(text: str, inside: list[Tally]) -> _Places | None:
    percents = [t for t in inside if _is_percent(text, t)]
    others = [t for t in inside if t not in percents]
    sources = [t for t in others if _preceded(text, t, "from")]
    goals = [t for t in others if _preceded(text, t, "to")]
    if not len(percents) == len(sources) == len(goals) == 1:
        return None
    before, after = sources[0], goals[0]
    between = text[before.number.end : after.number.start]
    if after.number.start < before.number.end or len(between) > _LONGEST_BETWEEN:
        return None
    if _BROKEN.search(between) or not all(t.low == t.high for t in (percents[0], before)):
        return None
    return _Places(percents[0], before, after)


def _scaled(text: str, places: _Places) -> float:
    """The first amount, in the millions that only the second names ("20 to 40 mln")."""
    digits = _DIGITS.match(text[places.after.number.start : places.after.number.end])
    written = float(digits[0].replace(",", ".")) if digits else 0.0
    times = places.after.value / written if written else 1.0
    bare = text[places.before.number.start : places.before.number.end].isdigit()
    return places.before.value * (times if bare and times >= _THOUSAND else 1.0)


def _is_percent(text: str, tally: Tally) -> bool:
    after = _WORD.findall(text[tally.number.end : tally.number.end + 14].lower())
    return any(" ".join(after[:n]) in link_words("percent") for n in (1, 2))


def _preceded(text: str, tally: Tally, name: str) -> bool:
    before = _WORD.findall(text[max(0, tally.number.start - 12) : tally.number.start].lower())
    return bool(before) and before[-1] in link_words(name)


def _direction(sentence: str) -> bool | None:
    """True for a rise, False for a fall; None where neither or both are told."""
    words = set(_WORD.findall(sentence.lower()))
    rises, falls = _tells(words, "rise"), _tells(words, "fall")
    return rises if rises != falls else None


def _tells(words: set[str], name: str) -> bool:
    return bool(words & _words(name)) or any(
        word.startswith(tuple(_words(f"{name}_stems"))) for word in words
    )


@cache
def _words(name: str) -> frozenset[str]:
    return link_words(name)
