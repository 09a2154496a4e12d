"""
Words that name something of the table of dated facts: an operation, a formation, an officeholder.

An officeholder is known only where the title stands beside the name ("Defence Minister X", "X, the
defence minister"); not where the words say that the office is past, to come, or another's. Whether
the fact fits the report's dates is for `resolve` and the checkers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.annotate.links import link_words
from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Known
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.phrases import Found, fold, stem
from dateline.lang.rules import LANGUAGES, lists
from dateline.world.facts import (
    OFFICE,
    beside_phrases,
    facts,
    name_phrases,
    title_phrases,
)

_BETWEEN = re.compile(r"[^.;:!?\n()\"“”«»„‟]*")
_WORD = re.compile(r"\w+")
_WORDS_BETWEEN, _WORDS_AFTER = 4, 2
_WORDS_BEFORE = 3


@component(version=1, writes=(Known,))
def known(doc: Document, _layers: Layers) -> Iterator[Known]:
    """Each name of a dated fact, with the ids of the facts that it can be; none in furniture."""
    titles = title_phrases().find(doc.text)
    for found in name_phrases().find(doc.text):
        if doc.role_at(Span(found.start, found.end)) is Role.FURNITURE:
            continue
        here = tuple(key for key in found.keys if facts()[key].kind != OFFICE)
        if named := tuple(key for key in here if _beside(doc, key)):
            yield Known(span=Span(found.start, found.end), made_by="known/name", facts=named)
        yield from _office(doc, found, titles)


def _beside(doc: Document, key: str) -> bool:
    cell = facts()[key].beside
    return not cell or bool(beside_phrases(cell).find(doc.text))


def _office(doc: Document, name: Found, titles: list[Found]) -> Iterator[Known]:
    """The name with the nearest title beside it, where the name held that office at some time."""
    near = [(gap, title) for title in titles if (gap := _gap(doc.text, name, title)) is not None]
    if not near:
        return
    title = min(near)[1]
    held = tuple(key for key in name.keys if facts()[key].title in title.keys)
    span = Span(min(name.start, title.start), max(name.end, title.end))
    if held and not _is_former(doc.text, name, title):
        yield Known(span=span, made_by="known/office", facts=held)


def _gap(text: str, name: Found, title: Found) -> int | None:
    """The number of words between title and name; None where they do not belong together."""
    before = title.end <= name.start
    between = text[title.end : name.start] if before else text[name.end : title.start]
    if not before and not (title.start >= name.end and between.startswith(", ")):
        return None
    if not _BETWEEN.fullmatch(between) or between.count(",") > 1:
        return None
    words = _WORD.findall(between)
    most = _WORDS_BETWEEN if before else _WORDS_AFTER
    if len(words) > most or not all(map(_may_stand_between, words)):
        return None
    if words and before and words[-1].lower() in link_words("prepositions"):
        return None
    return len(words)


def _may_stand_between(word: str) -> bool:
    """Names and small words may part a title from its holder; an English verb may not."""
    return not word.isascii() or not word[0].islower() or word in _list("between")


def _is_former(text: str, name: Found, title: Found) -> bool:
    """Whether a word before the title, or between the two, says that it is no present office."""
    start = min(name.start, title.start)
    before = _WORD.findall(text[max(0, start - 60) : start])[-_WORDS_BEFORE:]
    between = _WORD.findall(text[min(name.end, title.end) : max(name.start, title.start)])
    return any(stem(fold(word)) in _list("words") for word in (*before, *between))


@cache
def _list(name: str) -> frozenset[str]:
    every = (word for language in LANGUAGES for word in lists(language, "former").get(name, ()))
    return frozenset(stem(fold(word)) for word in every)
