"""
One Sentence after the other within each readable block; none spans two blocks.

Where a full stop is part of a word is data (`lang/*/abbreviations.toml`). Whose words stand in
quotation marks is not this module's business: it only keeps a quotation that belongs to a
sentence inside it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.rules import LANGUAGES, lists
from dateline.read.quotes import quoted

_STOP = re.compile(r"""[.!?…]+(?P<closers>(?:["'”’»“)\]]|\[\d{1,3}\])*)(?=\s)""")
_NEXT = re.compile(r"""\s+(?P<lead>["'“„«‘`(\[*•—–-]*\s*)(?P<word>\w*)(?P<dot>\.?)""")
_WORD = re.compile(r"\w+")
_OPENERS = "\"'“„«‘`([—–-"
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_GO_ON = frozenset("),;:%»”")
"""Marks that cannot begin a sentence."""
_SAYING_WORDS = 5
_LONGEST_QUOTATION = 1000
"""Code points; a longer one is taken apart like running text."""


@component(version=1, writes=(Sentence,))
def sentences(doc: Document, layers: Layers) -> Iterator[Sentence]:
    """Each sentence of each readable block, without the white space around it."""
    words = _words(doc.lang)
    for block in doc.readable:
        for start, end in split(doc.text, block.span, words):
            yield Sentence(span=Span(start, end), made_by="sentences/split")


@dataclass(frozen=True, slots=True)
class Words:
    """What a language's `abbreviations.toml` says, as sets."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    anywhere: frozenset[str]
    after_number: frozenset[str]
    starters: frozenset[str]
    speech: frozenset[str]


@cache
def _words(lang: str) -> Words:
    """Those of one language; of all together where the language is unknown or has none."""
    known = [lang] if lang in LANGUAGES else list(LANGUAGES)
    merged: dict[str, set[str]] = {name: set() for name in Words.__slots__}
    for name, found in merged.items():
        for language in known:
            found.update(lists(language, "abbreviations").get(name, ()))
    return Words(**{name: frozenset(found) for name, found in merged.items()})


def split(text: str, span: Span, words: Words) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in `span`; together they hold every letter of it."""
    quotations = [pair for pair in quoted(text, span) if pair[1] - pair[0] < _LONGEST_QUOTATION]
    start = _skip_space(text, span.start, span.end)
    for match in _STOP.finditer(text, span.start, span.end):
        if match.start() < start or not _ends(text, start, match, words):
            continue
        if quotations and _inside(text, start, match, quotations):
            continue
        yield start, match.end()
        start = _skip_space(text, match.end(), span.end)
    end = start + len(text[start : span.end].rstrip())
    if start < end:
        yield start, end


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, start: int, match: re.Match[str], words: Words) -> bool:
    """Whether a sentence ends with these marks, quotations aside."""
    after = _NEXT.match(text, match.end())
    word = after["word"] if after else ""
    if not after or not word:
        return not after or text[after.end() : after.end() + 1] not in _GO_ON
    if word[0].islower():
        return False
    if match[0][0] != "." or match[0].startswith(".."):
        return not (match["closers"] and _is_saying(text, match.end(), words))
    if match["closers"] and match["closers"] != ")":
        return True
    return _full_stop_ends(text, start, match.start(), after, words)


def _is_saying(text: str, at: int, words: Words) -> bool:
    """Whether a word of saying follows soon: `"Why now?" Smith asked.`"""
    for count, match in enumerate(_WORD.finditer(text, at, at + 80)):
        if count >= _SAYING_WORDS:
            return False
        if match[0] in words.speech:
            return True
        if text[match.end() : match.end() + 1] in (".", "!", "?"):
            return False
    return False


def _full_stop_ends(text: str, start: int, at: int, after: re.Match[str], words: Words) -> bool:
    """Whether the single full stop at `at` ends a sentence, given the word before and after."""
    before = text[max(start, at - 40) : at].split()
    token = before[-1].lstrip(_OPENERS) if before else ""
    previous = before[-2] if len(before) > 1 else ""
    low = token.lower()
    starts = after["word"].lower() in words.starters and not _is_initial(after)
    if token.isdigit():
        return len(before) > 1 or at - start > 3
    if f"{previous} {low}".lower() in words.anywhere or low in words.anywhere:
        return starts
    if low in words.after_number and previous[-1:].isdigit():
        return starts
    if low in words.before_name:
        return False
    if low in words.before_number and after["word"][0].isdigit():
        return False
    if _INITIALS.fullmatch(token) and token[0].isupper():
        return starts
    return True


def _is_initial(after: re.Match[str]) -> bool:
    return len(after["word"]) == 1 and after["dot"] == "."


def _inside(text: str, start: int, match: re.Match[str], quotations: list[tuple[int, int]]) -> bool:
    """
    Whether the marks stand in a quotation that has words of its own sentence outside it.

    A quotation that is a sentence, or several, by itself is split like any other text.
    """
    at = bisect_right(quotations, (match.start(), len(text))) - 1
    if at < 0 or match.end() >= quotations[at][1]:
        return False
    opened, closed = quotations[at]
    introduced = any(map(str.isalnum, text[max(start, opened - 80) : opened]))
    return (start < opened and introduced) or _goes_on(text, closed)


def _goes_on(text: str, closed: int) -> bool:
    """Whether the sentence runs on behind a closing mark."""
    rest = text[closed : closed + 4].lstrip()
    if not rest or text[closed : closed + 2].startswith("\n"):
        return False
    ended = text[closed - 2] in ".!?…" or rest[0] in ".!?"
    return not ended or rest[0].islower() or rest[0] in ",—–-"
