"""
Where in a text a time expression could stand: one automaton over all triggers at once.

Gives windows around the triggers, so that the rest of the text is never looked at word by word.
What stands in a window is the business of `tokens` and `grammar`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from dateline.annotate.timex.codes import lexicon
from dateline.lang.rules import LANGUAGES

TRIGGERS = frozenset(
    """
    month monthab monthadj wd wdab wdset partadv governs governed dirspan pastw unit plural
    unitadj season part parttime deic ref lead sets durword ampm atclock refadj
    reftale number half fallw nightof instr holiday decw centw nightto oclock yearw fiscalw
    thesedays ordacc north clockoff lastq halfyear hourloc
    """.split()  # noqa: SIM905
)
"""Categories whose words no expression can do without; digits are the other kind of trigger."""
BEFORE, AFTER = 54, 48
"""Code points looked at on either side of a trigger: more than any expression of the grammar."""
_DIGITS = re.compile(r"\d[\d:./]\d|\bq[1-4]\b|\d(?:st|nd|rd|th|s|['’]s|-?[хегмйті])", re.ASCII)


def lowered(text: str) -> str:
    """`text` in lower case with every offset kept: a letter that would grow stays as it is."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def windows(low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of `low` between `start` and `end` in which a trigger stands, in order."""
    first = last = -1
    for at, to in _hits(low, start, end):
        left = max(start, at - BEFORE)
        if first >= 0 and left <= last:
            last = max(last, min(end, to + AFTER))
            continue
        if first >= 0:
            yield _whole_words(low, first, last, (start, end))
        first, last = left, min(end, to + AFTER)
    if first >= 0:
        yield _whole_words(low, first, last, (start, end))


def _hits(low: str, start: int, end: int) -> list[tuple[int, int]]:
    part = low[start:end]
    limit = len(part)
    hits = [match.span() for match in _DIGITS.finditer(part)]
    for _, at, to in _automaton().find_matches_as_indexes(part, overlapping=True):
        if not (at and part[at - 1].isalpha()) and not (to < limit and part[to].isalpha()):
            hits.append((at, to))
    hits.sort()
    return [(at + start, to + start) for at, to in hits]


@cache
def _automaton() -> AhoCorasick:
    """All triggers of all languages; matches may overlap, as "at night" does in "that night"."""
    forms = {
        form.replace("'", mark)
        for home in LANGUAGES
        for form, meaning in lexicon(home).meanings.items()
        if not TRIGGERS.isdisjoint(meaning)
        for mark in "'’ʼ"
    }
    return AhoCorasick(sorted(forms), matchkind=MatchKind.Standard)


def _whole_words(low: str, first: int, last: int, bounds: tuple[int, int]) -> tuple[int, int]:
    """Widened so that no word or number is cut in two; a run longer than a window is cut."""
    start, end = bounds
    left = first
    while left > start and first - left < BEFORE and low[left - 1].isalnum():
        left -= 1
    right = last
    while right < end and right - last < AFTER and low[right].isalnum():
        right += 1
    return left, right
