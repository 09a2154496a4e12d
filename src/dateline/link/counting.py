"""
The numbers of a claim with what they count and the state it is in, as far as its words tell.

A number without a state of its own ("risen to five", "31 of 58 drones were shot down") has the only
state that the claim speaks of. Numbers are found by `annotate.tally`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.core.agreements import Tally
from dateline.core.document import Document
from dateline.link.tokens import tokens
from dateline.link.told import Count
from dateline.link.wording import Wording, states_in

_REACH = 45
"""Letters on either side in which the state of a number is looked for."""
_BEHIND, _AHEAD = 3, 2
"""Words that may stand between."""
_END = re.compile(r"[.;:!?\n]")
_OF = 4
"""Letters and blanks of `of` in any language."""
_PEOPLE = ("people", "civilians", "soldiers")
_KILLED, _WRECKED = "killed", frozenset({"shot_down", "destroyed"})
"""People who are "destroyed" are killed."""
_LATER = frozenset({"rise", "toll"})


def counts(doc: Document, every: Sequence[Tally], said: Wording) -> tuple[Count, ...]:
    """`every` are the tallies of one claim, in text order, `said` its words."""
    # A bare singular ("the mayor") counts for one only where its state is told.
    tallies = [t for t in every if t.state or t.number != t.span or t.value != 1]
    out: list[Count] = []
    for at, tally in enumerate(tallies):
        part = at + 1 < len(tallies) and _part_of(doc, tally, tallies[at + 1])
        unit = (tallies[at + 1].unit if part else tally.unit) or ""
        state = tally.state or (_only(said) if _may_have(tally, part, said) else "")
        whole = at > 0 and _part_of(doc, tallies[at - 1], tally)
        state = state or ("" if whole else _beside(doc, every, tally))
        state = _KILLED if unit in _PEOPLE and state in _WRECKED else state
        if tally.value:
            low, high = tally.low, tally.high
            if "rise" in said.turns and high <= tally.value:
                low = high = tally.value
            out.append(Count(tally.value, low, high, unit, state, doc.quote(tally.span)))
    return tuple(out)


def _beside(doc: Document, every: Sequence[Tally], tally: Tally) -> str:
    """The state told right behind a number, or right before it, with no other number between."""
    after = min((t.number.start for t in every if t.number.start > tally.number.start), default=-1)
    before = max((t.number.end for t in every if t.number.end < tally.number.end), default=0)
    end = tally.span.end
    behind = _clause(doc.text[end : after if 0 <= after < end + _REACH else end + _REACH])
    ahead = doc.text[max(before, tally.number.start - _REACH) : tally.number.start]
    for hit in states_in(behind):
        if hit.at <= _BEHIND:
            return hit.name
    words = len(tokens(ahead))
    near = [hit for hit in states_in(ahead) if words - hit.at <= _AHEAD]
    return near[-1].name if near else ""


def _clause(text: str) -> str:
    return _END.split(text, maxsplit=1)[0]


def _part_of(doc: Document, tally: Tally, whole: Tally) -> bool:
    """Whether the next number is the whole that this is a part of ("31 of 58 drones")."""
    between = doc.text[tally.span.end : whole.number.start]
    return len(between) <= _OF and between.strip().isalpha() and tally.unit is None


def _may_have(tally: Tally, part: bool, said: Wording) -> bool:
    return (
        part or tally.unit in _PEOPLE or (tally.unit is None and not _LATER.isdisjoint(said.turns))
    )


def _only(said: Wording) -> str:
    states = said.names("states")
    if not states and "toll" in said.turns:
        return "killed"
    return states[0] if len(states) == 1 else ""
