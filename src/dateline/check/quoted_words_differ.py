"""Q002: one utterance, quoted twice in different words."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import Requoted
from dateline.core.claim import Claim
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker
from dateline.core.span import Span


@checker("Q002", severity=Severity.NOTE, reads=(Requoted, Claim))
def quoted_words_differ(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    Two quotations of one report run parallel, and differ in a word that carries meaning.

    Why it matters: a quotation is somebody's exact words; both cannot be.

    Compares quotations of six words or more. Two speakers, a shortened quotation, and one whose
    words only change their endings, are left alone.
    """
    claims = [c for c in layers.of(Claim) if c.speaker and c.speaker.named]
    for item in layers.of(Requoted):
        if item.nearest and item.changed and not _two_speakers(claims, item.span, item.nearest):
            here, there = item.changed[0]
            yield (
                f"quotes {doc.quote(item.span)!r} and {doc.quote(item.nearest)!r}: "
                f"{here or 'nothing'!r} stands for {there or 'nothing'!r}",
                (item.span, item.nearest),
                {"here": here, "there": there},
            )


def _two_speakers(claims: list[Claim], here: Span, there: Span) -> bool:
    """Whether the report gives the two to two named speakers."""
    mine, theirs = (
        {c.speaker.name for c in claims if c.speaker and any(p.overlaps(span) for p in c.content)}
        for span in (here, there)
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)
