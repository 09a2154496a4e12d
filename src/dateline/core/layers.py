"""What is known about one document: typed items, stood off from its text, never edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.msgpack import encode

from dateline.core.span import Span


class Item(Struct, frozen=True, kw_only=True, tag_field="kind", tag=str.lower):
    """Something found at a place, and the rule that found it (`component/rule`)."""

    span: Span
    made_by: str


T = TypeVar("T", bound=Item)


class Layers:
    """
    A read-only set of items, each type in text order.

    `a | b` is a union: associative, commutative, idempotent. Two items that differ in any field
    are two items; the order among those at one span is that of their encoded bytes, so that it
    is the same in every process.
    """

    __slots__ = ("_by_type",)

    def __init__(self, items: Iterable[Item] = ()) -> None:
        by_type: dict[type[Item], set[Item]] = {}
        for item in items:
            by_type.setdefault(type(item), set()).add(item)
        self._by_type = {kind: _ordered(found) for kind, found in by_type.items()}

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """Every item of exactly this type, in text order."""
        return cast("tuple[T, ...]", self._by_type.get(kind, ()))

    def __or__(self, other: Layers) -> Layers:
        union = Layers()
        union._by_type = dict(self._by_type)
        for kind, found in other._by_type.items():
            mine = union._by_type.get(kind)
            union._by_type[kind] = found if mine is None else _ordered({*mine, *found})
        return union

    def __iter__(self) -> Iterator[Item]:
        return iter(_ordered({i for found in self._by_type.values() for i in found}))

    def __len__(self) -> int:
        return sum(map(len, self._by_type.values()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Layers) and self._by_type == other._by_type

    def __hash__(self) -> int:
        return hash(frozenset(self._by_type.items()))


def _ordered(items: set[Item]) -> tuple[Item, ...]:
    """In text order; ties, rare, are settled by encoded bytes so that the order is total."""
    by_place = sorted(items, key=lambda item: (item.span.start, item.span.end))
    out: list[Item] = []
    for _, tied in groupby(by_place, key=lambda item: item.span):
        same = list(tied)
        out.extend(same if len(same) == 1 else sorted(same, key=encode))
    return tuple(out)
