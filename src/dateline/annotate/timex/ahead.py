"""
Words that a verb of the future turns: Ukrainian `за тиждень повернемося` is in a week.

With a verb of the past the same words are a stretch (`within a week`). Which day follows is not
decided here.
"""

from __future__ import annotations

from dateline.annotate.timex.compose import OPEN
from dateline.annotate.timex.neighbours import has
from dateline.annotate.timex.parts import Draft
from dateline.annotate.timex.tokens import Tokens
from dateline.core.time import Base, Says

CLOCK_UNITS = ("TH", "TM", "S")


def is_in_a_while(draft: Draft, found: Tokens) -> bool:
    """Whether a stretch stands behind the preposition that can mean `in`."""
    from_event = any(has(found, draft.end, cat) for cat in ("before", "after", "earlier"))
    return draft.type == "DURATION" and has(found, draft.first - 1, "zain") and not from_event


def in_a_while(draft: Draft, span: int) -> Draft:
    """The point ahead that the stretch leads to, from token `span` on; the nearer of two counts."""
    unit = draft.says.unit or "D"
    low = draft.count[0] if draft.count else None
    whole = int(low) if low is not None and low == int(low) else None
    kind = "TIME" if unit in CLOCK_UNITS and whole is not None else "DATE"
    value = OPEN.get(unit, "XXXX") if whole is not None else "FUTURE_REF"
    says = Says(Base.NEXT, whole, unit, 0, 1)
    return Draft(span, draft.end, kind, value, mod=draft.mod, says=says, count=draft.count)
