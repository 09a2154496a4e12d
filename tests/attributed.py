"""Read attributions out of a few paragraphs: only the parts of the pipeline that they need."""

from __future__ import annotations

from build import document

from dateline.annotate.cue import cue
from dateline.annotate.name import name
from dateline.annotate.quotation import quotation
from dateline.annotate.timex import timex
from dateline.claim.assemble import claims
from dateline.core.claim import Claim
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.values import Identified
from dateline.read.sentences import sentences
from dateline.resolve.actors import actors
from dateline.resolve.bounds import bounds
from dateline.resolve.dates import dates

PARTS = (sentences, quotation, timex, name, cue, bounds, dates, actors, claims)


def read(
    *paragraphs: str, lang: str = "en", published: str | None = None, headline: str = ""
) -> tuple[Document, Layers]:
    """The document of the paragraphs, and all that leads to its claims."""
    doc = document(*paragraphs, lang=lang, published=published, headline=headline)
    layers = Layers()
    for part in PARTS:
        layers |= Layers(part.annotate(doc, layers))
    return doc, layers


def attributed(*paragraphs: str, lang: str = "en", published: str | None = None) -> list[Claim]:
    """The claims that have a source or a cue, in text order."""
    _, layers = read(*paragraphs, lang=lang, published=published)
    return [claim for claim in layers.of(Claim) if claim.source or claim.cue]


def told(*paragraphs: str, lang: str = "en") -> list[str]:
    """`source | cue | content` of each attribution, pieces parted by ` + `."""
    doc, layers = read(*paragraphs, lang=lang)
    return [
        " | ".join(
            " + ".join(doc.quote(span) for span in spans)
            for spans in (claim.source, claim.cue, claim.content)
        )
        for claim in layers.of(Claim)
        if claim.source or claim.cue
    ]


def speakers(*paragraphs: str, lang: str = "en") -> dict[str, str]:
    """Each identified phrase and the name of who it is, later mentions winning."""
    doc, layers = read(*paragraphs, lang=lang)
    return {doc.quote(item.span): item.speaker.name for item in layers.of(Identified)}
