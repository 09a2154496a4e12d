"""
One sentence, or one quoted stretch of it, as a row of tagged words with what is known of them.

Cues in the row read their source and content off it (`english`, `slavic`). What any of it means
is not its business.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.claim.near import Near
from dateline.core.document import Document
from dateline.core.mentions import Cue, Name, Quotation
from dateline.core.span import Span
from dateline.lang.models import Token, tokens_at
from dateline.lang.rules import lists

MARKS = frozenset("\"“”„«»‹›‘’'`")
STOPS = frozenset((".", "!", "?", "…", "...", "..", ";"))
DASHES = frozenset(("—", "–", "―", "-", "--"))
FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes of a language (`grammar.toml`)."""

    auxiliaries: frozenset[str]
    be: frozenset[str]
    negations: frozenset[str]
    subordinators: frozenset[str]
    complementisers: frozenset[str]
    relatives: frozenset[str]
    coordinators: frozenset[str]
    openers: frozenset[str]
    addressees: frozenset[str]
    media: frozenset[str]
    medium_prepositions: frozenset[str]
    about: frozenset[str]
    possessives: frozenset[str]
    as_words: frozenset[str]
    dropped: frozenset[str]
    """Conjunctions that are no part of the content they open."""
    contrast: frozenset[str]
    within: frozenset[str]
    """Prepositions before the body that says it: `в штабе`."""
    nominatives: frozenset[str]
    impossible: frozenset[str]
    deictics: frozenset[str]
    """Words that stand for the sentence before: `This was announced by ...`."""
    bare: frozenset[str]
    """Determiners that are nobody without a noun: `the`, `a`."""
    that: frozenset[str]
    agents: frozenset[str]
    phrase_joins: frozenset[str]
    """May stand inside a noun phrase, between its nouns."""


@cache
def grammar(language: str) -> Grammar:
    """That of one language; all classes empty where it has none."""
    found = lists(language, "grammar")
    return Grammar(**{key: frozenset(found.get(key, ())) for key in Grammar.__slots__})


def _in_aside(doc: Document, quote: Quotation, where: Span) -> bool:
    """Whether `where` stands between two pieces of the quotation, among the narrator's words."""
    at = bisect_right(quote.pieces, where.start, key=lambda piece: piece.end)
    if not 0 < at < len(quote.pieces) or where.end > quote.pieces[at].start:
        return False
    return any(map(str.isalpha, doc.text[quote.pieces[at - 1].end : quote.pieces[at].start]))


def speech(doc: Document, quote: Quotation) -> tuple[Span, ...]:
    """The quotation as content: with its marks, in as many pieces as the narrator cuts it into."""
    edges = [quote.span.start]
    for before, after in pairwise(quote.pieces):
        if any(map(str.isalpha, doc.text[before.end : after.start])):
            edges += [before.end, after.start]
    edges.append(quote.span.end)
    if quote.made_by == "quotation/dialogue":
        edges[0] = quote.pieces[0].start
    return tuple(Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True))


_LONGEST = 400
"""Words of a sentence that are read: more are no sentence but a wall of text."""


class Scene:
    """The words in `[lo, hi)` of a sentence, with cues, names, times and quotations on them."""

    def __init__(self, doc: Document, span: Span, known: Known) -> None:
        self.doc = doc
        self.span = span
        self.grammar = grammar(doc.lang)
        self.tokens: list[Token] = tokens_at(doc.lang, doc.text, span.start, span.end)
        self.starts = [token.start for token in self.tokens]
        self.lo = 0
        self.hi = min(len(self.tokens), _LONGEST)
        read = Span(span.start, self.tokens[self.hi - 1].end) if self.hi else span
        self.quotes = known.quotations.overlapping(read)
        self.inside = [self._quote_at(token) for token in self.tokens[: self.hi]]
        self.cues = {self.index(cue.span.start): cue for cue in known.cues.inside(span)}
        self.names = {self.index(name.span.start): name for name in known.names.inside(span)}
        self.times = {self.index(time.start): time for time in known.times.inside(span)}

    def _quote_at(self, token: Token) -> Quotation | None:
        """The outermost quotation that the word or mark stands in, narrator's asides left out."""
        where = Span(token.start, token.end)
        return next(
            (
                quote
                for quote in self.quotes
                if quote.span.covers(where) and not _in_aside(self.doc, quote, where)
            ),
            None,
        )

    def index(self, offset: int) -> int:
        """The index of the first word that does not end before `offset`."""
        at = min(bisect_left(self.starts, offset), self.hi)
        if at and self.tokens[at - 1].end > offset:
            return at - 1
        return at

    def low(self, at: int) -> str:
        """The word at `at`, lower case; empty outside the row."""
        return self.tokens[at].low if self.lo <= at < self.hi else ""

    def tag(self, at: int) -> str:
        """The tag at `at`; empty outside the row."""
        return self.tokens[at].tag if self.lo <= at < self.hi else ""

    def is_finite(self, at: int) -> bool:
        return self.tag(at) in FINITE

    def is_opaque(self, at: int) -> bool:
        """Whether the word stands in a quotation of speech that began in this row."""
        quote = self.inside[at] if self.lo <= at < self.hi else None
        return quote is not None and not quote.scare

    def text_span(self, start: int, end: int) -> Span | None:
        """The words `[start, end)` as a Span, without punctuation at either end; None if empty."""
        while start < end and self._is_edge(start):
            start += 1
        while start < end and self._is_edge(end - 1) and not self._closes(start, end - 1):
            end -= 1
        if start >= end:
            return None
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def _closes(self, start: int, at: int) -> bool:
        """Whether the mark at `at` closes a parenthesis that opens behind `start`."""
        opening = {")": "(", "]": "["}.get(self.tokens[at].text)
        return any(self.tokens[step].text == opening for step in range(start, at))

    def _is_edge(self, at: int) -> bool:
        token = self.tokens[at]
        if token.text in MARKS:
            quote = self.inside[at]
            return quote is None or not (
                token.start == quote.span.start or token.end == quote.span.end
            )
        return not token.text[0].isalnum() and token.text[0] not in "$€£#@([%"

    def has_finite(self, start: int, end: int) -> bool:
        return any(self.is_finite(at) for at in range(start, end))

    def has_main_verb(self, start: int, end: int) -> bool:
        """Whether a finite verb stands there that no relative or subordinate clause takes up."""
        open_clauses = 0
        for at in range(start, end):
            if self._opens_clause(at):
                open_clauses += 1
            elif self.is_finite(at) and open_clauses:
                open_clauses -= 1
            elif self.is_finite(at):
                return True
        return False

    def _opens_clause(self, at: int) -> bool:
        if self.tag(at) in ("WP", "WDT", "WRB", "WP$"):
            return True
        return self.tag(at) == "IN" and self.low(at) in self.grammar.subordinators

    def time_end(self, at: int) -> int:
        """Behind the time expression that begins at `at`; `at` where none does."""
        span = self.times.get(at)
        return self.index(span.end) if span and span.end > self.tokens[at].start else at


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier stages found, by place."""

    quotations: Near[Quotation]
    cues: Near[Cue]
    names: Near[Name]
    times: Near[Span]
