"""
The gist of a report: what each of its claims tells, as values that can be set beside another's.

Kept beside a record, so that an archive compares without reading again. Whether two gists agree is
told in slots.py; nothing here looks at two reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dateline.core.agreements import Tally
from dateline.core.claim import Claim
from dateline.core.document import Document, Role
from dateline.core.event import ClaimRef
from dateline.core.layers import Layers
from dateline.core.mentions import PlaceRole, Sentence
from dateline.core.place import PlaceKind
from dateline.core.span import Span
from dateline.core.values import Dated, Located
from dateline.link.acting import agents
from dateline.link.names import name_key, names
from dateline.link.wording import Wording, wording
from dateline.world.gazetteer import gazetteer

_SHORT, _LEAD = 4, 2
"""A body of so few sentences is lead all through; of a longer one so many are."""
_NO_NEWS = (Role.FURNITURE, Role.BYLINE)
_OF = 4
"""Letters and blanks of `of` in any language."""
_LATER = frozenset({"rise", "toll"})
_PEOPLE = ("people", "civilians", "soldiers")
LONGEST_DAYS = 31
"""A stated time longer than this does not date an incident."""


class Where(Struct, frozen=True, order=True):
    """A place that a claim names; `within` are the ids of what it lies in, smallest first."""

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    within: tuple[str, ...] = ()
    country: str = ""


class Count(Struct, frozen=True, order=True):
    """A counted number: `low` to `high` of `unit` in `state`; `words` as written."""

    value: float
    low: float
    high: float
    unit: str = ""
    state: str = ""
    words: str = ""


class Told(Struct, frozen=True, kw_only=True):
    """
    What one claim tells. `days` are the first and the last day it states, ISO, None without one.

    `agents` are sides that act in it, `speaker` the name it is given to. `negated` says that the
    happening is denied or said not to have been; `unconfirmed` that it is not vouched for.
    """

    claim: ClaimRef
    text: str
    lang: str = "und"
    kinds: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    places: tuple[Where, ...] = ()
    days: tuple[str, str] | None = None
    counts: tuple[Count, ...] = ()
    agents: tuple[str, ...] = ()
    speaker: str | None = None
    side: str = "unknown"
    status: str = "asserted"
    negated: bool = False
    keys: tuple[str, ...] = ()
    """Stems of its words, function words and numbers left out."""
    names: tuple[str, ...] = ()
    """Keys of what it names, places among them; see names.py."""


class Gist(Struct, frozen=True, kw_only=True):
    """A report as what its claims tell, in text order; `published` as the report gives it."""

    document: str
    lang: str = "und"
    published: str | None = None
    told: tuple[Told, ...] = ()
    lead: Told | None = None
    """The headline and the first sentences as one, who says them included; None without any."""


def gist(doc: Document, layers: Layers) -> Gist:
    """The gist of a document that the pipeline has read; by sentence where it has no claims."""
    return Gist(
        document=doc.id,
        lang=doc.lang,
        published=doc.published.value if doc.published else None,
        told=tuple(_told(doc, layers)),
        lead=_lead(doc, layers),
    )


def _lead(doc: Document, layers: Layers) -> Told | None:
    sentences = [s.span for s in layers.of(Sentence) if doc.role_at(s.span) not in _NO_NEWS]
    head = [s for s in sentences if doc.role_at(s) is Role.HEADLINE]
    body = [s for s in sentences if doc.role_at(s) is not Role.HEADLINE]
    first = [*head, *(body if len(body) <= _SHORT else body[:_LEAD])]
    return _one(doc, layers, first, None) if first else None


def _told(doc: Document, layers: Layers) -> Iterator[Told]:
    claims = layers.of(Claim)
    if not claims:
        for sentence in layers.of(Sentence):
            yield _one(doc, layers, (sentence.span,), None)
        return
    for claim in claims:
        yield _one(doc, layers, claim.content, claim)


def _one(doc: Document, layers: Layers, content: Sequence[Span], claim: Claim | None) -> Told:
    said = wording(" … ".join(doc.quote(span) for span in content))
    ref = ClaimRef(doc.id, claim.id if claim else f"{content[0].start}-{content[-1].end}")
    status = claim.status if claim else "asserted"
    places = _places(layers, content)
    return Told(
        claim=ref,
        text=said.text,
        lang=doc.lang,
        kinds=said.kinds,
        targets=said.targets,
        weapons=said.weapons,
        turns=said.turns,
        places=places,
        days=_days(layers, content),
        counts=_counts(doc, layers, content, said),
        agents=agents(doc.lang, said),
        speaker=claim.speaker.name if claim and claim.speaker else None,
        side=claim.speaker.side if claim and claim.speaker else "unknown",
        status=status,
        negated=_negated(said, status),
        keys=said.keys,
        names=tuple(sorted({*names(doc.lang, said), *(name_key(where.name) for where in places)})),
    )


def _negated(said: Wording, status: str) -> bool:
    return status == "denied" or said.negated


def _inside(span: Span, content: Sequence[Span]) -> bool:
    return any(part.covers(span) for part in content)


def _places(layers: Layers, content: Sequence[Span]) -> tuple[Where, ...]:
    """Where it happened: countries only where nothing finer is named."""
    found = {
        _where(item)
        for item in layers.of(Located)
        if item.role is PlaceRole.LOCATION and item.id and _inside(item.span, content)
    }
    fine = {where for where in found if where.kind != PlaceKind.COUNTRY}
    return tuple(sorted(fine or found))


def _where(item: Located) -> Where:
    known = gazetteer().place(item.id or "")
    return Where(
        item.id or "",
        item.name,
        item.place_kind or "",
        item.lat if item.lat is not None else (known.lat if known else 0.0),
        item.lon if item.lon is not None else (known.lon if known else 0.0),
        item.within,
        item.country or "",
    )


def _days(layers: Layers, content: Sequence[Span]) -> tuple[str, str] | None:
    """The narrowest stated time, the first of those that are equally narrow."""
    found = [
        (days.latest - days.earliest, item.span, days)
        for item in layers.of(Dated)
        if _inside(item.span, content) and item.type in ("DATE", "TIME") and (days := item.days)
    ]
    near = [entry for entry in found if entry[0].days <= LONGEST_DAYS]
    if not near:
        return None
    days = min(near, key=lambda entry: (entry[0], entry[1]))[2]
    return days.earliest.isoformat(), days.latest.isoformat()


def _counts(
    doc: Document, layers: Layers, content: Sequence[Span], said: Wording
) -> tuple[Count, ...]:
    """The counted numbers; one without a state has the only one that the claim speaks of."""
    every = (t for t in layers.of(Tally) if _inside(t.number, content))
    tallies = [t for t in every if t.state or t.number != t.span or t.value != 1]
    out: list[Count] = []
    for at, tally in enumerate(tallies):
        part = at + 1 < len(tallies) and _part_of(doc, tally, tallies[at + 1])
        unit = (tallies[at + 1].unit if part else tally.unit) or ""
        state = tally.state or (_only(said) if _may_have(tally, part, said) else "")
        if tally.value:
            low, high = tally.low, tally.high
            if "rise" in said.turns and high <= tally.value:
                low = high = tally.value
            out.append(Count(tally.value, low, high, unit, state, doc.quote(tally.span)))
    return tuple(out)


def _part_of(doc: Document, tally: Tally, whole: Tally) -> bool:
    """Whether the next number is the whole that this is a part of ("31 of 58 drones")."""
    between = doc.text[tally.span.end : whole.number.start]
    return len(between) <= _OF and between.strip().isalpha() and tally.unit is None


def _may_have(tally: Tally, part: bool, said: Wording) -> bool:
    return (
        part or tally.unit in _PEOPLE or (tally.unit is None and not _LATER.isdisjoint(said.turns))
    )


def _only(said: Wording) -> str:
    states = said.names("states")
    if not states and "toll" in said.turns:
        return "killed"
    return states[0] if len(states) == 1 else ""
