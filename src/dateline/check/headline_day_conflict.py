"""T007: the day in a headline is not the day of the report beneath it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.core.document import Document, Role
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.core.parts import Observation, checker
from dateline.core.values import Dated

_DAY = re.compile(r"(?:\d{4}|XXXX)-(\d\d-\d\d)")
_MONTH = re.compile(r"(?:\d{4}|XXXX)-(\d\d)")
_HEAD_MONTH = re.compile(r"XXXX-(\d\d)")
_BODY = (Role.BODY, Role.DATELINE, Role.CAPTION)
_NEAR = 15


@checker("T007", severity=Severity.NOTE, reads=(Timex, Dated))
def headline_day_conflict(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    The headline names a day, or a month, that the report never mentions, while it dates one other.

    Why it matters: a reader of the headline alone looks for the event on the wrong day.

    Says nothing when the body dates more than one day, or when any of its dates ("on Friday",
    "yesterday", "in June") can be the headline's day.
    """
    heads = [t for t in layers.of(Timex) if doc.role_at(t.span) is Role.HEADLINE]
    body = [d for d in layers.of(Dated) if doc.role_at(d.span) in _BODY]
    written = {t.span: m[1] for t in layers.of(Timex) if (m := _DAY.match(t.value))}
    days = {written[d.span]: d for d in reversed(body) if d.span in written}
    named = [
        d for d in body if d.span in {t.span for t in layers.of(Timex) if _MONTH.match(t.value)}
    ]
    yield from _months(doc, heads, body, named)
    for head in heads:
        match = _DAY.fullmatch(head.value)
        if match is None or len(days) != 1 or match[1] in days or _may_be(layers, head, body):
            continue
        day, other = next(iter(days.items()))
        if _apart(match[1], day) <= _NEAR:
            yield (
                f"the headline says {doc.quote(head.span)!r}, the body {doc.quote(other.span)!r}",
                (head.span, other.span),
                {"headline": match[1], "body": day},
            )


def _months(
    doc: Document, heads: list[Timex], body: list[Dated], named: list[Dated]
) -> Iterator[Observation]:
    """A month without a day, where every month that the body names is one other."""
    months = {m[1]: d for d in reversed(named) if (m := _MONTH.match(d.value))}
    every = {m[1] for d in body if (m := _MONTH.match(d.value))}
    for head in heads:
        match = _HEAD_MONTH.fullmatch(head.value)
        if match and len(months) == 1 and match[1] not in every:
            month, other = next(iter(months.items()))
            yield (
                f"the headline says {doc.quote(head.span)!r}, the body {doc.quote(other.span)!r}",
                (head.span, other.span),
                {"headline": match[1], "body": month},
            )


def _may_be(layers: Layers, head: Timex, body: list[Dated]) -> bool:
    """Whether a date of the body, or an open weekday, can be the headline's day."""
    mine = next((d.days for d in layers.of(Dated) if d.span == head.span), None)
    if mine and _named(layers, body, mine.latest.isoweekday()):
        return True
    for item in body:
        if item.days is None:
            if item.value.startswith("XXXX-W") and item.type == "DATE" and mine is None:
                return True
        elif mine and item.days.earliest <= mine.latest and mine.earliest <= item.days.latest:
            return True
    return False


def _named(layers: Layers, body: list[Dated], weekday: int) -> bool:
    """Whether the body names the weekday, of whatever week."""
    spans = {d.span for d in body}
    return any(
        t.span in spans and t.value.startswith(f"XXXX-WXX-{weekday}") for t in layers.of(Timex)
    )


def _apart(one: str, other: str) -> int:
    """Days between two days of a year, near enough for a comparison."""
    first, second = (int(day[:2]) * 30 + int(day[3:]) for day in (one, other))
    return min(abs(first - second), 365 - abs(first - second))
