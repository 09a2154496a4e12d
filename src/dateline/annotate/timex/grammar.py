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

from dateline.annotate.timex.codes import classes
from dateline.annotate.timex.firsts import first_categories
from dateline.annotate.timex.tokens import Tokens
from dateline.lang.rules import lists

NOTHING = "(?!)"
_ELEMENT = re.compile(r"\(\?P<\w+>|\(\?<?[=!:]|[a-z]\w*|\S")
_GROUP = re.compile(r"\(\?P<(\w+)>")


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern; `parts` names its groups: (group, part, which of several expressions)."""

    name: str
    type: str
    regex: re.Pattern[str]
    parts: tuple[tuple[int, str, str], ...]
    matches: tuple[tuple[str, str], ...]
    ignores: tuple[str, ...]
    firsts: frozenset[str]
    """The categories that it can start with."""


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
    codes, by_code = found.codes, _by_code()
    start = _starts()
    at = 0
    while candidate := start.search(codes, at):
        at = candidate.start()
        hit = _first_hit(by_code[codes[at]], codes, at, fits=fits)
        if hit is None:
            at += 1
        else:
            yield hit
            at = hit.end


def _first_hit(
    rules: tuple[Rule, ...], codes: str, at: int, *, fits: Callable[[Hit], bool]
) -> Hit | None:
    for rule in rules:
        match = rule.regex.match(codes, at)
        if match is None or match.end() == at:
            continue
        spans = match.regs
        parts = tuple(
            (part, which, *spans[group])
            for group, part, which in rule.parts
            if spans[group][0] >= 0
        )
        hit = Hit(rule, at, match.end(), parts)
        if fits(hit):
            return hit
    return None


@cache
def _by_code() -> dict[str, tuple[Rule, ...]]:
    """The rules that can start with each code, in file order."""
    known = classes()
    by_code: dict[str, list[Rule]] = {}
    for rule in grammar():
        for code in sorted({c for cat in rule.firsts for c in known.get(cat, "[]")[1:-1]}):
            by_code.setdefault(code, []).append(rule)
    return {code: tuple(rules) for code, rules in by_code.items()}


@cache
def _starts() -> re.Pattern[str]:
    return re.compile("[" + "".join(sorted(_by_code())) + "]")


def _rule(name: str, raw: dict[str, object], macros: dict[str, str]) -> Rule:
    expanded = _expanded(str(raw["pattern"]), macros)
    pattern = _numbered(expanded)
    regex = re.compile("".join(_translated(pattern)))
    parts = tuple(
        (at, found[1], found[2])
        for group, at in regex.groupindex.items()
        if (found := re.match(r"([a-z]+)(\d?)_", group))
    )
    matches, ignores = raw["matches"], raw["ignores"]
    if not isinstance(matches, dict) or not isinstance(ignores, list):
        raise TypeError(name)
    proofs = tuple(matches.items()), tuple(ignores)
    return Rule(name, str(raw["type"]), regex, parts, *proofs, first_categories(expanded))


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
