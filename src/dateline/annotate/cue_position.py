"""
Cues that no list holds, told by where they stand: a finite verb that only saying can explain.

Behind a closing quotation mark and a comma or dash (`“...,” she sighed`), or right before `that`
with a clause (`fretted that ...`). Verbs of which this is not true are data (`grammar.toml`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.core.mentions import Act, Cue
from dateline.core.span import Span
from dateline.lang.models import Token
from dateline.lang.rules import lists

_CLOSING = frozenset("”\"’'»“")
_FINITE = ("VBD", "VBZ", "VBP", "VERB.Fin")
_DASHES = frozenset(("—", "–", "―", "-"))
_FAR = 3
"""Words of a short subject between the mark and the verb."""


def positional(language: str, tokens: Sequence[Token]) -> Iterator[Cue]:
    """The verbs of one sentence that stand where a cue stands."""
    grammar = lists(language, "grammar")
    never = frozenset(grammar.get("no_cues", ())) | frozenset(grammar.get("auxiliaries", ()))
    conjunctions = frozenset(grammar.get("that", ()))
    for at, token in enumerate(tokens):
        if token.tag not in _FINITE or token.low in never or not token.text[0].isalpha():
            continue
        if _behind_quote(tokens, at):
            yield _cue(token, "q", "quote")
        elif _before_that(tokens, at, conjunctions):
            yield _cue(token, "t", "that")


def _cue(token: Token, takes: str, where: str) -> Cue:
    return Cue(
        span=Span(token.start, token.end),
        made_by=f"cue/position-{where}",
        act=Act.ASSERT,
        lemma=token.low,
        form="verb",
        takes=takes,
        inflection="past",
    )


def _behind_quote(tokens: Sequence[Token], at: int) -> bool:
    """A quotation mark, comma or dash, at most a short subject, then the verb."""
    step = at - 1
    for _ in range(_FAR):
        if step < 1:
            return False
        if tokens[step].text in _DASHES | {","}:
            return any(tokens[back].text in _CLOSING for back in (step - 1, step - 2) if back >= 0)
        if tokens[step].text in _CLOSING:
            return tokens[step - 1].text in (",", "?", "!", ".", "…")
        if not tokens[step].tag.startswith(("NN", "PRP", "DT", "PROPN", "PRON", "NOUN")):
            return False
        step -= 1
    return False


def _before_that(tokens: Sequence[Token], at: int, conjunctions: frozenset[str]) -> bool:
    after = at + 1
    if after < len(tokens) and tokens[after].text == ",":
        after += 1
    elif tokens[at].tag == "VERB.Fin":
        return False
    if after + 2 >= len(tokens) or tokens[after].low not in conjunctions:
        return False
    return tokens[after].tag in ("IN", "SCONJ") and tokens[after + 1].text[0].isalnum()
