"""
A number and the parts that it is said to consist of, in one clause.

Two forms: a colon, dash or bracket behind the number ("64 people: 31 women, 12 men and 21
children"), and "of the 64 people, 31 were women, 12 were men and 21 were children". The list has to
be closed by a mark, and "including" makes it no list of parts. Whether the parts sum to the number
is for the checker.
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

_PERSONS = frozenset({"women", "men", "children", "girls", "boys", "civilians", "soldiers"})
_WHOLES = frozenset({"people", "civilians", "soldiers", "children", None})
_MISSILES = frozenset({"ballistic", "cruise"})
_OPEN = re.compile(r"[^.;,:!?\n\d]{0,40}(?:[:(]|\s[—–-])\s?")
_OF_OPEN = re.compile(r"[^.;:!?\n\d]{0,25},\s")
_CLOSED = re.compile(r"\s?(?:[.,;:)!?\n—–]|$)")
_FEWEST = 2


@component(version=1, reads=(Tally,), writes=(Total,))
def totals(doc: Document, layers: Layers) -> Iterator[Total]:
    """Each exact number with a closed list of exact parts."""
    every = layers.of(Tally)
    for at, whole in enumerate(every):
        parts = _parts(doc.text, every[at + 1 :])
        if len(parts) < _FEWEST or not _is_whole(doc.text, whole, parts):
            continue
        if all(t.low == t.high for t in (whole, *parts)):
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


def _listed(gap: str) -> bool:
    """Whether the gap is a comma, an "and", or both."""
    return gap.strip() == "," or plain(gap) in link_words("and")


def _is_whole(text: str, whole: Tally, parts: list[Tally]) -> bool:
    gap = text[whole.span.end : parts[0].span.start]
    opened = _OPEN.fullmatch(gap) or (_is_of(text, whole) and _OF_OPEN.fullmatch(gap))
    if not opened or _incomplete().search(gap.lower()):
        return False
    units = [part.unit for part in parts]
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
