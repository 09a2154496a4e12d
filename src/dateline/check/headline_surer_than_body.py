"""A001: the headline asserts what the body only reports, and somebody denies or doubts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.core.agreements import Echo
from dateline.core.claim import Certainty, Claim
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.mentions import Act, Cue
from dateline.core.parts import Observation, checker
from dateline.core.span import Span

_ENOUGH, _MOST = 0.5, 0.67
_SHORT = 120
"""Code points of a claim in which a hedge is of the whole and not of some clause."""
_REACH = 250
"""Code points after a claim within which a denial is of it."""
_CONTRARY = (Act.DENY, Act.NOT_CONFIRM, Act.UNVERIFIED, Act.DECLINE)
_HEDGED = (Certainty.POSSIBLE, Certainty.PROBABLE)


@checker("A001", severity=Severity.NOTE, reads=(Echo, Claim, Cue))
def headline_surer_than_body(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    The headline says in the outlet's own voice what the body gives as somebody's claim that another
    denies or does not confirm, or as no more than possible.

    Why it matters: readers of the headline take as settled what the report leaves open.

    Compares a headline that names no source with the claims of the body that have half of its
    words. Says nothing when the body asserts it too, in its own voice, or when nobody denies it
    or leaves it unconfirmed within the next sentences.
    """
    claims = {claim.id: claim for claim in layers.of(Claim)}
    for head in sorted({echo.span for echo in layers.of(Echo)}):
        echoes = [e for e in layers.of(Echo) if e.span == head]
        same = [claims[e.claim] for e in echoes if e.shared >= _ENOUGH]
        same = [c for c in same if c.act not in _CONTRARY]
        near = [claims[e.claim] for e in echoes if e.shared >= _MOST]
        near = near if all(len(c.span) <= _SHORT for c in near) else []
        if found := _answered(layers, same) or _hedged(near):
            claim, ground, why = found
            yield (
                f"the headline says {doc.quote(head)!r}; in the body this is "
                f"{_source(doc, claim)}, and {why} ({doc.quote(ground)!r})",
                (head, ground),
                {"body": claim.status, "why": why},
            )


def _answered(layers: Layers, same: Sequence[Claim]) -> tuple[Claim, Span, str] | None:
    """The claim that is denied or not confirmed right after, where all of them are sources'."""
    if not same or not all(claim.source for claim in same):
        return None
    for cue in layers.of(Cue):
        near = [c for c in same if 0 < cue.span.start - c.span.end <= _REACH]
        if cue.act in _CONTRARY and near:
            why = "denies" if cue.act is Act.DENY else "does not confirm"
            return near[0], cue.span, f"another {why} it"
    return None


def _hedged(same: Sequence[Claim]) -> tuple[Claim, Span, str] | None:
    """The hedged claim, where every claim with the headline's words is hedged."""
    if not same or not all(claim.source and claim.certainty in _HEDGED for claim in same):
        return None
    grounds = [span for field, span in same[0].grounds if field in ("status", "certainty")]
    return same[0], (grounds or list(same[0].content))[0], "it is told as possible"


def _source(doc: Document, claim: Claim) -> str:
    return (
        f"a claim of {doc.quote(claim.source[0])!r}" if claim.source else "the outlet's own words"
    )
