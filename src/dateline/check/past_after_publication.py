"""T008: a day after publication is told as past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.core.agreements import PastDate
from dateline.core.document import Document, Role
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.core.parts import Observation, checker

_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_A_REPORT = 300
"""Code points of body from which a text is a whole report: snippets of old pages are found with
the day on which they were copied."""
_SOON = 30
"""Days: a date without a year that lies further ahead is rather one of the year before."""
_NEXT_DAY = 1
"""The day after publication can be the same day in another zone."""


@checker("T008", severity=Severity.NOTE, reads=(PastDate, Timex))
def past_after_publication(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    The report tells as past what it dates after its own day of publication.

    Why it matters: the day is wrong, or the report was changed after the day that it bears.

    A date without a year is compared where it lies two to thirty days ahead. The line that dates
    the report itself is compared too, in whole reports. Says nothing of sentences with a word of
    the future, of a plan or of a term.
    """
    if doc.published is None:
        return
    written = {t.span: t.value for t in layers.of(Timex)}
    for item in layers.of(PastDate):
        day = _day(written[item.date], doc.published.day)
        if day and (day - doc.published.day).days > _NEXT_DAY:
            yield (
                f"tells {doc.quote(item.date)!r} as past, but was published on {doc.published.day}",
                (item.date,),
                {"told_as_past": str(day), "published": str(doc.published.day)},
            )
    yield from _stamps(doc, layers, doc.published.day)


def _stamps(doc: Document, layers: Layers, published: date) -> Iterator[Observation]:
    """The day of the report's own dateline, in a whole report, where it is later."""
    if sum(len(block.span) for block in doc.blocks_of(Role.BODY)) < _A_REPORT:
        return
    for item in layers.of(Timex):
        if doc.role_at(item.span) is Role.DATELINE and _FULL.fullmatch(item.value[:10]):
            day = _day(item.value, published)
            if day and (day - published).days > _NEXT_DAY:
                yield (
                    f"is dated {doc.quote(item.span)!r}, but was published on {published}",
                    (item.span,),
                    {"dated": str(day), "published": str(published)},
                )


def _day(value: str, published: date) -> date | None:
    try:
        if not value.startswith("XXXX"):
            return date.fromisoformat(value[:10])
        days = [date.fromisoformat(f"{published.year + n}{value[4:10]}") for n in (0, 1)]
    except ValueError:
        return None
    return next((day for day in days if 0 < (day - published).days <= _SOON), None)
