"""No text makes the time rooms fail, however its words are put together."""

from __future__ import annotations

from datetime import date

from build import document
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.timex import timex
from dateline.core.layers import Layers
from dateline.core.values import Dated
from dateline.lang.rules import LANGUAGES
from dateline.lang.timewords import rows
from dateline.resolve.dates import dates
from dateline.world.calendar import zone_names

FORMS = sorted({row.form for lang in LANGUAGES for row in rows(lang)} | set(zone_names()))
NUMBERS = [
    "1",
    "29",
    "31",
    "99",
    "0",
    "1944",
    "2025",
    "0930",
    "24:00",
    "29.02.2025",
    "30.02",
    "9:14",
]
MARKS = [",", "-", "–", "(", ")", ".", "\n", "\n\n", "%", "+", "'"]
MADE = ["29 February 2025, 10:00 MSK", "20th", "1930s", "30-х", "18-го", "BC", "All times are UTC."]
WORDS = st.one_of(*map(st.sampled_from, (FORMS, NUMBERS, MARKS, MADE)))
PUBLISHED = st.sampled_from([None, "2025-06-11", "2024-02-29T23:30:00+03:00", "0001-01-01", "x"])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14), PUBLISHED, st.booleans())
def test_any_words_are_dated_or_left_open(
    words: list[str], published: str | None, capital: bool
) -> None:
    text = " ".join(word.capitalize() if capital else word for word in words)
    if not text.strip():
        return
    doc = document(text, published=published)
    layers = Layers(timex.annotate(doc, Layers()))
    found = Layers(dates.annotate(doc, layers)).of(Dated)

    for item in found:
        assert item.value and item.reason
        if item.earliest and item.latest:
            assert date.fromisoformat(item.earliest[:10]) <= date.fromisoformat(item.latest[:10])
        assert item.edtf is None or item.edtf
