"""
The numbers of a claim with what they count and the state it is in, as far as its words tell.

A number without a state of its own ("risen to five", "31 of 58 drones were shot down") has the only
state that the claim speaks of. Numbers are found by `annotate.tally`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.core.agreements import Tally
from dateline.core.document import Document
from dateline.link.told import Count
from dateline.link.wording import Wording

_OF = 4
"""Letters and blanks of `of` in any language."""
_PEOPLE = ("people", "civilians", "soldiers")
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
        if tally.value:
            low, high = tally.low, tally.high
            if "rise" in said.turns and high <= tally.value:
                low = high = tally.value
            out.append(Count(tally.value, low, high, unit, state, doc.quote(tally.span)))
    return tuple(out)


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
