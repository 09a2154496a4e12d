"""Which two clock times are said to be one moment."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.clockpair import clockpairs
from dateline.annotate.timex import timex
from dateline.core.layers import Layers


@pytest.mark.parametrize(
    ("text", "lang", "pairs"),
    [
        ("at 02:30 Kyiv time (03:30 Moscow time)", "en", 1),
        ("at 10:00 UTC, or 13:00 MSK", "en", 1),
        ("в 10:00 по киевскому времени (11:00 мск)", "ru", 1),
        ("о 10:15 за київським часом (10:15 мск)", "uk", 1),
        ("at 10:00 MSK and at 13:00 Kyiv time", "en", 0),
        ("from 10:00 MSK to 13:00 Kyiv time", "en", 0),
        ("at 10:00 (11:00)", "en", 0),
    ],
)
def test_a_second_time_in_brackets_or_after_or_is_the_same_moment(
    text: str, lang: str, pairs: int
) -> None:
    doc = document(text, lang=lang)
    layers = Layers(timex.annotate(doc, Layers()))

    assert len(list(clockpairs.annotate(doc, layers))) == pairs
