"""
The article cut into pieces, each of which stands in the same claims, times, places and evidence.

Spans overlap as they like; HTML elements may not. So the text is cut wherever any of them begins
or ends, and pieces of one time or place are put back together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, groupby, pairwise
from typing import Any, TypeVar

from dateline.core.record import Pair, Record, RecordBlock, RecordClaim

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A run of words; numbers count from 1 as people see them.

    `claims` is narrowest first. `closing` and `flags` are the claims and findings whose words end
    here, `opening` the claims whose words begin here: where a link from a card arrives.
    """

    text: str
    claims: tuple[int, ...] = ()
    source: bool = False
    quoted: bool = False
    evidence: tuple[int, ...] = ()
    frame: str = ""
    opening: tuple[int, ...] = ()
    closing: tuple[int, ...] = ()
    flags: tuple[int, ...] = ()
    evidence_opening: tuple[Pair, ...] = ()
    """(finding, which of its words), both from 1: the words of a finding that begin here."""


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that make up one time or place expression, or none."""

    pieces: tuple[Piece, ...]
    time: int = 0
    place: int = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """One block: its role, its runs, and the claims whose words begin in it."""

    role: str
    runs: tuple[Run, ...]
    claims: tuple[int, ...]

    @property
    def characters(self) -> int:
        """Code points of its words."""
        return sum(len(piece.text) for run in self.runs for piece in run.pieces)


@dataclass(frozen=True, slots=True)
class _Spans:
    """Every span of the record by kind, with the number that people see."""

    claims: tuple[tuple[int, Pair], ...]
    sources: tuple[tuple[int, Pair], ...]
    times: tuple[tuple[int, Pair], ...]
    places: tuple[tuple[int, Pair], ...]
    quotations: tuple[tuple[int, Pair], ...]
    evidence: tuple[tuple[int, Pair], ...]
    frames: tuple[tuple[int, Pair], ...]
    first: Mapping[int, int] = field(default_factory=dict)
    opening: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Where claims begin, with their numbers: looked up for each piece, not searched for."""
    closing: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    evidence_opening: Mapping[int, tuple[Pair, ...]] = field(default_factory=dict)

    def within(self, start: int, end: int) -> _Spans:
        """Those that touch the block, so that a long article is not searched for each piece."""

        def touching(spans: tuple[tuple[int, Pair], ...]) -> tuple[tuple[int, Pair], ...]:
            return tuple(item for item in spans if item[1][0] < end and start < item[1][1])

        layers: dict[str, Any] = {name: touching(getattr(self, name)) for name in _LAYERS}
        return replace(self, **layers)

    def cuts(self, start: int, end: int) -> list[int]:
        every = chain.from_iterable(getattr(self, name) for name in _LAYERS)
        inside = {at for _, pair in every for at in pair if start < at < end}
        return sorted({start, end, *inside})


_LAYERS = ("claims", "sources", "times", "places", "quotations", "evidence", "frames")


def marked(record: Record) -> tuple[Marked, ...]:
    """Every block in text order; text between blocks is white space and is left out."""
    spans = _spans(record)
    return tuple(
        _marked(record, block, spans.within(block.start, block.end)) for block in _blocks(record)
    )


def _blocks(record: Record) -> Iterable[RecordBlock]:
    """The blocks; one of the whole text where the page was not taken apart."""
    if record.document.blocks or not record.document.text:
        return record.document.blocks
    return (RecordBlock(role="body", start=0, end=len(record.document.text)),)


def _spans(record: Record) -> _Spans:
    first = {n: min(p[0] for p in c.content) for n, c in _with_content(record)}
    last = {n: max(p[1] for p in c.content) for n, c in _with_content(record)}
    claims = tuple((n, p) for n, c in enumerate(record.claims, 1) for p in c.content)
    return _Spans(
        claims=tuple(sorted(claims, key=lambda item: (_length(item[1]), item[0]))),
        sources=tuple((n, p) for n, c in enumerate(record.claims, 1) for p in c.source),
        times=_numbered((t.start, t.end) for t in record.times),
        places=_numbered((p.start, p.end) for p in record.places),
        quotations=_numbered((q.start, q.end) for q in record.quotations if not q.scare),
        evidence=tuple((n, p) for n, f in enumerate(record.findings, 1) for p in f.evidence),
        frames=_numbered((f.start, f.end) for f in record.frames),
        first=first,
        opening=_by_place((at, n) for n, at in first.items()),
        closing=_by_place((at, n) for n, at in last.items()),
        evidence_opening=_by_place(
            (p[0], (n, i))
            for n, finding in enumerate(record.findings, 1)
            for i, p in enumerate(finding.evidence, 1)
        ),
    )


def _by_place(items: Iterable[tuple[int, T]]) -> dict[int, tuple[T, ...]]:
    """What stands at each offset, in the order given."""
    found: dict[int, list[T]] = {}
    for at, item in items:
        found.setdefault(at, []).append(item)
    return {at: tuple(same) for at, same in found.items()}


def _with_content(record: Record) -> Iterator[tuple[int, RecordClaim]]:
    return ((n, claim) for n, claim in enumerate(record.claims, 1) if claim.content)


def _numbered(pairs: Iterable[Pair]) -> tuple[tuple[int, Pair], ...]:
    return tuple(enumerate(pairs, 1))


def _length(pair: Pair) -> int:
    return pair[1] - pair[0]


def _marked(record: Record, block: RecordBlock, spans: _Spans) -> Marked:
    cuts = spans.cuts(block.start, block.end)
    pieces = [
        (*_link(spans, start), _piece(record, (start, end), spans)) for start, end in pairwise(cuts)
    ]
    runs = tuple(
        Run(tuple(piece for *_, piece in same), time=time, place=place)
        for (time, place), same in groupby(pieces, key=lambda item: item[:2])
    )
    begin = tuple(n for n, at in sorted(spans.first.items()) if block.start <= at < block.end)
    return Marked(block.role, runs, tuple(sorted(begin, key=lambda n: (spans.first[n], n))))


def _link(spans: _Spans, at: int) -> tuple[int, int]:
    """The time or place that the words belong to; a place inside a time ("Kyiv time") yields."""
    time = _over(spans.times, at)
    return time, 0 if time else _over(spans.places, at)


def _piece(record: Record, pair: Pair, spans: _Spans) -> Piece:
    start, end = pair
    frame = _over(spans.frames, start)
    return Piece(
        text=record.document.text[start:end],
        claims=tuple(dict.fromkeys(_all_over(spans.claims, start))),
        source=bool(_over(spans.sources, start)),
        quoted=bool(_over(spans.quotations, start)),
        evidence=tuple(dict.fromkeys(_all_over(spans.evidence, start))),
        frame=record.frames[frame - 1].frame if frame else "",
        opening=spans.opening.get(start, ()),
        closing=spans.closing.get(end, ()),
        flags=tuple(dict.fromkeys(n for n, p in spans.evidence if p[1] == end)),
        evidence_opening=spans.evidence_opening.get(start, ()),
    )


def _all_over(spans: tuple[tuple[int, Pair], ...], at: int) -> Iterator[int]:
    return (number for number, pair in spans if pair[0] <= at < pair[1])


def _over(spans: tuple[tuple[int, Pair], ...], at: int) -> int:
    return next(_all_over(spans, at), 0)
