"""Which place is said to lie in which region."""

from __future__ import annotations

import pytest
from build import document, span_of

from dateline.annotate.within import within
from dateline.core.layers import Layers
from dateline.core.mentions import PlaceRole, Toponym


@pytest.mark.parametrize(
    ("text", "first", "second", "found"),
    [
        ("shelled Izium in Kharkiv Oblast", "Izium", "Kharkiv Oblast", True),
        ("in Izium, Kharkiv Oblast", "Izium", "Kharkiv Oblast", True),
        ("in Izium (Kharkiv Oblast)", "Izium", "Kharkiv Oblast", True),
        ("обстрел Изюма Харьковской области", "Изюма", "Харьковской области", True),
        ("в Ізюмі на Харківщині", "Ізюмі", "Харківщині", True),
        ("Izium and Kharkiv Oblast", "Izium", "Kharkiv Oblast", False),
        ("left Izium for Kharkiv Oblast", "Izium", "Kharkiv Oblast", False),
    ],
)
def test_the_region_has_to_follow_at_once(text: str, first: str, second: str, found: bool) -> None:
    doc = document(text)
    places = [
        Toponym(
            span=span_of(doc, words), made_by="test", role=PlaceRole.LOCATION, candidates=("x",)
        )
        for words in (first, second)
    ]

    assert bool(list(within.annotate(doc, Layers(places)))) is found
