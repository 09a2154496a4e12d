"""
How sure the source is made to sound: certainty, negation, tense and condition of a content.

The words are data (`lang/*/certainty.toml`); the status shown is derived in `core.claim`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.core.claim import Certainty
from dateline.core.mentions import Act
from dateline.core.span import Span
from dateline.lang.models import Token, tokens_at
from dateline.lang.rules import lists

_SHORT = 14
"""Words up to which a word of untruth speaks of the whole content."""
_LONGEST_WORDING = 4
_AHEAD = 60
"""Words of the content that are looked at: its first clauses carry the commitment."""


@dataclass(frozen=True, slots=True)
class Sureness:
    """The four facts, and the words that carry them."""

    certainty: Certainty = Certainty.CERTAIN
    negated: bool = False
    future: bool = False
    conditional: bool = False
    refuted: bool = False
    """The content says of something that it is untrue."""
    words: Span | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    possible: frozenset[str]
    probable: frozenset[str]
    future: frozenset[str]
    conditional: frozenset[str]
    would: frozenset[str]
    refuting: frozenset[str]
    future_endings: frozenset[str]
    future_prefixes: frozenset[str]
    future_perfective: frozenset[str]
    """Endings of a form that, behind one of the prefixes, makes a perfective verb's future."""
    present_stems: frozenset[str]
    """Parts of verbs that are present for all their prefix."""
    polite: frozenset[str]
    """Persons whose `would` is but politeness: I would advise."""
    degree: frozenset[str]
    """Words before `possible` that make it no doubt: everything possible."""
    negations: frozenset[str]
    barriers: frozenset[str]


@cache
def _words(language: str) -> _Words:
    found = lists(language, "certainty")
    return _Words(**{key: frozenset(found.get(key, ())) for key in _Words.__slots__})


def sureness(language: str, text: str, content: Span, act: Act | None) -> Sureness:
    """What the first sentence of the content says of its own standing."""
    words = _words(language)
    tokens = tokens_at(language, text, content.start, content.end)[:_AHEAD]
    tokens = _first_sentence(tokens)
    main = _main_clause(tokens, words)
    condition = _condition(tokens, words)
    certainty, carrier = _certainty(main, words)
    if condition and certainty is Certainty.CERTAIN:
        return Sureness(conditional=True, words=condition)
    refuting = _refuting(main, words)
    if refuting:
        return Sureness(refuted=True, words=refuting)
    future = _first(main, words.future) or _would(main, words) or _ending(main, words)
    future = future or _perfective(main, words)
    promised = act in (Act.PREDICT, Act.PROMISE)
    return Sureness(
        certainty=certainty,
        negated=_first(main, words.negations) is not None,
        future=future is not None or promised,
        words=carrier or future,
    )


def _first_sentence(tokens: list[Token]) -> list[Token]:
    for at, token in enumerate(tokens):
        if token.low in (".", "!", "?", ";") and at > 2:
            return tokens[:at]
    return tokens


def _main_clause(tokens: list[Token], words: _Words) -> list[Token]:
    """Up to the first relative or subordinate clause behind the first verb."""
    for at, token in enumerate(tokens):
        if (
            at > 3
            and token.low in words.barriers
            and (tokens[at - 1].low == "," or token.tag in ("WDT", "WP"))
        ):
            return tokens[:at]
    return tokens


def _first(tokens: list[Token], wanted: frozenset[str]) -> Span | None:
    """The first word or run of words that is wanted."""
    for at, token in enumerate(tokens):
        for size in range(_LONGEST_WORDING, 0, -1):
            run = tokens[at : at + size]
            if len(run) == size and " ".join(word.low for word in run) in wanted:
                return Span(token.start, run[-1].end)
    return None


def _refuting(tokens: list[Token], words: _Words) -> Span | None:
    """A word of untruth in a short clause, which nothing negates."""
    found = _first(tokens, words.refuting) if len(tokens) <= _SHORT else None
    if found is None:
        return None
    before = [token.low for token in tokens if token.end <= found.start]
    return None if words.negations & set(before[-2:]) else found


def _perfective(tokens: list[Token], words: _Words) -> Span | None:
    """The first finite verb, where prefix and ending make a future (`захватим`, `надійдуть`)."""
    if not words.future_prefixes:
        return None
    verb = next((token for token in tokens if token.tag == "VERB.Fin"), None)
    if verb is None or not verb.low.startswith(tuple(words.future_prefixes)):
        return None
    if not verb.low.endswith(tuple(words.future_perfective)):
        return None
    if any(stem in verb.low for stem in words.present_stems):
        return None
    return Span(verb.start, verb.end)


def _ending(tokens: list[Token], words: _Words) -> Span | None:
    """A future that its ending makes, as in Ukrainian."""
    endings = tuple(sorted(words.future_endings))
    return next((Span(t.start, t.end) for t in tokens if endings and t.low.endswith(endings)), None)


def _certainty(tokens: list[Token], words: _Words) -> tuple[Certainty, Span | None]:
    if found := _first(_of_doubt(tokens, words), words.possible):
        return Certainty.POSSIBLE, found
    if found := _first(tokens, words.probable):
        return Certainty.PROBABLE, found
    return Certainty.CERTAIN, None


def _of_doubt(tokens: list[Token], words: _Words) -> list[Token]:
    """Without names, and without words of degree: `everything possible`."""
    return [
        token
        for at, token in enumerate(tokens)
        if token.tag != "NNP" and not (at and tokens[at - 1].low in words.degree)
    ]


def _condition(tokens: list[Token], words: _Words) -> Span | None:
    """An `if` clause, or a hypothetical `would` whose subject is no fact (`doing so would`)."""
    if found := _first(tokens, words.conditional):
        return found
    mood = bool(words.future_prefixes)
    return _would(tokens, words) if tokens and (mood or tokens[0].tag == "VBG") else None


def _would(tokens: list[Token], words: _Words) -> Span | None:
    """`would`, but for the polite one of the first person."""
    polite = any(
        token.low in words.would and {t.low for t in tokens[max(0, at - 2) : at + 1]} & words.polite
        for at, token in enumerate(tokens)
    )
    return None if polite else _first(tokens, words.would)
