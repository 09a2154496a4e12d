"""
Numbers that are told as parts of others before them ("47 drones, fifty-two of them over the sea").

Nothing has to be closed here: a part cannot be larger than its whole, whoever else there was. The
whole may be any number before it in its sentence. Whether it is larger is for the checker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.annotate.links import link_words, plain
from dateline.core.agreements import PartOf, Tally
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence
from dateline.core.parts import component
from dateline.core.span import Span

_BEFORE, _AFTER = 32, 16
_PERSONS = frozenset(
    {
        "people",
        "civilians",
        "soldiers",
        "officers",
        "women",
        "men",
        "adults",
        "children",
        "girls",
        "boys",
    }
)
_APART = (frozenset({"soldiers", "civilians"}), frozenset({"women", "men"}))
"""Kinds that no person is both of."""
_NO_COUNT = frozenset({"percent", "dollars", "euros", "hryvnias", "roubles", "pounds"})
_LIST_WORDS = 6
_BROKEN = re.compile(r"[.;:!?\n]")


@component(version=1, reads=(Tally, Sentence), writes=(PartOf,))
def parts_of(doc: Document, layers: Layers) -> Iterator[PartOf]:
    """Each part of a sentence, with every number before it that it can be a part of."""
    every = [t for t in layers.of(Tally) if not t.single and t.unit not in _NO_COUNT]
    for sentence in layers.of(Sentence):
        inside = [t for t in every if sentence.span.covers(t.number)]
        for at, part in enumerate(inside[1:], 1):
            wholes = [t for t in inside[:at] if (t.unit or t.state) and _alike(t, part)]
            if _is_range(doc.text, inside[at - 1], part):
                continue
            if wholes and _is_part(doc.text, part, sentence.span, inside[at - 1]):
                parts = _listed(doc.text, part, inside[at + 1 :])
                yield PartOf(
                    span=part.number,
                    made_by="partof/of-them",
                    parts=tuple((p.number, p.low) for p in parts),
                    wholes=tuple((t.number, t.high) for t in wholes),
                )


def _is_range(text: str, before: Tally, part: Tally) -> bool:
    """Whether the two are the ends of one estimate ("80 to 100 of them")."""
    return plain(text[before.number.end : part.number.start]) in link_words("range_to")


def _alike(whole: Tally, part: Tally) -> bool:
    if whole.unit is None or part.unit is None or whole.unit == part.unit:
        return True
    return whole.unit in _PERSONS and part.unit in _PERSONS


def _is_part(text: str, part: Tally, home: Span, before: Tally) -> bool:
    """Whether "of whom" stands before the number, or "of them" right behind it."""
    start = max(home.start, before.number.end, part.number.start - _BEFORE)
    ahead = plain(text[start : part.number.start], " ,()[]—–-\u00a0").split()
    behind = plain(text[part.number.end : part.number.end + _AFTER]).split()
    if _BROKEN.search(text[start : part.number.start].replace(";", ",")):
        return False
    return _ends(ahead, "of_whom") or any(
        " ".join(behind[:size]) in link_words("of_them") for size in (1, 2, 3)
    )


def _ends(words: Sequence[str], name: str) -> bool:
    """Whether the last words, but for one that limits the number, are of the list."""
    cut = words[:-1] if words and words[-1] in link_words("limits") else words
    return any(" ".join(cut[-size:]) in link_words(name) for size in (1, 2, 3) if len(cut) >= size)


def _listed(text: str, first: Tally, rest: Sequence[Tally]) -> list[Tally]:
    """The part, and the next one where no person can be of both kinds."""
    if rest and first.unit and rest[0].unit and {first.unit, rest[0].unit} in _APART:
        gap = text[first.span.end : rest[0].number.start]
        words = plain(gap).split()
        joined = "," in gap or not link_words("and").isdisjoint(words)
        if joined and len(words) <= _LIST_WORDS and not _BROKEN.search(gap):
            return [first, rest[0]]
    return [first]
