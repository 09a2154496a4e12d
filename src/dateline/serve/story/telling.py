"""
One story as lines: each claim once, the copies that repeat it folded in, what it answers.

Whether two claims agree was decided in `link`; what people decided is laid on elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection

from dateline.core.event import Answers, ClaimRef, Contradicts
from dateline.core.kept import Kept
from dateline.core.record import RecordClaim, RecordPlace, RecordTime
from dateline.present.export.rows import happened
from dateline.present.words import words_of
from dateline.serve.story.moments import Stretch, stretch
from dateline.store.read import one
from dateline.store.story import Story, story
from dateline.world.fold import fold

_DOUBTED = frozenset({"denied", "not_confirmed", "unverified"})


class Repeat(Struct, frozen=True, kw_only=True):
    """Another report that carries the same words and goes back to the same origin."""

    document: str
    claim: str
    outlet: str
    published: str | None


class Line(Struct, frozen=True, kw_only=True):
    """One claim of a story; `number` counts from 1 in the order in which the story is told."""

    number: int
    claim: RecordClaim
    kept: Kept
    words: str
    origin: int
    """Counts from 1; 0 where the report belongs to no origin of the event."""
    time: RecordTime | None
    happened: Stretch | None
    said: Stretch | None
    """When it was said or, where the report does not tell, when it was published."""
    place: RecordPlace | None
    central: bool
    """Whether it is one of the claims that make the event, or answers one of them."""
    repeats: tuple[Repeat, ...] = ()
    answers: tuple[int, ...] = ()
    """Numbers of the lines that it denies or does not confirm."""

    @property
    def ref(self) -> ClaimRef:
        return ClaimRef(self.kept.key, self.claim.id)

    @property
    def outlet(self) -> str:
        return outlet_of(self.kept)


class Dispute(Struct, frozen=True, kw_only=True):
    """Two lines that cannot both hold, or a later figure that moves an earlier one on."""

    a: int
    b: int
    update: bool
    differ: tuple[tuple[str, str, str], ...]
    """(slot, words of a, words of b)."""


class Telling(Struct, frozen=True, kw_only=True):
    """A story with its reports read again, ready to be drawn."""

    story: Story
    reports: tuple[Kept, ...]
    lines: tuple[Line, ...]
    disputes: tuple[Dispute, ...]

    @property
    def permalink(self) -> str:
        """An id that stays when the story grows: that of its first claim, else its own."""
        event = self.story.event
        return event.claims[0].claim if event else self.story.id

    @property
    def central(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.central)


def telling(connection: Connection, named: str) -> Telling:
    """
    The story of an event, a claim, a document or an address, as lines in order of time.

    Raises:
        UsageError: nothing in the archive is called so.
    """
    found = story(connection, named)
    reports = tuple(one(connection, report.id) for report in found.reports)
    origin = {key: n for n, each in enumerate(found.origins, 1) for key in each.documents}
    folded = _folded(reports, origin)
    asked = _wanted(found, reports)
    drafts = sorted((_draft(group, origin, asked) for group in folded), key=_order)
    numbered = [replace(line, number=number) for number, line in enumerate(drafts, 1)]
    at = {ref: line.number for line in numbered for ref in _refs(line)}
    lines = tuple(_answering(line, found, at) for line in numbered)
    return Telling(
        story=found,
        reports=reports,
        lines=lines,
        disputes=tuple(_disputes(found, at)),
    )


def outlet_of(kept: Kept) -> str:
    """The outlet's name; else the host of its address; else what the caller called it."""
    document = kept.record.document
    if document.outlet:
        return document.outlet
    if kept.address:
        return kept.address.split("/")[2] if "//" in kept.address else kept.address
    return kept.given or kept.capture.container or kept.key


def _folded(
    reports: Iterable[Kept], origin: dict[str, int]
) -> list[list[tuple[Kept, RecordClaim]]]:
    """Claims in the same words from the same origin stand together, the first report first."""
    groups: dict[tuple[int | str, str], list[tuple[Kept, RecordClaim]]] = {}
    for kept in reports:
        for claim in kept.record.claims:
            words = fold(words_of(kept.record, claim))
            key = (origin.get(kept.key, kept.key), words)
            groups.setdefault(key, []).append((kept, claim))
    return list(groups.values())


def _wanted(found: Story, reports: Iterable[Kept]) -> set[ClaimRef]:
    """The claims of the event, and those that answer one or doubt something beside them."""
    if found.event is None:
        return {ClaimRef(kept.key, claim.id) for kept in reports for claim in kept.record.claims}
    inside = set(found.event.claims)
    for kept in reports:
        for claim in kept.record.claims:
            answered = claim.answers and ClaimRef(kept.key, claim.answers) in inside
            if answered or claim.status in _DOUBTED:
                inside.add(ClaimRef(kept.key, claim.id))
    inside.update(link.a for link in found.links if isinstance(link, Answers))
    return inside


def _draft(
    group: list[tuple[Kept, RecordClaim]], origin: dict[str, int], asked: set[ClaimRef]
) -> Line:
    kept, claim = group[0]
    time = happened(kept, claim)
    record = kept.record
    return Line(
        number=0,
        claim=claim,
        kept=kept,
        words=words_of(record, claim),
        origin=origin.get(kept.key, 0),
        time=time,
        happened=stretch(time.earliest, time.latest) if time else None,
        said=stretch(claim.said, claim.said)
        or stretch(record.document.published, record.document.published),
        place=record.places[claim.place] if claim.place is not None else None,
        central=any(ClaimRef(each.key, other.id) in asked for each, other in group),
        repeats=tuple(
            Repeat(
                document=each.key,
                claim=other.id,
                outlet=outlet_of(each),
                published=each.record.document.published,
            )
            for each, other in group[1:]
        ),
    )


def _order(line: Line) -> tuple[float, float, str, int]:
    first = line.happened or line.said
    published = line.said
    return (
        first.start if first else float("inf"),
        published.start if published else float("inf"),
        line.kept.key,
        line.claim.content[0][0] if line.claim.content else 0,
    )


def _refs(line: Line) -> Iterator[ClaimRef]:
    yield line.ref
    for repeat in line.repeats:
        yield ClaimRef(repeat.document, repeat.claim)


def _answering(line: Line, found: Story, at: dict[ClaimRef, int]) -> Line:
    own = set(_refs(line))
    answered = {ClaimRef(line.kept.key, line.claim.answers)} if line.claim.answers else set()
    answered |= {link.b for link in found.links if isinstance(link, Answers) and link.a in own}
    numbers = {at[ref] for ref in answered if ref in at} - {line.number}
    return replace(line, answers=tuple(sorted(numbers)))


def _disputes(found: Story, at: dict[ClaimRef, int]) -> Iterator[Dispute]:
    seen: set[tuple[int, int]] = set()
    for link in found.links:
        if not isinstance(link, Contradicts) or not {link.a, link.b} <= set(at):
            continue
        ends = (at[link.a], at[link.b])
        if ends[0] != ends[1] and tuple(sorted(ends)) not in seen:
            seen.add((min(ends), max(ends)))
            yield Dispute(
                a=ends[0],
                b=ends[1],
                update=link.update,
                differ=tuple((each.slot.value, each.a, each.b) for each in link.differ),
            )
