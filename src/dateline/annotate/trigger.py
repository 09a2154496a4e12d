"""
Words that name a happening: one automaton over the first words of the lexicon, then the rest.

Who did it to whom is read off the sentence in `claim`; whether it happened is for the claim to say.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from dateline.core.document import Document, Role
from dateline.core.happened import Trigger
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.lang.happenings import GAP, NOTHING, Pattern, patterns
from dateline.lang.models import Token, tokens_at
from dateline.lang.numerals import fold
from dateline.lang.rules import lists

_LONGEST_GAP = 6
_LONGEST_ENDING = 7
_BREAKS = frozenset('.;:!?()[]«»“”"\n') | {"—", "–"}
_READ = (Role.BODY, Role.HEADLINE, Role.CAPTION)


class _Match(NamedTuple):
    size: int
    rank: int
    start: int
    end: int
    pattern: Pattern


@component(version=1, reads=(Sentence,), writes=(Trigger,))
def triggers(doc: Document, layers: Layers) -> Iterator[Trigger]:
    """Each such word once; of two that overlap, the longer in words, then the earlier row."""
    if not patterns(doc.lang):
        return
    hits = _hits(doc.lang, _lowered(doc.text))
    for sentence in layers.of(Sentence):
        first, last = (bisect_left(hits, sentence.span.start), bisect_left(hits, sentence.span.end))
        if first == last or doc.role_at(sentence.span) not in _READ:
            continue
        yield from _in_sentence(doc, sentence.span, hits[first:last])


def _in_sentence(doc: Document, where: Span, hits: Sequence[int]) -> Iterator[Trigger]:
    tokens = tokens_at(doc.lang, doc.text, where.start, where.end)
    lows = [fold(token.low) for token in tokens]
    starts = [token.start for token in tokens]
    found: list[_Match] = []
    for hit in hits:
        at = bisect_right(starts, hit) - 1
        if at >= 0 and starts[at] == hit:
            found += _matches(doc.lang, tokens, lows, at)
    taken: set[int] = set()
    for match in sorted(found, key=lambda m: _priority(tokens, m)):
        place = range(match.start, match.end)
        if taken.isdisjoint(place):
            taken.update(place)
            if match.pattern.event != NOTHING:
                yield _trigger(tokens, match)


def _priority(tokens: Sequence[Token], match: _Match) -> tuple[int | bool, ...]:
    """The longer in words, then what names nothing, verbs, and what begins first."""
    real = match.pattern.event != NOTHING
    noun = not _is_verbal(tokens[match.start])
    return -match.size, real, noun, match.start, match.rank, match.end


def _trigger(tokens: Sequence[Token], match: _Match) -> Trigger:
    pattern = match.pattern
    return Trigger(
        span=Span(tokens[match.start].start, tokens[match.end - 1].end),
        made_by="trigger/lexicon",
        event=pattern.event,
        mode=pattern.mode,
        noun=_is_noun(tokens, match),
        weak=pattern.form == "weak",
    )


def _is_noun(tokens: Sequence[Token], match: _Match) -> bool:
    """Whether it is a nominalisation, its first word an adjective of it or itself the noun."""
    first = tokens[match.start]
    qualified = match.end - match.start > 1 and first.tag.startswith(("ADJ", "JJ"))
    return qualified or not _is_verbal(first)


def _matches(
    language: str, tokens: Sequence[Token], lows: Sequence[str], at: int
) -> Iterator[_Match]:
    word = lows[at]
    for pattern in _candidates(language, word):
        if not _allowed(pattern, tokens[at], first=not at) or (
            len(pattern.words) == 1 and _is_attribute(language, tokens, at)
        ):
            continue
        end = _end(lows, at, pattern.words)
        if end is not None:
            yield _Match(pattern.size, pattern.rank, at, end, pattern)


def _candidates(language: str, word: str) -> Iterator[Pattern]:
    known = patterns(language)
    yield from known.get(word, ())
    for size in range(max(2, len(word) - _LONGEST_ENDING), len(word) + 1):
        yield from known.get(f"{word[:size]}*", ())


def _allowed(pattern: Pattern, token: Token, *, first: bool) -> bool:
    """Whether the part of speech allows it, as far as the tagger can tell."""
    if not token.tag or (len(pattern.words) > 1 and pattern.form in ("any", "weak")):
        return True
    if token.tag.startswith(("PROPN", "NNP")) and not token.text.islower():
        return first and pattern.form != "verb"
    if pattern.form in ("verb", "weak"):
        return _is_verbal(token)
    if pattern.form == "noun":
        return token.tag.startswith("N")
    return True


def _is_attribute(language: str, tokens: Sequence[Token], at: int) -> bool:
    """A participle that tells of the noun behind it and is no news (`the occupied town`)."""
    tag, behind = tokens[at].tag, tokens[at + 1].tag if at + 1 < len(tokens) else ""
    if tag in ("VBN", "JJ"):
        before = tokens[at - 1].tag if at else ""
        opened = before.startswith(("DT", "PRP$", "JJ", "IN", "CD", "POS"))
        return opened and behind.startswith(("NN", "JJ"))
    endings = lists(language, "happenings").get("arguments", {}).get("attributive", ())
    return tag.startswith(("ADJ", "VERB.Part")) and tokens[at].low.endswith(tuple(endings))


def _is_verbal(token: Token) -> bool:
    return token.tag.startswith(("VB", "VERB", "ADJ", "JJ", "MD"))


def _end(lows: Sequence[str], at: int, words: Sequence[str]) -> int | None:
    """The index behind the last word of the pattern; None where the words are others."""
    here, reach = at + 1, 0
    for word in words[1:]:
        if word == GAP:
            reach = _LONGEST_GAP
            continue
        step = _next(lows, here, word, reach)
        if step is None:
            return None
        here, reach = step + 1, 0
    return here


def _next(lows: Sequence[str], at: int, word: str, reach: int) -> int | None:
    """Where the word comes, at most `reach` words on and in the same clause."""
    for step in range(at, min(len(lows), at + reach + 1)):
        if _fits(word, lows[step]):
            return step
        if lows[step] in _BREAKS:
            return None
    return None


def _fits(word: str, low: str) -> bool:
    if word.endswith("*"):
        return low.startswith(word[:-1]) and len(low) - len(word) < _LONGEST_ENDING
    return low == word


def _lowered(text: str) -> str:
    """`text` folded with every offset kept: a letter that would grow stays as it is."""
    low = fold(text)
    if len(low) == len(text):
        return low
    return "".join(fold(c) if len(fold(c)) == 1 else c for c in text)


def _hits(language: str, low: str) -> list[int]:
    """Where words begin that may be the first of a pattern, in order."""
    found = {
        at
        for _, at, _ in _automaton(language).find_matches_as_indexes(low, overlapping=True)
        if not at or not low[at - 1].isalnum()
    }
    return sorted(found)


@cache
def _automaton(language: str) -> AhoCorasick:
    firsts = sorted({first.removesuffix("*") for first in patterns(language)})
    return AhoCorasick(firsts, matchkind=MatchKind.Standard)
