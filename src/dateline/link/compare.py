"""
Two reports set side by side: one incident or not, what agrees, what contradicts, who copied.

The leads tell whether it is one incident; the slots are then compared over all that each report
says of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.core.event import Agreement, Copies, Overlap, Slot
from dateline.link.copies import in_common
from dateline.link.likeness import Same, likeness, one_kind, same
from dateline.link.polarity import held_or_moved, polarity
from dateline.link.printed import Printed
from dateline.link.relations import contradicting, updates
from dateline.link.slots import Slots, one_date, slots
from dateline.link.tokens import tokens
from dateline.link.told import Count, Gist, Told
from dateline.link.translated import is_translation
from dateline.link.words import likely

LEAD = 3
"""Claims at the head of a report that tell what it is about."""
_LIKE = 0.3
"""The part of the words of two claims from which on one can deny the other."""
_MUCH = 0.55
_COPIED = 0.5
_HEADLINE = 25
"""Words up to which two texts may be alike by chance: headlines of two strikes."""
RELATION = {
    Same.INCIDENT: "same_incident",
    Same.RELATED: "related_story",
    Same.DIFFERENT: "different",
}


class Comparison(Struct, frozen=True, kw_only=True):
    """`relation` is same_incident, related_story or different; slots are of one incident only."""

    relation: str
    agree: tuple[Agreement, ...]
    contradict: tuple[Agreement, ...]
    update: tuple[Agreement, ...]
    """Numbers that a later report has moved on."""
    copy: Copies
    translated: bool = False
    """Whether one is like a translation of the other."""


def compare(a: tuple[Printed, Gist], b: tuple[Printed, Gist]) -> Comparison:
    """The two reports, in the order given."""
    copy = in_common(a[0], b[0])
    published = (a[1].published, b[1].published)
    relation = _relation(a[1], b[1], published)
    translated = is_translation(a[0], b[0])
    if translated or (copy.label is Overlap.COPY and _is_text(a[0], b[0], copy)):
        relation = Same.INCIDENT
    if relation is not Same.INCIDENT:
        return Comparison(
            relation=RELATION[relation], agree=(), contradict=(), update=(), copy=copy
        )
    one, other = _whole(a[1]), _whole(b[1])
    found = _dated(slots(one, other), a[1], b[1])
    moved = updates(one, other, published)
    polar = tuple(_polarity(a[1].told, b[1].told))
    differ = contradicting((*found.differ, *polar), moved)
    return Comparison(
        relation=RELATION[relation],
        agree=tuple(item for item in found.agree if not (polar and item.slot is Slot.POLARITY)),
        contradict=differ,
        update=moved,
        copy=copy,
        translated=translated,
    )


def _dated(found: Slots, a: Gist, b: Gist) -> Slots:
    """The slots without a contradiction of dates where any two claims have one date."""
    if not any(one_date(one, other) for one in _all(a) for other in _all(b)):
        return found
    return Slots(found.agree, tuple(item for item in found.differ if item.slot is not Slot.DATE))


def _is_text(a: Printed, b: Printed, copy: Copies) -> bool:
    """Whether so much was copied, of texts so long, that both tell of one thing."""
    if min(copy.share_of_a, copy.share_of_b) < _COPIED:
        return False
    return min(len(tokens(a.text)), len(tokens(b.text))) >= _HEADLINE or a.text == b.text


def _relation(a: Gist, b: Gist, published: tuple[str | None, str | None]) -> Same:
    """The closest relation of the leads, or of two claims at the heads of the reports."""
    if not a.lead or not b.lead:
        return Same.DIFFERENT
    heads = [(a.lead, b.lead)]
    if min(len(a.told), len(b.told)) <= LEAD:
        return same(likeness(*heads[0], published))
    heads += [(one, other) for one in a.told[:LEAD] for other in b.told[:LEAD] if _full(one, other)]
    return max(same(likeness(one, other, published)) for one, other in heads)


def _all(gist: Gist) -> tuple[Told, ...]:
    return gist.told or ((gist.lead,) if gist.lead else ())


def _whole(gist: Gist) -> Told:
    """The report as one claim, with the numbers of its lead that no claim of it has."""
    one = merged(_all(gist))
    return replace(one, counts=_once((*one.counts, *(gist.lead.counts if gist.lead else ()))))


def _once(counts: Iterable[Count]) -> tuple[Count, ...]:
    """Each number of one thing once, the one that tells its state before the one that does not."""
    every = tuple(dict.fromkeys(counts))
    told = {(count.value, count.words) for count in every if count.state}
    return tuple(c for c in every if c.state or (c.value, c.words) not in told)


def _full(one: Told, other: Told) -> bool:
    return bool(one.kinds and other.kinds and one.places and other.places)


def merged(told: Sequence[Told]) -> Told:
    """
    Several claims of one report as one; the first stated day is its day.

    Polarity is left to the single claims. Raises ValueError where there is none.
    """
    if not told:
        raise ValueError("nothing to merge: want at least one claim")
    return replace(
        told[0],
        kinds=_union(one.kinds for one in told),
        targets=_union(one.targets for one in told),
        weapons=_union(one.weapons for one in told),
        turns=_union(one.turns for one in told),
        places=tuple(sorted({place for one in told for place in one.places})),
        days=next((one.days for one in told if one.days), None),
        counts=tuple(dict.fromkeys(count for one in told for count in one.counts)),
        agents=_union(one.agents for one in told if not one.negated),
        holders=_union(one.holders for one in told),
        negated=False,
        status="asserted",
        keys=_union(one.keys for one in told),
        names=_union(one.names for one in told),
    )


def _union(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({name for part in parts for name in part}))


def _polarity(a: Sequence[Told], b: Sequence[Told]) -> Iterator[Agreement]:
    """A claim that the other report only denies, or the other way round."""
    for one in a:
        against = [other for other in b if held_or_moved(one, other)]
        alike = [
            other
            for other in b
            if other not in against and not _is_denied(other, b) and _on_one_thing(one, other)
        ]
        if not against and any(_sign(one) == _sign(other) for other in alike):
            continue
        for other in (*against, *alike)[:1]:
            yield from (item for equal, item in polarity(one, other) if not equal)


def _is_denied(one: Told, others: Sequence[Told]) -> bool:
    """Whether its words are part of a claim of the same report that denies them."""
    return any(o.negated and o is not one and one.text in o.text for o in others if not one.negated)


def _sign(told: Told) -> bool:
    return told.negated or (not told.kinds and "not" in told.turns)


def _on_one_thing(one: Told, other: Told) -> bool:
    if likely(one, other) >= _MUCH:
        return True
    if not one_kind(one, other):
        return False
    return bool(set(one.targets) & set(other.targets)) or likely(one, other) >= _LIKE
