"""How far two clock times lie apart that are set equal."""

from __future__ import annotations

import pytest
from build import document, span_of

from dateline.core.agreements import ClockPair
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.core.span import Span
from dateline.resolve.clocks import clocks


@pytest.mark.parametrize(
    ("published", "kyiv", "moscow", "minutes"),
    [
        ("2025-01-20", "02:30", "03:30", 0),
        ("2025-01-20", "02:30", "01:30", -120),
        ("2025-07-01", "10:15", "10:15", 0),
        ("2025-07-01", "10:15", "11:15", 60),
        ("2014-07-20", "16:20", "17:20", 0),
        ("2025-01-20", "23:30", "00:30", 0),
    ],
)
def test_the_offsets_are_those_of_the_day(
    published: str, kyiv: str, moscow: str, minutes: int
) -> None:
    doc = document(f"at {kyiv} Kyiv time ({moscow} MSK)", published=published)
    first, second = span_of(doc, f"{kyiv} Kyiv time"), span_of(doc, f"{moscow} MSK")
    times = [
        Timex(span=span, made_by="t", type="TIME", value=f"XXXX-XX-XXT{clock}", zone=zone)
        for span, clock, zone in ((first, kyiv, "Kyiv time"), (second, moscow, "MSK"))
    ]
    pair = ClockPair(span=Span(first.start, second.end), made_by="t", first=first, second=second)

    [moment] = clocks.annotate(doc, Layers([*times, pair]))

    assert moment.minutes == minutes


def test_says_nothing_where_no_day_is_known() -> None:
    doc = document("at 10:15 Kyiv time (11:15 MSK)")
    first, second = span_of(doc, "10:15 Kyiv time"), span_of(doc, "11:15 MSK")
    times = [
        Timex(span=span, made_by="t", type="TIME", value="XXXX-XX-XXT10:15", zone=zone)
        for span, zone in ((first, "Kyiv time"), (second, "MSK"))
    ]
    pair = ClockPair(span=Span(first.start, second.end), made_by="t", first=first, second=second)

    assert list(clocks.annotate(doc, Layers([*times, pair]))) == []
