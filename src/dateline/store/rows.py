"""
One document as the rows it becomes: a pure function of its capture, its words and its record.

Made where the document is read, so that the one writer only writes; made again by `verify`, which
compares. What the rows are asked is the business of `search` and `story`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from msgspec import Struct
from msgspec.json import encode

from dateline.core.capture import Capture, digest
from dateline.core.ids import content_id
from dateline.core.record import Record, RecordClaim, RecordPlace
from dateline.store.pack import pack
from dateline.world.fold import fold
from dateline.world.romanise import loose, rewritten

Row = dict[str, Any]


class Drawn(Struct, frozen=True, kw_only=True):
    """What is drawn from a record; rows lack only the number of their document."""

    claims: tuple[Row, ...]
    places: tuple[Row, ...]
    areas: tuple[Row, ...]
    frames: tuple[Row, ...]
    findings: tuple[Row, ...]


class Prepared(Struct, frozen=True, kw_only=True):
    """Everything that one document adds to an archive."""

    key: str
    capture: str
    """A Capture as JSON."""
    sha256: str
    content: bytes
    """Packed."""
    document: Row
    folded: str
    record: str
    """The id of the record."""
    record_sha256: str
    record_packed: bytes
    gist: bytes
    """Packed."""
    gist_sha256: str
    drawn: Drawn
    notes: tuple[str, ...] = ()


def document_key(sha256: str, url: str | None) -> str:
    """The id of a document in any archive: made from its bytes and where they were found."""
    return content_id("doc", sha256, address_of(url))


def address_of(url: str | None) -> str | None:
    """An address as versions share it: without fragment, host in lower case, no default port."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
        default = {"http": 80, "https": 443}.get(parts.scheme)
        port = f":{parts.port}" if parts.port and parts.port != default else ""
    except ValueError:
        return url
    netloc = f"[{host}]{port}" if ":" in host else host + port
    return urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))


def record_id(key: str, pipeline: str) -> str:
    """The id of what one pipeline reads in one document."""
    return content_id("rec", key, pipeline)


class Reading(Struct, frozen=True, kw_only=True):
    """What a pipeline made of a document: its record, and the gist of it that `link` compares."""

    record: Record
    gist: bytes
    pipeline: str


def prepared(capture: Capture, content: bytes, reading: Reading, *, given: str | None) -> Prepared:
    """The rows of a document just read; `record.id` is its key, `given` the caller's id."""
    record = reading.record
    body = encode(record)
    doc = record.document
    return Prepared(
        key=record.id,
        capture=encode(capture).decode(),
        sha256=capture.sha256,
        content=pack(content),
        document=_storable(
            {
                "address": address_of(capture.url or doc.url),
                "given": given,
                "name": capture.url or capture.container or given or record.id,
                "lang": doc.lang,
                "title": doc.title,
                "outlet": doc.outlet,
                "published": doc.published,
                "day": doc.published[:10] if doc.published else None,
                "text": doc.text,
            }
        ),
        folded=fold(doc.text),
        record=record_id(record.id, reading.pipeline),
        record_sha256=digest(body),
        record_packed=pack(body),
        gist=pack(reading.gist),
        gist_sha256=digest(reading.gist),
        drawn=drawn(record),
        notes=record.notes,
    )


def drawn(record: Record) -> Drawn:
    """The rows that people ask, from the record alone."""
    text = record.document.text
    placed = [(n, p) for n, p in enumerate(record.places) if p.role == "location"]
    return Drawn(
        claims=tuple(_storable(_claim(record, n, claim)) for n, claim in enumerate(record.claims)),
        places=tuple(_storable(_place(n, place)) for n, place in placed),
        areas=tuple(
            {"area": area, "n": n} for n, place in placed for area in sorted(_areas(place))
        ),
        frames=tuple(map(_storable, _frames(record, text))),
        findings=tuple(
            _storable({"n": n, "code": f.code, "severity": f.severity, "message": f.message})
            for n, f in enumerate(record.findings)
        ),
    )


def _storable(row: Row) -> Row:
    """PostgreSQL holds no NUL in a text; the record holds what was really there."""
    return {
        name: value.replace("\x00", "\ufffd") if isinstance(value, str) else value
        for name, value in row.items()
    }


def _claim(record: Record, n: int, claim: RecordClaim) -> Row:
    text = record.document.text
    speaker = claim.speaker
    earliest, latest = _happened(record, claim)
    return {
        "n": n,
        "id": claim.id,
        "words": " … ".join(text[start:end] for start, end in claim.content),
        "speaker": speaker.name if speaker else None,
        "speaker_key": speaker_key(speaker.name) if speaker else None,
        "role": speaker.role if speaker else None,
        "side": speaker.side if speaker else None,
        "status": claim.status,
        "attribution": claim.attribution,
        "certainty": claim.certainty,
        "said": claim.said,
        "happened": claim.happened,
        "earliest": earliest,
        "latest": latest,
        "place": claim.place,
        "answers": claim.answers,
    }


def speaker_key(name: str) -> str:
    """What the spellings of one name share, also across alphabets."""
    return loose(rewritten(fold(name), "bgn-ru")).lstrip("~")


def _happened(record: Record, claim: RecordClaim) -> tuple[str | None, str | None]:
    """The first and last day on which it can have happened, as the record's times bound it."""
    if claim.happened is None:
        return None, None
    at = {(g.start, g.end) for g in claim.grounds if g.field == "happened"}
    times = [t for t in record.times if t.value == claim.happened and t.earliest and t.latest]
    for time in sorted(times, key=lambda t: ((t.start, t.end) not in at, t.start)):
        return str(time.earliest)[:10], str(time.latest)[:10]
    return None, None


def _areas(place: RecordPlace) -> set[str]:
    own = {place.id, place.iso3166_2, place.country, *place.within}
    return {area for area in own if area}


def _place(n: int, place: RecordPlace) -> Row:
    west, south, east, north = place.bbox or (place.lon, place.lat, place.lon, place.lat)
    return {
        "n": n,
        "name": place.name,
        "place": place.id,
        "kind": place.kind,
        "precision": place.precision,
        "lat": place.lat,
        "lon": place.lon,
        "west": west,
        "south": south,
        "east": east if east is None or west is None or east >= west else 180.0,
        "north": north,
    }


def _frames(record: Record, text: str) -> Iterator[Row]:
    by_id = {claim.id: claim for claim in record.claims}
    for n, frame in enumerate(record.frames):
        claim = by_id.get(frame.by)
        speaker = claim.speaker if claim else None
        yield {
            "n": n,
            "frame": frame.frame,
            "speaker": speaker.name if speaker else None,
            "side": speaker.side if speaker else None,
            "words": text[frame.start : frame.end],
        }
