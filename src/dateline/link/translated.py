"""
Whether a report is another one in a second language: the same numbers and names in the same order.

Told from what a translation leaves alone, so it is only ever "like a translation": two reports of
one event share numbers and names too, but neither all of them nor their order. Short reports with
few of either are left undecided.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from dateline.core.span import Span
from dateline.lang.numerals import numerals
from dateline.link.names import name_key
from dateline.link.printed import Printed
from dateline.link.tokens import tokens

_SHORTEST_NAME = 4
_ENDS = ".!?…\n"
_FEWEST_NUMBERS, _FEWEST = 2, 6
"""Numbers, and numbers with names, that both must have for anything to be told."""
_NUMBERS = 0.7
"""The part of the numbers of each that must come in the other, in order."""
_ALL = 0.55
"""The part of numbers and names of the one with fewer that must come in the other, in order."""
_LONGER = 1.7
"""How many times as many words a translation may have."""


class Anchor(NamedTuple):
    """What a translation leaves alone: a number by its value, or a name by its key."""

    start: int
    kind: str
    key: str
    sure: bool
    """False for a capital that may only open a sentence."""


def is_translation(a: Printed, b: Printed) -> bool:
    """Whether the two are one text in two languages, as far as numbers and names tell."""
    if a.lang == b.lang or "und" in (a.lang, b.lang):
        return False
    size_a, size_b = len(tokens(a.text)), len(tokens(b.text))
    if not size_a or not size_b or max(size_a, size_b) > _LONGER * min(size_a, size_b):
        return False
    all_a, all_b = anchors(a), anchors(b)
    numbers = [[one.key for one in side if one.kind == "n"] for side in (all_a, all_b)]
    if min(map(len, numbers)) < _FEWEST_NUMBERS:
        return False
    if _common(*numbers) < _NUMBERS * max(map(len, numbers)):
        return False
    sure = min(sum(one.sure for one in side) for side in (all_a, all_b))
    keys = [[f"{one.kind}{one.key}" for one in side] for side in (all_a, all_b)]
    return sure >= _FEWEST and _common(*keys) >= max(_FEWEST, _ALL * sure)


def anchors(report: Printed) -> tuple[Anchor, ...]:
    """The numbers and names of a report's news, in text order."""
    text = report.text
    found = [
        Anchor(number.start, "n", f"{number.value:g}", sure=True)
        for number in numerals(text)
        if not number.vague and number.value > 1
    ]
    for word in tokens(text):
        written = text[word.start : word.end]
        if len(written) >= _SHORTEST_NAME and written[0].isupper() and written[1].islower():
            found.append(
                Anchor(word.start, "w", name_key(written), sure=not _opens(text, word.start))
            )
    return tuple(sorted(one for one in found if not _inside(one.start, report.furniture)))


def _opens(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \"'«»“”„‘’()–—-")
    return not before or before[-1] in _ENDS


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """How many come in both, in the same order."""
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)
