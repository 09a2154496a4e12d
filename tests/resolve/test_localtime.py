"""Which clock `local time` is."""

from __future__ import annotations

import pytest
from build import document, span_of

from dateline.core.layers import Layers
from dateline.core.mentions import PlaceRole
from dateline.core.values import Located
from dateline.resolve.localtime import LocalClocks

TEXT = "In Kharkiv, Donetsk, Tehran and Omsk it rained at 9:00 local time."


def clock(*places: tuple[str, str, str | None], role: PlaceRole = PlaceRole.LOCATION) -> str | None:
    doc = document(TEXT)
    layers = Layers(
        Located(
            span=span_of(doc, words),
            made_by="test",
            role=role,
            name=words,
            country=country,
            iso3166_2=region,
        )
        for words, country, region in places
    )
    return LocalClocks(doc, layers).at(span_of(doc, "9:00"))


@pytest.mark.parametrize(
    ("places", "zone"),
    [
        ((("Kharkiv", "UA", "UA-63"),), "Europe/Kyiv"),
        ((("Omsk", "RU", "RU-OMS"),), "Asia/Omsk"),
        ((("Tehran", "IR", None),), "Asia/Tehran"),
        ((("Kharkiv", "UA", "UA-63"), ("Tehran", "IR", None)), None),
        ((("Donetsk", "UA", "UA-14"),), None),
        ((("Omsk", "RU", None),), None),
        ((), None),
    ],
)
def test_one_clock_or_none(
    places: tuple[tuple[str, str, str | None], ...], zone: str | None
) -> None:
    assert clock(*places) == zone


def test_a_capital_that_acts_is_no_place_of_events() -> None:
    assert clock(("Tehran", "IR", None), role=PlaceRole.ACTOR) is None
