"""T003: a report names what did not exist, or an office not held, on the day it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dateline.core.claim import Claim
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.mentions import Known, Sentence, Timex
from dateline.core.parts import Observation, checker
from dateline.core.span import Span
from dateline.core.time import Interval
from dateline.core.values import Dated
from dateline.world.facts import OFFICE, DatedFact, facts

_MOST = 12
"""Places shown at most."""
_CAMPAIGN = timedelta(days=730)
"""So long before a term, nobody writes of it as a prospect."""
_GRACE = timedelta(days=7)
"""Papers keep a title for some days after the change, and use it from the nomination on."""


@checker("T003", severity=Severity.WARNING, reads=(Known, Dated, Timex, Sentence, Claim))
def anachronism(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    The report names something before it existed, or gives a person an office not then held.

    Why it matters: such a report is older or younger than it says, retold, or made up; or its
    date is wrong.

    The day compared is that of the sentence where it gives one, else that of publication. An
    office not held is found only where the holder speaks, the sentence is dated, or the term is
    years away: looks back leave out "then", and campaigns speak of a President X. Says nothing
    within seven days of a change, nothing of a title held on the day of publication, and nothing
    without a date.
    """
    first: dict[tuple[str, ...], Known] = {}
    for item in layers.of(Known):
        first.setdefault(item.facts, item)
    younger = [item for item in first.values() if _is_younger(doc, layers, item)]
    yield from _younger(doc, younger, layers)
    for item in first.values():
        terms = [facts()[key] for key in item.facts]
        if item not in younger and terms[0].kind == OFFICE:
            yield from _office(doc, layers, item, terms)


def _is_younger(doc: Document, layers: Layers, item: Known) -> bool:
    """Whether what is named came to be after publication; undated offices only."""
    terms = [facts()[key] for key in item.facts]
    if doc.published is None or doc.published.day >= _first(terms).since - _GRACE:
        return False
    if terms[0].kind != OFFICE:
        return True
    far = _first(terms).since - doc.published.day > _CAMPAIGN
    dated = any(d.days for d in _dates_beside(layers, item.span))
    return not dated and (far or _speaks(layers, item))


def _younger(doc: Document, items: list[Known], layers: Layers) -> Iterator[Observation]:
    """All names younger than the page in one: together they say that its date is wrong."""
    if not items or doc.published is None:
        return
    youngest = max(items, key=lambda item: _first([facts()[key] for key in item.facts]).since)
    fact = _first([facts()[key] for key in youngest.facts])
    others = f", and {len(items) - 1} more such" if len(items) > 1 else ""
    yield (
        f"names {doc.quote(youngest.span)!r}{others}, but was published on {doc.published.day}: "
        f"{fact.note} ({fact.since}, {fact.source})",
        tuple(k.span for k in layers.of(Known) if any(k.facts == item.facts for item in items))[
            :_MOST
        ],
        {"published": str(doc.published.day), "not_before": str(fact.since), "fact": fact.id},
    )


def _first(terms: list[DatedFact]) -> DatedFact:
    return min(terms, key=lambda fact: fact.since)


def _office(
    doc: Document, layers: Layers, item: Known, terms: list[DatedFact]
) -> Iterator[Observation]:
    """A title against the day of its sentence, else the day of publication."""
    dated = _dates_beside(layers, item.span)
    days = [(d.span, d.days) for d in dated if d.days and _is_grounded(doc, layers, d)]
    evidence: tuple[Span, ...] = (item.span,)
    if days:
        at, day = days[0]
        every = [each for _, each in days]
        if doc.published:
            every.append(Interval(doc.published.day, doc.published.day))
        if any(_holds(term, each) for each in every for term in terms):
            return
        evidence, ground = (item.span, at), f"the sentence is dated {day}"
    elif doc.published:
        day = Interval(doc.published.day, doc.published.day)
        if any(_holds(term, day) for term in terms) or not _speaks(layers, item):
            return
        ground = f"the report was published on {day}"
    else:
        return
    near = min(terms, key=lambda term: abs(term.since - day.earliest))
    yield (
        f"says {doc.quote(item.span)!r}, but {ground}: {near.note} {_term(near)} ({near.source})",
        evidence,
        {"day": str(day), "from": str(near.since), "until": str(near.until or ""), "fact": near.id},
    )


def _dates_beside(layers: Layers, span: Span) -> list[Dated]:
    home = [s.span for s in layers.of(Sentence) if s.span.covers(span)]
    return [d for d in layers.of(Dated) if any(s.covers(d.span) for s in home)]


def _is_grounded(doc: Document, layers: Layers, item: Dated) -> bool:
    """Whether the year is written, or counted from a day of publication that is known."""
    written = {t.span for t in layers.of(Timex) if t.value[:4].isdigit()}
    return doc.published is not None or item.span in written


def _holds(term: DatedFact, day: Interval) -> bool:
    last = (term.until or date.max - _GRACE) + _GRACE
    return term.since - _GRACE <= day.latest and day.earliest <= last


def _speaks(layers: Layers, item: Known) -> bool:
    """Whether the holder is who the report quotes."""
    return any(
        source.overlaps(item.span)
        for claim in layers.of(Claim)
        if claim.act
        for source in claim.source
    )


def _term(fact: DatedFact) -> str:
    return f"from {fact.since} to {fact.until}" if fact.until else f"since {fact.since}"
