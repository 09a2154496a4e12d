"""Contested terms in the reports of a story: which voice used which one, when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.core.kept import Kept
from dateline.core.record import RecordClaim, RecordFrame
from dateline.serve.story.axis import WIDTH, Axis, axis
from dateline.serve.story.moments import Stretch, stretch
from dateline.serve.story.telling import outlet_of

_EDGE = 8.0


class Use(Struct, frozen=True, kw_only=True):
    """One use of a term: `voice` is a speaker, or the outlet where `own` says so."""

    frame: str
    words: str
    voice: str
    own: bool
    side: str
    published: str | None
    at: Stretch | None
    document: str
    outlet: str
    x: float | None = None
    first: bool = False
    """The earliest use of this term in the story that has a date."""


class FrameLine(Struct, frozen=True, kw_only=True):
    """One term and its uses in order of time, the undated ones last."""

    frame: str
    uses: tuple[Use, ...]


class Frames(Struct, frozen=True, kw_only=True):
    """All terms, the most used first; `axis` is None where no report has a date."""

    axis: Axis | None
    frames: tuple[FrameLine, ...]


def frames(reports: Sequence[Kept]) -> Frames:
    """Every use of a contested term in these reports along one axis of publication."""
    uses = [use for kept in reports for use in _uses(kept)]
    along = axis([use.at for use in uses if use.at])
    by_frame: dict[str, list[Use]] = {}
    for use in sorted(uses, key=_order):
        by_frame.setdefault(use.frame, []).append(use)
    lines = [_line(name, mine, along) for name, mine in by_frame.items()]
    ordered = sorted(lines, key=lambda line: (-len(line.uses), line.frame))
    return Frames(axis=along, frames=tuple(ordered))


def _uses(kept: Kept) -> Iterator[Use]:
    claims = {claim.id: claim for claim in kept.record.claims}
    document = kept.record.document
    for found in kept.record.frames:
        voice, own, side = _voice(kept, found, claims)
        yield Use(
            frame=found.frame,
            words=document.text[found.start : found.end],
            voice=voice,
            own=own,
            side=side,
            published=document.published,
            at=stretch(document.published, document.published),
            document=kept.key,
            outlet=outlet_of(kept),
        )


def _voice(kept: Kept, found: RecordFrame, claims: dict[str, RecordClaim]) -> tuple[str, bool, str]:
    speaker = claims[found.by].speaker if found.by in claims else None
    if speaker is None:
        return outlet_of(kept), True, "media"
    return speaker.name, False, speaker.side


def _order(use: Use) -> tuple[float, str, str]:
    return (use.at.start if use.at else float("inf"), use.document, use.words)


def _line(name: str, uses: Sequence[Use], along: Axis | None) -> FrameLine:
    placed = [_placed(use, along, first=n == 0) for n, use in enumerate(uses)]
    return FrameLine(frame=name, uses=tuple(placed))


def _placed(use: Use, along: Axis | None, *, first: bool) -> Use:
    if along is None or use.at is None:
        return use
    x = max(_EDGE, min(WIDTH - _EDGE, along.x(use.at.start)))
    return replace(use, x=round(x, 1), first=first)
