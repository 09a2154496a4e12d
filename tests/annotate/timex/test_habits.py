"""Clock times of a habit are sets; those of one day are not."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.timex import timex
from dateline.core.layers import Layers
from dateline.core.mentions import Timex


def clocks(text: str) -> list[tuple[str, str]]:
    items = Layers(timex.annotate(document(text), Layers())).of(Timex)
    return [(item.type, item.value[-6:]) for item in items if ":" in item.value]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The curfew is from 23:00 to 5:00.", "SET"),
        ("Приём ежедневно с 23:00 до 5:00.", "SET"),
        ("Комендантська година триває з 23:00 до 5:00.", "SET"),
        ("The alert went on from 23:00 to 5:00.", "TIME"),
        ("Тиша діє 9 березня з 23:00 до 5:00.", "TIME"),
        ("The curfew was broken at 23:00 and again at 5:00.", "TIME"),
    ],
)
def test_a_word_for_a_habit_makes_clock_times_sets(text: str, kind: str) -> None:
    assert clocks(text) == [(kind, "T23:00"), (kind, "T05:00")]
