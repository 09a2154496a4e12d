"""
The grammar of time expressions: patterns over codes, read from lang/any/timex.toml.

Says which rule holds where, and which tokens fill which part; what the parts mean is `compose`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count

from dateline.annotate.timex.codes import categories, classes
from dateline.annotate.timex.firsts import LONGEST, Starts, starts
from dateline.annotate.timex.tokens import Tokens
from dateline.lang.rules import lists

NOTHING = "(?!)"
_ELEMENT = re.compile(r"\(\?P<\w+>|\(\?<?[=!:]|[a-z]\w*|\S")
_GROUP = re.compile(r"\(\?P<(\w+)>")


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern over codes; it is compiled when it is first tried."""

    name: str
    type: str
    pattern: str
    matches: tuple[tuple[str, str], ...]
    ignores: tuple[str, ...]
    starts: Starts
    """The categories that it can start with, one or two."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that holds from token `start` to `end`, and the tokens of each part."""

    rule: Rule
    start: int
    end: int
    parts: tuple[tuple[str, str, int, int], ...]
    """(part, which expression, first token, token after the last)."""


@cache
def grammar() -> tuple[Rule, ...]:
    """The rules in file order: earlier rules win."""
    content = dict(lists("any", "timex"))
    macros: dict[str, str] = content.pop("macros")
    return tuple(_rule(name, raw, macros) for name, raw in content.items())


def hits(found: Tokens, fits: Callable[[Hit], bool]) -> Iterator[Hit]:
    """Each expression in `found` once, leftmost first, by the first rule that holds and fits."""
    codes = found.codes
    possible = _possible()
    at = 0
    while candidate := possible.search(codes, at):
        at = candidate.start()
        hit = _first_hit(_rules_at(codes[at : at + LONGEST]), codes, at, fits=fits)
        if hit is None:
            at += 1
        else:
            yield hit
            at = hit.end


def _first_hit(
    rules: tuple[Rule, ...], codes: str, at: int, *, fits: Callable[[Hit], bool]
) -> Hit | None:
    for rule in rules:
        regex, names = _compiled(rule.pattern)
        match = regex.match(codes, at)
        if match is None or match.end() == at:
            continue
        spans = match.regs
        parts = tuple(
            (part, which, *spans[group]) for group, part, which in names if spans[group][0] >= 0
        )
        hit = Hit(rule, at, match.end(), parts)
        if fits(hit):
            return hit
    return None


@cache
def _compiled(pattern: str) -> tuple[re.Pattern[str], tuple[tuple[int, str, str], ...]]:
    """The pattern, and its groups: (group, part, which of several expressions)."""
    regex = re.compile(pattern)
    names = tuple(
        (at, found[1], found[2])
        for group, at in regex.groupindex.items()
        if (found := re.match(r"([a-z]+)(\d?)_", group))
    )
    return regex, names


@cache
def _rules_at(codes: str) -> tuple[Rule, ...]:
    """The rules that can start with these one or two codes, in file order."""
    first, *second = (categories(code) for code in codes)
    ways = {(a,) for a in first} | {(a, b) for a in first for cats in second for b in cats}
    return tuple(rule for rule in grammar() if not ways.isdisjoint(rule.starts))


@cache
def _possible() -> re.Pattern[str]:
    """Any code that a rule can start with."""
    firsts = {start[0] for rule in grammar() for start in rule.starts if start}
    known = classes()
    found = {code for cat in firsts for code in known.get(cat, "[]")[1:-1]}
    return re.compile("[" + "".join(sorted(found)) + "]")


def _rule(name: str, raw: dict[str, object], macros: dict[str, str]) -> Rule:
    expanded = _expanded(str(raw["pattern"]), macros)
    pattern = "".join(_translated(_numbered(expanded)))
    matches, ignores = raw["matches"], raw["ignores"]
    if not isinstance(matches, dict) or not isinstance(ignores, list):
        raise TypeError(name)
    proofs = tuple(matches.items()), tuple(ignores)
    return Rule(name, str(raw["type"]), pattern, *proofs, starts(expanded))


def _expanded(pattern: str, macros: dict[str, str]) -> str:
    """Every %NAME% in the place of its macro, those within macros too."""
    while "%" in pattern:
        pattern = re.sub(r"%(\w+)%", lambda match: macros[match[1]], pattern)
    return pattern


def _numbered(pattern: str) -> str:
    """A number behind each group's name, since one name may stand in several alternatives."""
    number = count()
    return _GROUP.sub(lambda match: f"(?P<{match[1]}_{next(number)}>", pattern)


def _translated(pattern: str) -> Iterator[str]:
    """Each category as the class of its codes; one that no word has matches nothing."""
    known = classes()
    for element in _ELEMENT.findall(pattern):
        yield known.get(element, NOTHING) if element[0].isalpha() else element
