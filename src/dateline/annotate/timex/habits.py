"""
Clock times of a habit: `daily from 9:00 to 18:00`, a curfew, opening hours.

Such a clock time dates nothing: it is a set. Which words tell a habit is data.
"""

from __future__ import annotations

from dateline.annotate.timex.context import ENDS
from dateline.annotate.timex.ends import OPEN_DAY, Found
from dateline.annotate.timex.neighbours import has, is_past
from dateline.annotate.timex.tokens import Tokens
from dateline.core.time import Base

REACH = 9
"""Tokens before a clock time in which the word for a habit may stand."""
DAYS = ("month", "wd", "deic", "iso", "dmy", "dm")
"""Categories of a day on which alone something holds."""
JOINED = 3
"""Tokens between two clock times of one habit."""


def with_habits(drafts: tuple[Found, ...], found: Tokens) -> tuple[Found, ...]:
    """The drafts, clock times of a habit as sets."""
    last = -REACH
    for draft, _ in drafts:
        clock = draft.value.removeprefix(f"{OPEN_DAY}T")
        plain = draft.type == "TIME" and clock[:1].isdigit() and draft.says.base is Base.STATED
        if plain and (draft.first - last <= JOINED or _is_habit(found, draft.first - 1)):
            draft.type, last = "SET", draft.end
    return drafts


def _is_habit(found: Tokens, at: int) -> bool:
    """Whether a word for a habit stands before, neither a day nor a past verb after it."""
    for near in range(at, max(at - REACH, -1), -1):
        if found.forms[near] in ENDS or is_past(found.forms[near]) or _is_day(found, near):
            return False
        if has(found, near, "habitw") or has(found, near, "sets"):
            return True
        if has(found, near, "every") and has(found, near + 1, "unitD"):
            return True
        if has(found, near, "openw") and has(found, at, "from"):
            return True
    return False


def _is_day(found: Tokens, at: int) -> bool:
    return any(has(found, at, cat) for cat in DAYS)
