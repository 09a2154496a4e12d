"""
A newsroom's standing lines in a report: known by the words of `boilerplate.toml`, or furniture.

They tell no news, so two reports that share them are no copies of each other.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dateline.core.span import Span
from dateline.lang.phrases import Found, Phrases
from dateline.lang.rules import LANGUAGES, lists
from dateline.link.printed import Printed
from dateline.link.tokens import paragraphs

_SENTENCE_END = re.compile(r"(?<=[.!?…])[»”\")]*\s+")
_OPENS = "more"
"""The class of words that make a standing line only where they open it ("Read more:")."""
_INDENT = 4
_LONGEST = 420
"""Letters of a standing paragraph; of a longer one only the sentence with the words counts."""


def boilerplate(report: Printed) -> tuple[Span, ...]:
    """Where standing lines are, in text order; they may overlap furniture."""
    lines = [
        span
        for hit in _hits(report.text)
        if not any(quote.start <= hit.start < quote.end for quote in report.quoted)
        and (span := _line(report.text, Span(hit.start, hit.end)))
        and (hit.keys != (_OPENS,) or hit.start - span.start <= _INDENT)
    ]
    return tuple(sorted({*report.furniture, *lines}))


def _line(text: str, hit: Span) -> Span | None:
    """The paragraph around a hit if it is short and others stand beside it, else the sentence."""
    every = paragraphs(text)
    for start, end in every:
        if start <= hit.start < end:
            if len(every) > 1 and end - start <= _LONGEST:
                return Span(start, end)
            return _sentence(text, Span(start, end), hit)
    return None


def _sentence(text: str, paragraph: Span, hit: Span) -> Span:
    start = paragraph.start
    for gap in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if gap.start() > hit.start:
            return Span(start, gap.start())
        start = gap.end()
    return Span(start, paragraph.end)


@lru_cache(maxsize=256)
def _hits(text: str) -> tuple[Found, ...]:
    return tuple(_phrases().find(text))


@cache
def _phrases() -> Phrases:
    return Phrases(
        (name, cell)
        for language in LANGUAGES
        for name, cell in lists(language, "boilerplate").get("lines", {}).items()
    )
