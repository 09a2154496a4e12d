"""
Numbers of the headline beside numbers that the body tells of the same thing.

Headlines shorten the opening of their report: a number there has its counterpart in the sentence
that shares most of the headline's words, of the same class, before the same word, or alone in it.
Whether the two agree is for the checker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dateline.annotate.links import link_words
from dateline.core.agreements import Compound, Counterpart, Tally
from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence, Timex
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.numerals import fold
from dateline.lang.phrases import stem
from dateline.lang.rules import LANGUAGES, lists

_COMPOUND = re.compile(r"(?<![\w.,/-])(\d{1,4})-([^\W\d_]{3,})")
_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"[^\W\d_]+|[.,;:!?()\n—–]|\d")
_LONG, _BEGINNING = 4, 5
_NOUNS = 3
_SAME_SETTING, _FEWEST = 0.4, 2
_ALONE = 0.5
_GENERIC = ("people",)
YEAR = "year"
"""Begins what a counterpart is of where both are years."""


class _Counted(NamedTuple):
    number: Span
    value: float
    low: float
    high: float
    unit: str | None
    state: str | None
    nouns: frozenset[str]


@component(version=1, writes=(Compound,))
def compounds(doc: Document, _layers: Layers) -> Iterator[Compound]:
    """Each number in digits that a hyphen ties to a word."""
    for match in _COMPOUND.finditer(doc.text):
        span = Span(*match.span(1))
        if doc.role_at(span) in (Role.HEADLINE, Role.BODY):
            yield Compound(
                span=span,
                made_by="headcount/compound",
                value=float(match[1]),
                word=fold(match[2])[:_BEGINNING],
            )


@component(version=1, reads=(Tally, Compound, Sentence, Timex), writes=(Counterpart,))
def counterparts(doc: Document, layers: Layers) -> Iterator[Counterpart]:
    """Each pair of a headline's number and one of the body that tells of the same."""
    every = _counted(doc, layers)
    heads = [c for c in every if doc.role_at(c.number) is Role.HEADLINE]
    if not heads:
        return
    mine = _beginnings(" ".join(doc.quote(b.span) for b in doc.blocks_of(Role.HEADLINE)))
    for sentence in layers.of(Sentence):
        inside = [c for c in every if sentence.span.covers(c.number)]
        if not inside or doc.role_at(sentence.span) is not Role.BODY:
            continue
        same = mine & _beginnings(doc.quote(sentence.span))
        shared = len(same) / len(mine) if mine else 0.0
        if len(same) < _FEWEST or shared < _SAME_SETTING:
            continue
        yield from _pairs(heads, inside, shared)


def _pairs(
    heads: Sequence[_Counted], inside: Sequence[_Counted], shared: float
) -> Iterator[Counterpart]:
    for head in heads:
        for other in inside:
            of = _same(head, other)
            if of is None and shared >= _ALONE and len(heads) == len(inside) == 1:
                of = "" if _may_be_one(head, other) else None
            if of is not None:
                yield Counterpart(
                    span=head.number,
                    made_by="headcount/setting",
                    other=other.number,
                    value=(head.value, other.value),
                    range=(other.low, other.high),
                    of=of,
                    shared=round(shared, 2),
                )


def _same(head: _Counted, other: _Counted) -> str | None:
    """What both count, by class or by the word behind the number; None where it is not the same."""
    if head.state and other.state and head.state != other.state:
        return None
    if (head.unit == YEAR) != (other.unit == YEAR):
        return None
    if head.unit != YEAR and head.unit and head.unit == other.unit and head.unit not in _GENERIC:
        return head.unit
    if common := sorted(head.nouns & other.nouns):
        return common[0]
    return None


def _may_be_one(head: _Counted, other: _Counted) -> bool:
    """Whether neither says that it counts another thing."""
    if YEAR in (head.unit, other.unit):
        return False
    return not (head.unit and other.unit) and not (head.state and other.state)


def _counted(doc: Document, layers: Layers) -> list[_Counted]:
    """Every number that counts, and those within words, in text order."""
    years = [
        _Counted(t.span, y, y, y, YEAR, None, nouns)
        for t in layers.of(Timex)
        if t.type == "DATE" and (y := _year(doc, t)) and (nouns := _before_year(doc.text, t.span))
    ]
    told = [
        _Counted(t.number, t.value, t.low, t.high, t.unit, t.state, _nouns(doc.text, t))
        for t in layers.of(Tally)
        if not t.single
    ]
    within = [
        _Counted(c.span, c.value, c.value, c.value, None, None, frozenset({c.word}))
        for c in layers.of(Compound)
    ]
    return sorted((*told, *within, *years), key=lambda c: c.number)


def _year(doc: Document, item: Timex) -> float:
    """The year that the words write; 0 where they write none."""
    year = item.value[:4]
    return float(year) if year.isdigit() and year in doc.quote(item.span) else 0.0


def _before_year(text: str, span: Span) -> frozenset[str]:
    """The word that ties a year to what it is the bound of ("since 1992")."""
    before = _WORD.findall(text[max(0, span.start - 12) : span.start])
    word = fold(before[-1]) if before else ""
    return frozenset({f"{YEAR} {word}"}) if word in link_words("year_bounds") else frozenset()


def _nouns(text: str, tally: Tally) -> frozenset[str]:
    """How the next words begin, up to a mark or a number, and "age" where the number is one."""
    found: set[str] = set()
    for match in _NEXT.finditer(text, tally.number.end, min(len(text), tally.number.end + 60)):
        word = match.group()
        if (
            not word[0].isalpha()
            or fold(word) in link_words("prepositions")
            or len(found) >= _NOUNS
        ):
            break
        if len(word) >= _LONG and fold(word) not in _small():
            found.add(_beginning(word))
    before = _WORD.findall(text[max(0, tally.number.start - 12) : tally.number.start])
    if before and fold(before[-1]) in link_words("age_before"):
        found.add("=age")
    return frozenset(found)


def _beginnings(text: str) -> frozenset[str]:
    words = (word for word in _WORD.findall(text) if len(word) >= _LONG)
    return frozenset(_beginning(word) for word in words if fold(word) not in _small())


def _beginning(word: str) -> str:
    return stem(fold(word))[:_BEGINNING]


@cache
def _small() -> frozenset[str]:
    return frozenset(w for lang in LANGUAGES for w in lists(lang, "confirming").get("small", ()))
