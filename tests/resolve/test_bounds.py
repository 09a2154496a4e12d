"""The first day on which words can have been written."""

from __future__ import annotations

from build import document, span_of

from dateline.core.layers import Layers
from dateline.core.mentions import Known
from dateline.resolve.bounds import bounds


def test_a_name_is_not_older_than_the_earliest_fact_it_can_stand_for() -> None:
    doc = document("President Donald Trump said so.")
    item = Known(
        span=span_of(doc, "President Donald Trump"),
        made_by="test",
        facts=("us-president-trump-2", "us-president-trump-1"),
    )

    [bound] = bounds.annotate(doc, Layers([item]))

    assert (bound.fact, bound.day) == ("us-president-trump-1", "2017-01-20")
