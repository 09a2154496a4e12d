"""T001: the year in a headline is not the year of the dates beneath it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.core.agreements import Counterpart
from dateline.core.document import Document, Role
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.core.parts import Observation, checker
from dateline.core.values import Dated, NotBefore

_YEAR_MONTH = re.compile(r"(\d{4})-(\d{2})(?:-\d{2})?")
_YEAR = "year "
_HEAD = (Role.HEADLINE,)
_BODY = (Role.BODY, Role.DATELINE, Role.CAPTION)


@checker("T001", severity=Severity.WARNING, reads=(Timex, Dated, NotBefore, Counterpart))
def headline_year_conflict(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    The headline puts a month in one year, the report beneath it puts that month in another; or the
    two differ in the year behind one word ("since 1992").

    Why it matters: headlines travel without their articles, and a wrong year survives every copy.

    With a date of publication, the year of the body's dates is compared. Without one, the headline
    is compared with the first day of what the body names (an operation, a formation, a term of
    office), and only where the body dates the same month without a year. Says nothing when the
    body names the headline's year anywhere, or never dates the month.
    """
    written = [t for t in layers.of(Timex) if t.type in ("DATE", "TIME")]
    for head in (t for t in written if doc.role_at(t.span) in _HEAD):
        match = _YEAR_MONTH.fullmatch(head.value)
        if match is None or _body_has_year(doc, layers, match[1]):
            continue
        year, month = match[1], match[2]
        yield from _against_dates(doc, layers, head, year, month)
        yield from _against_facts(doc, layers, head, year, month)
    yield from _against_same_word(doc, layers)


def _against_same_word(doc: Document, layers: Layers) -> Iterator[Observation]:
    """A year of the headline against the body's behind the same word ("since 1992")."""
    every = [c for c in layers.of(Counterpart) if c.of.startswith(_YEAR)]
    for head in sorted({c.span for c in every}):
        pairs = [c for c in every if c.span == head]
        year, others = f"{pairs[0].value[0]:.0f}", {c.value[1] for c in pairs}
        if len(others) == 1 and not _body_has_year(doc, layers, year):
            yield (
                f"the headline says {doc.quote(head)!r}, the body {doc.quote(pairs[0].other)!r}, "
                f"both behind {pairs[0].of.removeprefix(_YEAR)!r}",
                (head, pairs[0].other),
                {"headline": year, "body": f"{others.pop():.0f}"},
            )


def _body_has_year(doc: Document, layers: Layers, year: str) -> bool:
    dates: tuple[Timex | Dated, ...] = (*layers.of(Timex), *layers.of(Dated))
    return any(d.value.startswith(year) and doc.role_at(d.span) in _BODY for d in dates)


def _against_dates(
    doc: Document, layers: Layers, head: Timex, year: str, month: str
) -> Iterator[Observation]:
    """The headline against dates of the same month that have got another year."""
    same = [
        d
        for d in layers.of(Dated)
        if doc.role_at(d.span) in _BODY
        if (m := _YEAR_MONTH.match(d.value)) and m[2] == month and m[1] != year
    ]
    if same:
        first = same[0]
        yield (
            f"the headline says {doc.quote(head.span)!r}; the body's {doc.quote(first.span)!r} "
            f"is {first.value[:10]} ({first.reason})",
            (head.span, first.span),
            {"headline": head.value, "body": first.value[:10]},
        )


def _against_facts(
    doc: Document, layers: Layers, head: Timex, year: str, month: str
) -> Iterator[Observation]:
    """The headline against the youngest thing that the body names, where no date has a year."""
    same = [
        t
        for t in layers.of(Timex)
        if doc.role_at(t.span) in _BODY and t.value.startswith(f"XXXX-{month}")
    ]
    bounds = [b for b in layers.of(NotBefore) if doc.role_at(b.span) in _BODY]
    resolved = any(
        d.value.startswith(("1", "2")) for d in layers.of(Dated) for t in same if d.span == t.span
    )
    if not same or not bounds or resolved:
        return
    youngest = max(bounds, key=lambda b: (b.day, -b.span.start))
    if youngest.day[:7] > f"{year}-{month}":
        yield (
            f"the headline says {doc.quote(head.span)!r}; the body dates the month without a year "
            f"and names {doc.quote(youngest.span)!r}: {youngest.why} ({youngest.day})",
            (head.span, youngest.span),
            {"headline": head.value, "not_before": youngest.day, "fact": youngest.fact},
        )
