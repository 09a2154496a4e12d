"""What a number counts, and what has happened to it."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.tally import tallies
from dateline.annotate.timex import timex
from dateline.core.layers import Layers

Read = tuple[float, str | None, str | None]


@pytest.mark.parametrize(
    ("text", "lang", "read"),
    [
        ("A strike killed 11 people.", "en", [(11, "people", "killed")]),
        ("Six killed in missile strike", "en", [(6, None, "killed")]),
        (
            "They lost 12 killed and 30 wounded.",
            "en",
            [(12, None, "killed"), (30, None, "wounded")],
        ),
        (
            "52 of the 88 drones were shot down.",
            "en",
            [(52, None, None), (88, "drones", None)],
        ),
        ("31 were women", "en", [(31, "women", None)]),
        ("погибли шесть человек", "ru", [(6, "people", "killed")]),
        ("ранены еще девять человек", "ru", [(9, "people", "wounded")]),
        ("загинули шестеро людей", "uk", [(6, "people", "killed")]),
        ("on 20 May 2025", "en", []),
        ("cost $20", "en", [(20, "dollars", None)]),
    ],
)
def test_reads_unit_and_state_from_the_same_clause(text: str, lang: str, read: list[Read]) -> None:
    doc = document(text, lang=lang)
    layers = Layers(timex.annotate(doc, Layers()))
    found = [(i.value, i.unit, i.state) for i in tallies.annotate(doc, layers)]

    assert found == read
