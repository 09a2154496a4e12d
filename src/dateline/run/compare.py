"""Pairs of documents, a pair a line, through the standard pipeline and `link`: one answer each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

import msgspec
from msgspec import Struct

from dateline.core.event import Agreement
from dateline.core.failure import Failure
from dateline.ingest.jsonl import document_of_line
from dateline.link.compare import Comparison, compare
from dateline.link.gist import Gist, gist
from dateline.link.printed import Printed, printed
from dateline.pipeline.standard import standard
from dateline.run.pool import spread

_BATCH = 8


class Copied(Struct, frozen=True, kw_only=True):
    """As `core.event.Copies`, `a` and `b` in the order of the pair."""

    label: str
    kind: str | None
    share_of_a: float
    share_of_b: float
    direction: str
    reason: str


class Answer(Struct, frozen=True, kw_only=True):
    """What is written for a pair: slots by name, and in `wordings` as each document has them."""

    id: str | int | None
    relation: str
    agree: tuple[str, ...]
    contradict: tuple[str, ...]
    update: bool
    copy: Copied
    translated: bool = False
    """Whether one is like a translation of the other: the same numbers and names in order."""
    wordings: tuple[Agreement, ...] = ()


class Unread(Struct, frozen=True, kw_only=True):
    """What stands in the output for a pair that could not be read."""

    id: str | int | None
    error: str


def compare_jsonl(
    lines: Iterable[str | bytes], *, jobs: int = 1
) -> Iterator[Answer | tuple[Unread, Failure]]:
    """
    One answer for each line that is not blank, in order: an object with `id`, `a` and `b`.

    `a` and `b` are documents as `dateline read --jsonl` takes them.
    """
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    work = ((batch,) for batch in iter(lambda: tuple(islice(numbered, _BATCH)), ()))
    return chain.from_iterable(spread(_compare_lines, work, jobs=jobs))


def _compare_lines(
    batch: tuple[tuple[int, str | bytes], ...],
) -> list[Answer | tuple[Unread, Failure]]:
    return [_compare_line(line, number) for number, line in batch]


def _compare_line(line: str | bytes, number: int) -> Answer | tuple[Unread, Failure]:
    name = f"line {number}"
    try:
        raw = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeError) as error:
        return _unread(None, Failure(name, f"not JSON: {error}"))
    if not isinstance(raw, dict):
        return _unread(None, Failure(name, f"want an object, got {type(raw).__name__}"))
    key = raw.get("id") if isinstance(raw.get("id"), str | int) else None
    a, b = (_report(raw.get(side), side, number) for side in ("a", "b"))
    if isinstance(a, Failure):
        return _unread(key, a)
    if isinstance(b, Failure):
        return _unread(key, b)
    return _answer(key, compare(a, b))


def _report(raw: Any, side: str, number: int) -> tuple[Printed, Gist] | Failure:
    if not isinstance(raw, dict):
        return Failure(f"line {number}", f"want an object with 'text' under {side!r}")
    doc = document_of_line(
        msgspec.json.encode({**raw, "id": side}), number, published=None, lang=None
    )
    if isinstance(doc, Failure):
        return Failure(doc.path, f"{side!r}: {doc.why}")
    doc, layers = standard()(doc)
    return printed(doc, layers), gist(doc, layers)


def _unread(key: str | int | None, failure: Failure) -> tuple[Unread, Failure]:
    return Unread(id=key, error=str(failure)), failure


def _answer(key: str | int | None, found: Comparison) -> Answer:
    copy = found.copy
    return Answer(
        id=key,
        relation=found.relation,
        agree=_names(found.agree),
        contradict=_names(found.contradict),
        update=bool(found.update),
        copy=Copied(
            label=copy.label,
            kind=copy.kind,
            share_of_a=copy.share_of_a,
            share_of_b=copy.share_of_b,
            direction=copy.direction,
            reason=copy.reason,
        ),
        translated=found.translated,
        wordings=(*found.contradict, *found.update),
    )


def _names(slots: Iterable[Agreement]) -> tuple[str, ...]:
    return tuple(sorted({item.slot.value for item in slots}))
