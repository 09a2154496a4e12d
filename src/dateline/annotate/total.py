"""
A number and the parts that it is said to consist of, in one clause.

Three forms: a colon, dash or bracket behind the number ("64 people: 31 women, 12 men and 21
children"); "of the 64 people, 31 were women, ..."; and parts by place ("10 people: 3 in Kharkiv, 7
in Sumy"). The list has to be closed by a mark, and "including" makes it no list of parts. Whether
the parts sum to the number is for the checker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.annotate.links import link_words, plain
from dateline.core.agreements import Tally, Total
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.parts import component
from dateline.core.span import Span

_PERSONS = frozenset(
    {"women", "men", "adults", "children", "girls", "boys", "civilians", "soldiers", "officers"}
)
_WHOLES = frozenset({"people", "civilians", "soldiers", "children", None})
_MISSILES = frozenset({"ballistic", "cruise"})
_OPEN = re.compile(r"[^.;,:!?\n\d]{0,40}(?:[:(]|\s[—–-])\s?")
_OF_OPEN = re.compile(r"[^.;:!?\n\d]{0,25}[,\s]\s?")
_COMMA_OPEN = re.compile(r"[^.;:,!?\n\d]{0,40},\s")
_WHOLE_SETS = (
    frozenset({"women", "men"}),
    frozenset({"soldiers", "civilians"}),
    frozenset({"cruise", "ballistic"}),
    frozenset({"girls", "boys"}),
    frozenset({"children", "adults"}),
)
"""Parts that leave nobody out: "of the 40, 12 were women and 5 were children" says nothing."""
_CLOSED = re.compile(r"\s?(?:[.,;:)!?\n—–]|$)")
_TAIL = re.compile(r"\s(\w+)\s[^\d.,;:()!?\n]{2,40}(?:[.,;)\n]|$)")
_FEWEST = 2


@component(version=1, reads=(Tally,), writes=(Total,))
def totals(doc: Document, layers: Layers) -> Iterator[Total]:
    """Each exact number with a closed list of exact parts."""
    every = layers.of(Tally)
    for at, whole in enumerate(every):
        parts = _parts(doc.text, every[at + 1 :])
        if len(parts) < _FEWEST or not _is_whole(doc.text, whole, parts):
            parts = _by_place(doc.text, whole, every[at + 1 :])
        if parts and not whole.single and all(t.low == t.high for t in (whole, *parts)):
            yield Total(
                span=Span(whole.span.start, parts[-1].span.end),
                made_by="total/list",
                value=whole.value,
                number=whole.span,
                parts=tuple((part.span, part.value) for part in parts),
            )


def _parts(text: str, rest: Sequence[Tally]) -> list[Tally]:
    """The tallies from the first of `rest` on that stand in one closed list; else none."""
    parts: list[Tally] = []
    for tally in rest:
        if tally.unit is None or (
            parts and not _listed(text[parts[-1].span.end : tally.span.start])
        ):
            break
        parts.append(tally)
    if not parts or not _CLOSED.match(text, parts[-1].span.end):
        return []
    return parts


def _by_place(text: str, whole: Tally, rest: Sequence[Tally]) -> list[Tally]:
    """The parts of a closed list that tells where each is ("3 in Kharkiv and 7 in Sumy")."""
    gap = text[whole.span.end : rest[0].span.start] if rest else ""
    commas = _COMMA_OPEN.fullmatch(gap) and whole.unit and not _is_item(gap)
    if not (_OPEN.fullmatch(gap) or commas) or _incomplete().search(gap):
        return []
    parts: list[Tally] = []
    for tally in rest:
        if parts and not _apart_by_place(text[parts[-1].span.end : tally.span.start]):
            break
        if tally.single or tally.unit not in (None, whole.unit):
            break
        parts.append(tally)
    if len(parts) < _FEWEST or not _ends_by_place(text, parts[-1].span.end):
        return []
    return parts


def _is_item(gap: str) -> bool:
    """Whether the number before the gap is itself one of a list ("6,300 jobs in France, ...")."""
    words = gap.split()
    return len(words) > 1 and words[0] in link_words("places_in") and words[1][0].isupper()


def _apart_by_place(gap: str) -> bool:
    """Whether the gap is a place, then a comma or an "and"."""
    words = gap.lower().replace(",", " , ").split()
    at_place = len(words) > 1 and words[0] in link_words("places_in")
    return at_place and ("," in words[1:] or not link_words("and").isdisjoint(words[1:]))


def _ends_by_place(text: str, end: int) -> bool:
    """Whether a place and then a mark follow: the list is closed."""
    tail = _TAIL.match(text, end, end + 60)
    return tail is not None and tail[1].lower() in link_words("places_in")


def _listed(gap: str) -> bool:
    """Whether the gap is a comma, an "and", or both."""
    return gap.strip() == "," or plain(gap) in link_words("and")


def _is_whole(text: str, whole: Tally, parts: list[Tally]) -> bool:
    gap = text[whole.span.end : parts[0].span.start]
    units = [part.unit for part in parts]
    closed = any(every.issubset(units) for every in _WHOLE_SETS)
    of_it = closed and _is_of(text, whole) and _OF_OPEN.fullmatch(gap)
    if not (_OPEN.fullmatch(gap) or of_it) or _incomplete().search(gap.lower()):
        return False
    if len(set(units)) != len(units) or whole.unit in units:
        return False
    if whole.unit == "missiles":
        return _MISSILES.issuperset(u for u in units if u)
    return whole.unit in _WHOLES and _PERSONS.issuperset(u for u in units if u)


def _is_of(text: str, whole: Tally) -> bool:
    """Whether "of the" stands before the number."""
    before = plain(text[max(0, whole.span.start - 12) : whole.span.start]).split()
    return any(" ".join(before[-n:]) in link_words("of_whole") for n in (1, 2, 3))


@cache
def _incomplete() -> re.Pattern[str]:
    words = sorted(map(re.escape, link_words("incomplete")))
    return re.compile(rf"\b(?:{'|'.join(words)})\b")
