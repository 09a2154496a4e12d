"""
The gist of a report: what each of its claims tells, as values that can be set beside another's.

Kept beside a record, so that an archive compares without reading again. Whether two gists agree is
told in slots.py; nothing here looks at two reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from dateline.core.agreements import Tally
from dateline.core.claim import Claim
from dateline.core.document import Document, Role
from dateline.core.event import ClaimRef
from dateline.core.layers import Layers
from dateline.core.mentions import PlaceRole, Sentence, Timex
from dateline.core.place import PlaceKind
from dateline.core.span import Span
from dateline.core.values import Dated, Located
from dateline.link.acting import agents, holders
from dateline.link.counting import counts
from dateline.link.names import name_key, names
from dateline.link.told import Gist, Told, Where
from dateline.link.wording import Wording, wording
from dateline.world.gazetteer import gazetteer

_SHORT, _LEAD = 4, 2
"""A body of so few sentences is lead all through; of a longer one so many are."""
_NO_NEWS = (Role.FURNITURE, Role.BYLINE)
__all__ = ["Gist", "Told", "gist"]
_NO_DAY = "XXXX-XX-XXT"
_NIGHT = "TNI"
LONGEST_DAYS = 31
"""A stated time longer than this does not date an incident."""


def gist(doc: Document, layers: Layers) -> Gist:
    """The gist of a document that the pipeline has read; by sentence where it has no claims."""
    lead = _lead(doc, layers)
    return Gist(
        document=doc.id,
        lang=doc.lang,
        published=doc.published.value if doc.published else None,
        told=_whole(tuple(_told(doc, layers)), lead, len(layers.of(Sentence))),
        lead=lead,
    )


def _lead(doc: Document, layers: Layers) -> Told | None:
    sentences = [s.span for s in layers.of(Sentence) if doc.role_at(s.span) not in _NO_NEWS]
    head = [s for s in sentences if doc.role_at(s) is Role.HEADLINE]
    body = [s for s in sentences if doc.role_at(s) is not Role.HEADLINE]
    first = [*head, *(body if len(body) <= _SHORT else body[:_LEAD])]
    return _one(doc, layers, first, None) if first else None


def _whole(told: tuple[Told, ...], lead: Told | None, sentences: int) -> tuple[Told, ...]:
    """Of a report of one claim, the whole report's place, day and kind: a headline is one claim."""
    if lead is None or len(told) != 1 or sentences > _SHORT:
        return told
    one = told[0]
    return (
        replace(
            one,
            kinds=lead.kinds,
            targets=lead.targets,
            weapons=lead.weapons,
            places=one.places or lead.places,
            days=one.days or lead.days,
            keys=lead.keys,
            names=lead.names,
        ),
    )


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
    places = _places(layers, content) or _elsewhere(layers, claim)
    tallies = [t for t in layers.of(Tally) if _inside(t.number, content)]
    return Told(
        claim=ref,
        text=said.text,
        lang=doc.lang,
        kinds=said.kinds,
        targets=said.targets,
        weapons=said.weapons,
        turns=said.turns,
        places=places,
        days=_days(layers, content) or _happened(claim),
        night=any(t.value.endswith(_NIGHT) and _inside(t.span, content) for t in layers.of(Timex)),
        counts=counts(doc, tallies, said),
        agents=agents(doc.lang, said),
        holders=holders(doc.lang, said),
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


def _elsewhere(layers: Layers, claim: Claim | None) -> tuple[Where, ...]:
    """The place that the claim was given from outside its own words."""
    if claim is None or claim.place is None:
        return ()
    return _places(layers, (claim.place,))


def _happened(claim: Claim | None) -> tuple[str, str] | None:
    """The day that the claim was given from outside its own words."""
    if claim is None or claim.happened is None or len(claim.happened) != len("2025-05-20"):
        return None
    try:
        day = date.fromisoformat(claim.happened).isoformat()
    except ValueError:
        return None
    return day, day


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
    """
    The narrowest stated time, the first of those that are equally narrow.

    Words that state an hour and no day ("at night") are of the report's day, whenever it came
    out, so they date nothing against another report.
    """
    hours = {item.span for item in layers.of(Timex) if item.value.startswith(_NO_DAY)}
    found = [
        (days.latest - days.earliest, item.span, days)
        for item in layers.of(Dated)
        if item.span not in hours
        and _inside(item.span, content)
        and item.type in ("DATE", "TIME")
        and (days := item.days)
    ]
    near = [entry for entry in found if entry[0].days <= LONGEST_DAYS]
    if not near:
        return None
    days = min(near, key=lambda entry: (entry[0], entry[1]))[2]
    return days.earliest.isoformat(), days.latest.isoformat()
