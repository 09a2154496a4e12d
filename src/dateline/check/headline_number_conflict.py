"""N001: the number in the headline is not the body's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.core.agreements import Tally
from dateline.core.document import Document, Role
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker

_GENERIC = (None, "people")
_BODY = (Role.BODY, Role.CAPTION)
_MOST_PARTS = 4
_LARGE = 100


@checker("N001", severity=Severity.NOTE, reads=(Tally,))
def headline_number_conflict(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    The headline counts the dead, the drones or the dollars differently from the body.

    Why it matters: the number of a headline is what is remembered and copied.

    Says nothing when the body gives the headline's number anywhere, allows it ("at least"), makes
    it up from parts or two sides, or counts only some kind of person in that state.
    """
    every = layers.of(Tally)
    body = [t for t in every if doc.role_at(t.span) in _BODY and not t.single]
    for head in (t for t in every if doc.role_at(t.span) is Role.HEADLINE and not t.single):
        same = _same(head, body)
        rivals = [t for t in same if t.unit == head.unit or _both_generic(t, head)]
        if not rivals or _is_allowed(head, same, body):
            continue
        rival = rivals[0]
        of = head.state or head.unit or ""
        yield (
            f"the headline says {doc.quote(head.span)!r} ({of}), the body "
            f"{doc.quote(rival.span)!r}",
            (head.span, rival.span),
            {"headline": f"{head.value:g}", "body": f"{rival.value:g}", "of": of},
        )


def _same(head: Tally, body: Sequence[Tally]) -> list[Tally]:
    """What the body counts of the same: by state, else by unit where it gives one number only."""
    stated = [t for t in body if head.state and t.state == head.state]
    if any(t.unit == head.unit or _both_generic(t, head) for t in stated):
        return stated
    open_state = (None, head.state) if head.state else tuple({t.state for t in body})
    same = [t for t in body if head.unit and t.unit == head.unit and t.state in open_state]
    return same if len({t.value for t in same}) == 1 else []


def _is_rounded(headline: float, body: float) -> bool:
    """Whether a large number of the body is the headline's before rounding to its last digit."""
    step = 1
    while headline and headline % (step * 10) == 0:
        step *= 10
    return body >= _LARGE and step > 1 and abs(headline - body) < step


def _both_generic(one: Tally, other: Tally) -> bool:
    return one.unit in _GENERIC and other.unit in _GENERIC


def _is_allowed(head: Tally, same: Sequence[Tally], body: Sequence[Tally]) -> bool:
    """Whether any number of the body, or a sum of those in the state, can be the headline's."""
    if any(t.value == head.value for t in body) or any(2 * t.value == head.value for t in same):
        return True
    if any(_is_rounded(head.value, t.value) for t in body):
        return True
    if any(t.low <= head.high and head.low <= t.high for t in same):
        return True
    exact = [t.value for t in same][:8]
    return any(
        sum(some) in (head.value, head.value - 1)
        for size in range(2, _MOST_PARTS + 1)
        for some in combinations(exact, size)
    )
