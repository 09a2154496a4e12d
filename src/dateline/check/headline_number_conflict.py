"""N001: the number in the headline is not the body's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.core.agreements import Compound, Counterpart, Tally
from dateline.core.document import Document, Role
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker
from dateline.core.span import Span

_GENERIC = (None, "people")
_BODY = (Role.BODY, Role.CAPTION)
_MOST_PARTS = 4
_LARGE = 100
_YEAR = "year "
_ROUNDED = 0.1
"""What a headline may round away of a number, as a part of it."""
_TWO_SIDES = (None, "exchanged", "captured")
"""States in which "150 each" makes 300 in all."""


@checker("N001", severity=Severity.NOTE, reads=(Tally, Compound, Counterpart))
def headline_number_conflict(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    The headline counts the dead, the drones or the dollars differently from the body.

    Why it matters: the number of a headline is what is remembered and copied.

    Says nothing when the body gives the headline's number anywhere, allows it ("at least"), makes
    it up from parts or two sides, or counts only some kind of person in that state. What is no
    count of people is compared with the sentence that has most of the headline's words.
    """
    every = layers.of(Tally)
    body = [t for t in every if doc.role_at(t.span) in _BODY and not t.single]
    seen: set[Span] = set()
    for head in (t for t in every if doc.role_at(t.span) is Role.HEADLINE and not t.single):
        same = _same(head, body)
        rivals = [t for t in same if t.unit == head.unit or _both_generic(t, head)]
        if not rivals or _is_allowed(head, same, body):
            continue
        seen.add(head.number)
        of = head.state or head.unit or ""
        yield _observation(doc, (head.span, rivals[0].span), (head.value, rivals[0].value), of)
    yield from _by_setting(doc, layers, body, seen)


def _by_setting(
    doc: Document, layers: Layers, body: Sequence[Tally], seen: set[Span]
) -> Iterator[Observation]:
    """The headline's numbers against those of the sentence most like it."""
    within = [c.value for c in layers.of(Compound) if doc.role_at(c.span) in _BODY]
    every = [c for c in layers.of(Counterpart) if not c.of.startswith(_YEAR)]
    for head in sorted({c.span for c in every} - seen):
        pairs = [c for c in every if c.span == head]
        most = max(c.shared for c in pairs)
        best = [c for c in pairs if c.shared == most]
        tally = next((t for t in layers.of(Tally) if t.number == head), None)
        if tally is None:
            held = best[0].value[0] in (*within, *(t.value for t in body))
        else:
            held = tally.low != tally.high or _is_allowed(tally, _of(best, body), body)
            held = held or tally.value in within
        if not held and not any(_near(c) for c in pairs):
            spans = (tally.span if tally else head, best[0].other)
            yield _observation(doc, spans, best[0].value, best[0].of)


def _of(pairs: Sequence[Counterpart], body: Sequence[Tally]) -> list[Tally]:
    return [t for t in body if any(t.number == c.other for c in pairs)]


def _near(pair: Counterpart) -> bool:
    """Whether the body's words allow the headline's number, or it is that number rounded."""
    mine, other = pair.value
    return pair.range[0] <= mine <= pair.range[1] or abs(mine - other) <= _ROUNDED * other


def _observation(
    doc: Document, spans: tuple[Span, Span], values: tuple[float, float], of: str
) -> Observation:
    head, rival = (doc.quote(span) for span in spans)
    return (
        f"the headline says {head!r}{f' ({of})' if of.isascii() and of.isalpha() else ''}, the "
        f"body {rival!r}",
        spans,
        {"headline": f"{values[0]:g}", "body": f"{values[1]:g}", "of": of},
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
    return body >= _LARGE and step > 1 and abs(headline - body) < min(step, _ROUNDED * body + 1)


def _both_generic(one: Tally, other: Tally) -> bool:
    return one.unit in _GENERIC and other.unit in _GENERIC


def _is_other(head: Tally, other: Tally) -> bool:
    """Whether the same number stands for what has happened to others: nine wounded, not dead."""
    return {head.state, other.state} == {"killed", "wounded"} and _both_generic(head, other)


def _is_allowed(head: Tally, same: Sequence[Tally], body: Sequence[Tally]) -> bool:
    """Whether any number of the body, or a sum of those in the state, can be the headline's."""
    if any(t.value == head.value and not _is_other(head, t) for t in body):
        return True
    if any(2 * t.value == head.value and t.state in _TWO_SIDES for t in same):
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
