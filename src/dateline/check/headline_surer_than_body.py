"""A001: the headline asserts what the body only reports, and somebody denies or doubts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.core.agreements import Echo
from dateline.core.claim import Certainty, Claim
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.mentions import Act
from dateline.core.parts import Observation, checker
from dateline.core.span import Span

_ENOUGH, _MOST = 0.5, 0.67
_CONTRARY = (Act.DENY, Act.NOT_CONFIRM, Act.UNVERIFIED)
_HEDGED = (Certainty.POSSIBLE, Certainty.PROBABLE)


@checker("A001", severity=Severity.NOTE, reads=(Echo, Claim))
def headline_surer_than_body(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    The headline says in the outlet's own voice what the body gives as somebody's claim that another
    denies or does not confirm, or as no more than possible.

    Why it matters: readers of the headline take as settled what the report leaves open.

    Compares a headline that names no source with the claims of the body that have half of its
    words. Says nothing when the body asserts it too, in its own voice or by a claim that nobody
    answers.
    """
    claims = {claim.id: claim for claim in layers.of(Claim)}
    answered: dict[str | None, Claim] = {
        c.answers: c for c in claims.values() if c.answers and c.act in _CONTRARY
    }
    for head in (c for c in claims.values() if _asserts(c)):
        same = [
            claims[e.claim]
            for e in layers.of(Echo)
            if e.span == head.span and e.shared >= _ENOUGH and claims[e.claim].act not in _CONTRARY
        ]
        near = [
            claims[e.claim] for e in layers.of(Echo) if e.span == head.span and e.shared >= _MOST
        ]
        if found := _answered(same, answered) or _hedged(near):
            claim, ground, why = found
            yield (
                f"the headline says {doc.quote(head.span)!r}; in the body this is "
                f"{_source(doc, claim)}, and {why} ({doc.quote(ground)!r})",
                (head.span, ground),
                {"body": claim.status, "why": why},
            )


def _asserts(claim: Claim) -> bool:
    """Whether it is an unhedged statement in the outlet's own voice."""
    return not (
        claim.source
        or claim.cue
        or claim.negated
        or claim.future
        or claim.conditional
        or claim.certainty is not Certainty.CERTAIN
    )


def _answered(
    same: Sequence[Claim], answered: dict[str | None, Claim]
) -> tuple[Claim, Span, str] | None:
    """The claim that is denied or not confirmed, where every such claim is."""
    if not same or not all(claim.id in answered for claim in same):
        return None
    contrary = answered[same[0].id]
    ground = contrary.cue[0] if contrary.cue else contrary.content[0]
    return (
        same[0],
        ground,
        f"another {'denies' if contrary.act is Act.DENY else 'does not confirm'} it",
    )


def _hedged(same: Sequence[Claim]) -> tuple[Claim, Span, str] | None:
    """The hedged claim, where every claim with the headline's words is hedged."""
    if not same or not all(claim.certainty in _HEDGED for claim in same):
        return None
    grounds = [span for field, span in same[0].grounds if field in ("status", "certainty")]
    return same[0], (grounds or list(same[0].content))[0], "it is told as possible"


def _source(doc: Document, claim: Claim) -> str:
    return (
        f"a claim of {doc.quote(claim.source[0])!r}" if claim.source else "the outlet's own words"
    )
