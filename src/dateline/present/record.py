"""Lay items and findings out as the public record (design: the record other programs read)."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.core.claim import Claim
from dateline.core.document import Document
from dateline.core.finding import Finding
from dateline.core.happened import Counted, Deed
from dateline.core.layers import Layers
from dateline.core.mentions import Frame, Quotation
from dateline.core.record import (
    Pair,
    Record,
    RecordBlock,
    RecordClaim,
    RecordDocument,
    RecordFinding,
    RecordFrame,
    RecordGround,
    RecordPlace,
    RecordQuotation,
    RecordSpeaker,
    RecordTime,
)
from dateline.core.span import Span
from dateline.core.values import Dated, Located, Speaker
from dateline.present.happened import events_of, quantities_of


def record(
    doc: Document,
    layers: Layers,
    findings: tuple[Finding, ...],
    *,
    version: str,
    notes: tuple[str, ...] = (),
) -> Record:
    """The record of one document; `version` is that of dateline."""
    places = layers.of(Located)
    place_at = {place.span: at for at, place in enumerate(places)}
    time_at = {time.span: at for at, time in enumerate(layers.of(Dated))}
    events = events_of(layers.of(Deed), place_at, time_at)
    quantities = quantities_of(layers.of(Counted))
    claims = layers.of(Claim)
    return Record(
        id=doc.id,
        dateline=version,
        document=_document(doc),
        times=tuple(map(_time, layers.of(Dated))),
        places=tuple(map(_place, places)),
        claims=tuple(
            replace(
                _claim(claim, place_at),
                events=events.get(claim.id, ()),
                quantities=quantities.get(claim.id, ()),
            )
            for claim in claims
        ),
        frames=tuple(_frame(frame, claims) for frame in layers.of(Frame)),
        findings=tuple(map(_finding, findings)),
        quotations=tuple(map(_quotation, layers.of(Quotation))),
        notes=(*doc.notes, *notes),
    )


def _pairs(spans: tuple[Span, ...]) -> tuple[Pair, ...]:
    return tuple((span.start, span.end) for span in spans)


def _document(doc: Document) -> RecordDocument:
    facts = {
        "title": doc.title,
        "byline": doc.byline,
        "outlet": doc.outlet,
        "published": doc.published,
    }
    how = {name: fact.how for name, fact in facts.items() if fact} | {"lang": doc.lang_how}
    return RecordDocument(
        text=doc.text,
        lang=doc.lang,
        title=doc.title.value if doc.title else None,
        byline=doc.byline.value if doc.byline else None,
        outlet=doc.outlet.value if doc.outlet else None,
        published=doc.published.value if doc.published else None,
        url=doc.url,
        blocks=tuple(
            RecordBlock(role=block.role, start=block.span.start, end=block.span.end)
            for block in doc.blocks
        ),
        how=how,
    )


def _time(item: Dated) -> RecordTime:
    return RecordTime(
        start=item.span.start,
        end=item.span.end,
        type=item.type,
        value=item.value,
        mod=item.mod,
        earliest=item.earliest,
        latest=item.latest,
        zone=item.zone,
        utc=item.utc,
        reason=item.reason,
        anchor=(item.anchor.start, item.anchor.end) if item.anchor else None,
        granularity=item.granularity,
        edtf=item.edtf,
        candidates=item.candidates,
    )


def _place(item: Located) -> RecordPlace:
    return RecordPlace(
        start=item.span.start,
        end=item.span.end,
        role=item.role,
        name=item.name,
        id=item.id,
        kind=item.place_kind,
        iso3166_2=item.iso3166_2,
        country=item.country,
        within=item.within,
        precision=item.precision,
        lat=item.lat,
        lon=item.lon,
        bbox=item.bbox,
        reason=item.reason,
        radius_km=item.radius_km,
        candidates=item.candidates if item.id is None else (),
    )


def _claim(item: Claim, place_at: dict[Span, int]) -> RecordClaim:
    return RecordClaim(
        id=item.id,
        content=_pairs(item.content),
        source=_pairs(item.source),
        cue=_pairs(item.cue),
        speaker=_speaker(item.speaker) if item.speaker else None,
        chain=item.chain,
        status=item.status,
        attribution=item.voice,
        certainty=item.certainty,
        negated=item.negated,
        future=item.future,
        said=item.said,
        happened=item.happened,
        place=place_at.get(item.place) if item.place else None,
        answers=item.answers,
        grounds=tuple(
            RecordGround(field=field, start=span.start, end=span.end)
            for field, span in item.grounds
        ),
    )


def _speaker(speaker: Speaker) -> RecordSpeaker:
    return RecordSpeaker(
        name=speaker.name, role=speaker.role, named=speaker.named, side=speaker.side
    )


def _frame(item: Frame, claims: tuple[Claim, ...]) -> RecordFrame:
    """By the narrowest attributed claim whose content holds the words, else by the outlet."""
    holding = [
        (len(piece), claim.id)
        for claim in claims
        for piece in claim.content
        if claim.cue or claim.source
        if piece.covers(item.span)
    ]
    by = min(holding)[1] if holding else "outlet"
    return RecordFrame(start=item.span.start, end=item.span.end, frame=item.frame, by=by)


def _quotation(item: Quotation) -> RecordQuotation:
    return RecordQuotation(
        start=item.span.start,
        end=item.span.end,
        depth=item.depth,
        closed=item.closed,
        scare=item.scare,
    )


def _finding(item: Finding) -> RecordFinding:
    return RecordFinding(
        code=item.code,
        name=item.name,
        severity=item.severity,
        message=item.message,
        evidence=_pairs(item.evidence),
        computed=dict(item.computed),
    )
