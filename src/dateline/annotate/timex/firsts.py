"""
Which categories a pattern can start with: so that a rule is only tried where it can hold.

Works on the patterns of lang/any/timex.toml after macros; knows nothing of texts.
"""

from __future__ import annotations

import re

_ELEMENT = re.compile(r"\(\?P<\w+>|\(\?:|\(\?<?[=!]|[a-z]\w*|\{[\d,]+\}|\S")
First = tuple[frozenset[str], bool]
"""The categories a part can start with, and whether it can be empty."""
EMPTY: First = (frozenset(), True)


def first_categories(pattern: str) -> frozenset[str]:
    """Every category that a match of `pattern` can start with."""
    found, _, _ = _alternatives(_ELEMENT.findall(pattern), 0)
    return found


def _alternatives(parts: list[str], at: int) -> tuple[frozenset[str], bool, int]:
    """Of the branches from `at` to the closing bracket: their union, and where it closes."""
    cats: frozenset[str] = frozenset()
    nullable = False
    while True:
        branch, empty, at = _sequence(parts, at)
        cats, nullable = cats | branch, nullable or empty
        if at >= len(parts) or parts[at] != "|":
            return cats, nullable, at
        at += 1


def _sequence(parts: list[str], at: int) -> tuple[frozenset[str], bool, int]:
    cats: frozenset[str] = frozenset()
    open_ = True
    while at < len(parts) and parts[at] not in ("|", ")"):
        (found, empty), at = _atom(parts, at)
        if at < len(parts) and (parts[at] in "?*" or parts[at].startswith("{0")):
            empty = True
        if at < len(parts) and (parts[at] in "?*+" or parts[at][0] == "{"):
            at += 1
        if open_:
            cats |= found
        open_ = open_ and empty
    return cats, open_, at


def _atom(parts: list[str], at: int) -> tuple[First, int]:
    """One category or group; a look-around takes nothing, so it can be empty."""
    part = parts[at]
    if part[0] != "(":
        return (frozenset([part]), False), at + 1
    found, empty, at = _alternatives(parts, at + 1)
    if part.startswith(("(?=", "(?!", "(?<")) and not part.startswith("(?P<"):
        return EMPTY, at + 1
    return (found, empty), at + 1
