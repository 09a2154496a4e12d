"""S001: what reads like several sources is one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dateline.core.agreements import Recording
from dateline.core.claim import Claim
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.mentions import Name, NameKind, Sentence
from dateline.core.parts import Observation, checker
from dateline.core.span import Span

_NEAR = 2
"""Sentences within which a recording that is named again is the same recording."""

_OPENING = 4
"""Code points before a recording that sets the scene of its sentence: a preposition."""


@checker("S001", severity=Severity.NOTE, reads=(Claim, Name, Recording, Sentence))
def shared_origin(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    Claims that the report gives to different sources go back to one origin.

    Why it matters: two channels that carry the same recording or the same speaker do not confirm
    each other, and a reader who counts sources counts them twice.

    The origin is the head of a claim's chain, or a recording that one claim rests on and whose
    speakers are quoted in the next sentences. Says nothing of a speaker who is simply quoted more
    than once: one of the claims has to come through a recording.
    """
    found = list(_by_chain(doc, layers)) or list(_by_recording(doc, layers))
    yield from found


def _by_chain(doc: Document, layers: Layers) -> Iterator[Observation]:
    by_origin: dict[str, list[Claim]] = {}
    told = [piece for claim in layers.of(Claim) for piece in claim.content]
    for claim in layers.of(Claim):
        nested = any(piece.covers(span) for piece in told for span in claim.source)
        if claim.chain and claim.source and not nested:
            by_origin.setdefault(claim.chain[0].casefold(), []).append(claim)
    for claims in by_origin.values():
        sources = _told_apart(doc, claims)
        speakers = {claim.speaker.name.casefold() for claim in claims if claim.speaker}
        if len(sources) > 1 and len(speakers) > 1 and _is_recorded(layers, sources):
            yield _observation(doc, sources, claims[0].chain[0], len(claims))


def _is_recorded(layers: Layers, sources: tuple[Span, ...]) -> bool:
    """Whether a recording is the source of one of the claims, and not of all."""
    recordings = [item.span for item in layers.of(Recording)]
    through = [any(source.overlaps(r) for r in recordings) for source in sources]
    return any(through) and not all(through)


def _by_recording(doc: Document, layers: Layers) -> Iterator[Observation]:
    """A claim that rests on a recording, and what is said within it in the sentences after."""
    homes = [s.span for s in layers.of(Sentence)]
    footage = [
        n.span
        for n in layers.of(Name)
        if n.type is NameKind.FOOTAGE and any(n.span.overlaps(r.span) for r in layers.of(Recording))
    ]
    claims = [c for c in layers.of(Claim) if c.source]
    for first, second in pairwise(footage):
        shown = [c for c in claims if c.source[0].overlaps(first)]
        apart = _home(homes, second) - _home(homes, first)
        within = [
            c
            for c in claims
            if not c.source[0].overlaps(second) and second.end <= c.source[0].start
            if _home(homes, c.source[0]) == _home(homes, second)
        ]
        if shown and within and 0 < apart <= _NEAR and _opens(homes, second):
            sources = _told_apart(doc, [*shown, *within])
            yield _observation(doc, sources, doc.quote(first), len(shown) + len(within))
            return


def _observation(doc: Document, sources: tuple[Span, ...], origin: str, claims: int) -> Observation:
    named = " and ".join(repr(doc.quote(span)) for span in sources[:2])
    return (
        f"{claims} claims, given to {named}, rest on one origin: {origin}",
        sources,
        {"origin": origin, "claims": claims, "sources": len(sources)},
    )


def _home(homes: list[Span], span: Span) -> int:
    """The number of the sentence that `span` starts in; far away where it is in none."""
    return next((at for at, home in enumerate(homes) if home.covers(span)), -_NEAR - 1)


def _opens(homes: list[Span], span: Span) -> bool:
    """Whether it opens its sentence: a setting for what follows ("In the footage, ...")."""
    return any(home.covers(span) and span.start - home.start <= _OPENING for home in homes)


def _told_apart(doc: Document, claims: list[Claim]) -> tuple[Span, ...]:
    """The first place of each different wording of the source."""
    first: dict[str, Span] = {}
    for claim in claims:
        first.setdefault(doc.quote(claim.source[0]).casefold(), claim.source[0])
    return tuple(sorted(first.values()))
