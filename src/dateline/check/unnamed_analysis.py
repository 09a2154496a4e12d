"""S002: an analysis that nobody puts a name to."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.claim import Claim
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.mentions import Unnamed
from dateline.core.parts import Observation, checker


@checker("S002", severity=Severity.NOTE, reads=(Claim, Unnamed))
def unnamed_analysis(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    An analysis rests on experts whom the report does not name.

    Why it matters: a forecast or an explanation can be weighed only by who gives it.

    Speaks of experts and analysts, not of officials or witnesses, whom a newsroom may have reason
    not to name, nor of the authors of a study.
    """
    groups = [item.span for item in layers.of(Unnamed)]
    unnamed = [
        claim
        for claim in layers.of(Claim)
        if claim.source and claim.speaker and not claim.speaker.named
        if any(claim.source[0].covers(group) for group in groups)
    ]
    if unnamed:
        first = unnamed[0]
        words = doc.quote(first.source[0])
        yield (
            f"{words!r} are not named, and carry {len(unnamed)} "
            f"{'claim' if len(unnamed) == 1 else 'claims'} of this report",
            tuple(claim.source[0] for claim in unnamed),
            {"claims": len(unnamed), "source": words},
        )
