"""S001: what reads like several sources is one."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.claim import Claim
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker
from dateline.core.span import Span


@checker("S001", severity=Severity.NOTE, reads=(Claim,))
def shared_origin(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    Claims that the report gives to different sources go back to one origin.

    Why it matters: two channels that carry the same recording or the same speaker do not confirm
    each other, and a reader who counts sources counts them twice.

    The origin is the head of a claim's chain. Says nothing of a speaker who is simply quoted more
    than once: one of the claims has to come through a channel.
    """
    by_origin: dict[str, list[Claim]] = {}
    for claim in layers.of(Claim):
        if claim.chain and claim.source:
            by_origin.setdefault(claim.chain[0].casefold(), []).append(claim)
    for claims in by_origin.values():
        sources = _told_apart(doc, claims)
        if len(sources) > 1 and any(len(claim.chain) > 1 for claim in claims):
            origin = claims[0].chain[0]
            named = " and ".join(repr(doc.quote(span)) for span in sources[:2])
            yield (
                f"{len(claims)} claims, given to {named}, rest on one origin: {origin}",
                sources,
                {"origin": origin, "claims": len(claims), "sources": len(sources)},
            )


def _told_apart(doc: Document, claims: list[Claim]) -> tuple[Span, ...]:
    """The first place of each different wording of the source."""
    first: dict[str, Span] = {}
    for claim in claims:
        first.setdefault(doc.quote(claim.source[0]).casefold(), claim.source[0])
    return tuple(sorted(first.values()))
