"""
Which categories a pattern can start with: so that a rule is only tried where it can hold.

Works on the patterns of lang/any/timex.toml after macros; knows nothing of texts.
"""

from __future__ import annotations

import re

_ELEMENT = re.compile(r"\(\?P<\w+>|\(\?:|\(\?<?[=!]|[a-z]\w*|\{[\d,]+\}|\S")
_LOOK = re.compile(r"\(\?<?[=!]")
LONGEST = 2
"""Categories of a start that are told apart."""
Starts = frozenset[tuple[str, ...]]
NOTHING: Starts = frozenset([()])


def starts(pattern: str) -> Starts:
    """
    Each way a match of `pattern` can start: its first two categories, or its only one.

    >>> sorted(starts("a? b c"))
    [('a', 'b'), ('b', 'c')]
    """
    found, _ = _alternatives(_ELEMENT.findall(pattern), 0)
    return found


def _alternatives(parts: list[str], at: int) -> tuple[Starts, int]:
    """Of the branches from `at` to the closing bracket: their union, and where it closes."""
    found: Starts = frozenset()
    while True:
        branch, at = _sequence(parts, at)
        found |= branch
        if at >= len(parts) or parts[at] != "|":
            return found, at
        at += 1


def _sequence(parts: list[str], at: int) -> tuple[Starts, int]:
    found = NOTHING
    while at < len(parts) and parts[at] not in ("|", ")"):
        one, at = _atom(parts, at)
        often = parts[at] if at < len(parts) else ""
        if often and (often in "?*+" or often[0] == "{"):
            one = _repeated(one, often)
            at += 1
        found = _joined(found, one)
    return found, at


def _repeated(one: Starts, often: str) -> Starts:
    twice = one if often == "?" else one | _joined(one, one)
    return twice | NOTHING if often in "?*" or often.startswith("{0") else twice


def _joined(first: Starts, second: Starts) -> Starts:
    return frozenset(
        (a + b)[:LONGEST] for a in first for b in (second if len(a) < LONGEST else [()])
    )


def _atom(parts: list[str], at: int) -> tuple[Starts, int]:
    """One category or group; a look-around takes nothing."""
    part = parts[at]
    if part[0] != "(":
        return frozenset([(part,)]), at + 1
    found, at = _alternatives(parts, at + 1)
    return (NOTHING if _LOOK.fullmatch(part) else found), at + 1
