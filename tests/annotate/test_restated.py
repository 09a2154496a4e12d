"""Which two counts are told in the same words."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.restated import restated
from dateline.annotate.tally import tallies
from dateline.core.layers import Layers
from dateline.core.mentions import Sentence


@pytest.mark.parametrize(
    ("first", "second", "pairs"),
    [
        ("Russia launched 88 drones overnight.", "Russia launched 98 drones overnight.", 1),
        ("Russia launched 88 drones overnight.", "Ukraine shot down 52 drones in the south.", 0),
        ("Russia launched 88 drones overnight.", "52 of the 88 drones were shot down.", 0),
        ("Russia launched 88 drones overnight.", "Russia launched 9 missiles overnight.", 0),
    ],
)
def test_only_the_number_may_differ(first: str, second: str, pairs: int) -> None:
    doc = document(first, second)
    homes = [Sentence(span=block.span, made_by="test") for block in doc.blocks]
    layers = Layers([*tallies.annotate(doc, Layers()), *homes])

    assert len(list(restated.annotate(doc, layers))) == pairs
