"""
The public record: what `dateline read` writes and other programs read.

Field for field what docs/schema/record.schema.json describes; the schema has its own version.
"""

from __future__ import annotations

from msgspec import Struct

SCHEMA_VERSION = "1.1"
"""1.1: `events` and `quantities` of a claim, both optional; a reader of 1.0 can leave them out."""

Pair = tuple[int, int]
"""[start, end): Unicode code points of `document.text`."""
Box = tuple[float, float, float, float]
"""[west, south, east, north] in WGS84 degrees."""


class RecordBlock(Struct, frozen=True, kw_only=True):
    role: str
    start: int
    end: int


class RecordDocument(Struct, frozen=True, kw_only=True):
    text: str
    lang: str
    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    url: str | None
    blocks: tuple[RecordBlock, ...]
    how: dict[str, str]
    """How each of title, byline, outlet, published and lang was got."""


class RecordTime(Struct, frozen=True, kw_only=True):
    start: int
    end: int
    type: str
    value: str
    mod: str | None
    earliest: str | None
    latest: str | None
    zone: str | None
    utc: str | None
    reason: str
    anchor: Pair | None = None
    """The words it counts from, where it counts from words of this text."""
    granularity: str | None = None
    edtf: str | None = None
    """The value as ISO 8601-2 (EDTF); None where EDTF has no form for it."""
    candidates: tuple[str, ...] = ()
    """What it could mean, where nothing decides."""


class RecordPlace(Struct, frozen=True, kw_only=True):
    start: int
    end: int
    role: str
    name: str
    id: str | None
    kind: str | None
    iso3166_2: str | None
    country: str | None
    within: tuple[str, ...]
    precision: str | None
    lat: float | None
    lon: float | None
    bbox: Box | None
    reason: str
    radius_km: float | None = None
    """How far from `lat`, `lon` it may lie; None where the kind of place tells that."""
    candidates: tuple[str, ...] = ()
    """Gazetteer ids of what it could be, where nothing decides; empty where it is resolved."""


class RecordSpeaker(Struct, frozen=True, kw_only=True):
    name: str
    role: str | None
    named: bool
    side: str


class RecordGround(Struct, frozen=True, kw_only=True):
    """The words that one field of a claim rests on."""

    field: str
    start: int
    end: int


class RecordActedOn(Struct, frozen=True, kw_only=True):
    """To whom or what something was done, in the report's words."""

    start: int
    end: int


class RecordActor(Struct, frozen=True, kw_only=True):
    """Who did something, in the report's words, and the side they are on as far as it is told."""

    start: int
    end: int
    side: str


class RecordEvent(Struct, frozen=True, kw_only=True):
    """
    What a claim says was done; whether it is denied, planned or doubted is the claim's to say.

    `type` and `mode` are classes after PLOVER, `acled_like` an (event type, sub-event type) named
    after ACLED's, which is not ACLED data. `start` to `end` are the words that name it.
    """

    type: str
    mode: str | None
    acled_like: tuple[str, str] | None
    main: bool
    """True for the one that the claim is first of all about."""
    start: int
    end: int
    actor: RecordActor | None
    recipient: RecordActedOn | None
    place: int | None
    """An index into the record's `places`."""
    time: int | None
    """An index into the record's `times`: when it happened, never when it was told."""


class RecordQuantity(Struct, frozen=True, kw_only=True):
    """
    How many, and what became of them (`killed`, `shot_down`); null where the words set no bound.

    `best` is the number that the words name as the count, null where they name bounds only.
    """

    kind: str
    unit: str | None
    best: int | None
    low: int | None
    high: int | None
    start: int
    end: int


class RecordClaim(Struct, frozen=True, kw_only=True):
    id: str
    content: tuple[Pair, ...]
    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    speaker: RecordSpeaker | None
    chain: tuple[str, ...]
    status: str
    attribution: str
    certainty: str
    negated: bool
    future: bool
    said: str | None
    happened: str | None
    place: int | None
    """An index into the record's `places`."""
    answers: str | None
    """The id of the claim that is denied or not confirmed."""
    grounds: tuple[RecordGround, ...] = ()
    events: tuple[RecordEvent, ...] = ()
    quantities: tuple[RecordQuantity, ...] = ()


class RecordQuotation(Struct, frozen=True, kw_only=True):
    """Words set off by quotation marks; `scare` for a term or title, not speech."""

    start: int
    end: int
    depth: int = 0
    closed: bool = True
    scare: bool = False


class RecordFrame(Struct, frozen=True, kw_only=True):
    start: int
    end: int
    frame: str
    by: str
    """A claim's id, or `outlet`."""


class RecordFinding(Struct, frozen=True, kw_only=True):
    code: str
    name: str
    severity: str
    message: str
    evidence: tuple[Pair, ...]
    computed: dict[str, str | int]


class Record(Struct, frozen=True, kw_only=True):
    """Everything dateline read in one report; a claim about claims, never a verdict."""

    id: str
    schema: str = SCHEMA_VERSION
    dateline: str
    """The version of dateline that made it."""
    document: RecordDocument
    times: tuple[RecordTime, ...]
    places: tuple[RecordPlace, ...]
    claims: tuple[RecordClaim, ...]
    frames: tuple[RecordFrame, ...]
    findings: tuple[RecordFinding, ...]
    quotations: tuple[RecordQuotation, ...] = ()
    notes: tuple[str, ...] = ()
    """What could not be done for this document and why ("no rules for language 'de'")."""
