"""
A stretch set right behind the second of two dates of its sentence.

"The ceasefire began on November 28 and broke down on December 10, nearly three weeks after it
began": the sentence has two days, and the stretch, counted from an event, follows the later at
once. Stretches over several sentences are `elapsed`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence, Timex
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.core.time import Base, Interval
from dateline.core.values import Dated, Elapsed
from dateline.resolve.stretch import stated_days

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T.*)?")
_GAP = re.compile(r"\s?[,—–-]\s?|\s\(|,?\s[^\W\d]{1,4}\s")
_SOME_YEAR = 2001
_IMPLAUSIBLE = 3
Day = tuple[Span, Interval, bool]


@component(version=1, reads=(Sentence, Timex, Dated), writes=(Elapsed,))
def stretches(doc: Document, layers: Layers) -> Iterator[Elapsed]:
    """Each stretch behind the later of exactly two days of its sentence."""
    homes = [s.span for s in layers.of(Sentence)]
    times = layers.of(Timex)
    for item in times:
        if item.says.base not in (Base.EVENT, Base.THEN) or not item.count or not item.says.unit:
            continue
        home = next((home for home in homes if home.covers(item.span)), None)
        days = stated_days(item.count, item.says.unit, item.mod)
        if home is None or days is None or doc.role_at(item.span) is not Role.BODY:
            continue
        found = [day for t in times if home.covers(t.span) and (day := _day(layers, t))]
        if pair := _pair(doc.text, item, found):
            since, until = pair
            fewest, most = since[1].gap_days(until[1])
            if fewest > 0 and most * _IMPLAUSIBLE >= days[0] and fewest <= days[1] * _IMPLAUSIBLE:
                yield Elapsed(
                    span=item.span,
                    made_by="stretches/apposition",
                    stated_days=days,
                    since=since[1],
                    until=until[1],
                    dated_at=(since[0], until[0]),
                    year_known=since[2],
                )


def _pair(text: str, item: Timex, found: list[Day]) -> tuple[Day, Day] | None:
    """The two days, where there are just two, both before the stretch and the second beside it."""
    if len(found) != 2 or found[1][0].end > item.span.start or found[0][2] != found[1][2]:
        return None
    if (item.says.shift or 0) <= 0 or not _GAP.fullmatch(text[found[1][0].end : item.span.start]):
        return None
    return found[0], found[1]


def _day(layers: Layers, item: Timex) -> Day | None:
    """The day, and whether its year is known."""
    match = _DAY.fullmatch(item.value)
    if match is None:
        return None
    dated = next((d for d in layers.of(Dated) if d.span == item.span), None)
    if dated and dated.days:
        return item.span, dated.days, True
    try:
        day = date(_SOME_YEAR, int(match[2]), int(match[3]))
    except ValueError:
        return None
    return item.span, Interval(day, day), False
