"""
Independence: reports that go back to one source are one origin, so N reports come from K.

Tied by copied text, by the one source that both name, by the same recording, or by a rare slip that
both print. Whether the origin is right is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from dateline.core.event import Copies, Direction, Origin, Overlap


class Witness(Struct, frozen=True, kw_only=True):
    """
    A report, and what of it can tie it to others.

    `sources` are the names that it has its claims from, `chain` the origins of its records (the
    first of a `Claim.chain`), `footage` the recordings it names; folded by the caller's own rule.
    """

    document: str
    published: str | None = None
    sources: tuple[str, ...] = ()
    footage: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    """Rare slips: findings that say what is odd (`T003 2025-05-20`)."""


def origins(witnesses: Iterable[Witness], found: Iterable[Copies] = ()) -> tuple[Origin, ...]:
    """The origins of these reports, each report in one of them; in the order of their first id."""
    every = sorted(set(witnesses), key=lambda witness: witness.document)
    by_id = {witness.document: witness for witness in every}
    parent = {witness.document: witness.document for witness in every}
    ties: list[tuple[str, str, str]] = [*_by_text(found, by_id), *_by_name(every)]
    for one, other, _ in ties:
        low, high = sorted((_root(parent, one), _root(parent, other)))
        parent[high] = low
    groups: dict[str, list[str]] = {}
    for witness in every:
        groups.setdefault(_root(parent, witness.document), []).append(witness.document)
    return tuple(_origin(group, by_id, ties) for _, group in sorted(groups.items()))


def _by_text(found: Iterable[Copies], known: dict[str, Witness]) -> list[tuple[str, str, str]]:
    return [
        (copy.a, copy.b, "text")
        for copy in found
        if copy.label is Overlap.COPY and copy.a in known and copy.b in known
    ]


def _by_name(every: Sequence[Witness]) -> list[tuple[str, str, str]]:
    """Ties of those that name one source only, or share a recording or a slip."""
    first: dict[str, str] = {}
    ties: list[tuple[str, str, str]] = []
    for witness in every:
        for mark in _marks(witness):
            if mark in first:
                ties.append((first[mark], witness.document, mark))
            first.setdefault(mark, witness.document)
    return ties


def _marks(witness: Witness) -> list[str]:
    only = witness.sources if len(set(witness.sources)) == 1 else ()
    return [
        *(f"origin: {name}" for name in only[:1]),
        *(f"footage: {name}" for name in witness.footage),
        *(f"error: {slip}" for slip in witness.errors),
    ]


def _root(parent: dict[str, str], one: str) -> str:
    while parent[one] != one:
        one = parent[one]
    return one


def _origin(
    group: Sequence[str], known: dict[str, Witness], ties: Iterable[tuple[str, str, str]]
) -> Origin:
    members = set(group)
    dated = [
        (when, document) for document in group if (when := known[document].published) is not None
    ]
    return Origin(
        documents=tuple(sorted(group)),
        first=min(dated)[1] if len(dated) == len(group) else None,
        shared=tuple(sorted({mark for one, other, mark in ties if {one, other} <= members})),
    )


def earlier(copy: Copies) -> str | None:
    """The document of the two that the other has its words from; None where that is unknown."""
    return {Direction.A_FROM_B: copy.b, Direction.B_FROM_A: copy.a}.get(copy.direction)
