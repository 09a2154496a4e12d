"""Two expressions side by side: one instant in two zones, one day told twice."""

from __future__ import annotations

import pytest

from dateline.annotate.timex import timex
from dateline.core.document import Published
from dateline.core.layers import Layers
from dateline.core.values import Dated
from dateline.ingest.plain import from_text
from dateline.resolve.dates import dates


def values(text: str) -> list[str]:
    doc = from_text(text, lang="en", published=Published("2023-06-09", "given"))
    layers = Layers(timex.annotate(doc, Layers()))
    return [item.value for item in Layers(dates.annotate(doc, layers)).of(Dated)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It broke at 02:50 EEST (2350 UTC on June 5).",
            ["2023-06-06T02:50", "2023-06-05T23:50"],
        ),
        (
            "It broke on June 6 at 02:50 EEST (2350 UTC).",
            ["2023-06-06T02:50", "2023-06-05T23:50"],
        ),
        (
            "It broke at 02:50 EEST (2240 UTC on June 5).",
            ["2023-06-09T02:50", "2023-06-05T22:40"],
        ),
    ],
)
def test_a_clock_time_beside_another_of_the_same_instant_has_its_day(
    text: str, found: list[str]
) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yesterday, June 5, it rained.", ["2023-06-05", "2023-06-05"]),
        ("Yesterday it rained; June 5 was dry.", ["2023-06-08", "2023-06-05"]),
    ],
)
def test_a_date_beside_today_says_which_day_it_was(text: str, found: list[str]) -> None:
    assert values(text) == found
