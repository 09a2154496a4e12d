"""The way a claim came, origin first, this report left out."""

from __future__ import annotations

import pytest
from attributed import attributed


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        (
            "“Rescuers are working,” Governor Taras Hol wrote on Telegram.",
            ("Taras Hol", "Telegram"),
        ),
        ("TASS reported that a depot burned, citing a police source.", ("a police source", "TASS")),
        ("The mayor said the bridge was closed.", ()),
    ],
)
def test_names_the_links(sentence: str, chain: tuple[str, ...]) -> None:
    (claim,) = attributed(sentence)

    assert claim.chain == chain


def test_who_speaks_in_a_recording_is_the_origin_of_what_it_shows() -> None:
    shown, spoken = attributed(
        "Troops crossed the border, according to a video broadcast on Russia-1 channel.",
        "In the footage, soldiers gave a timestamp, stating, “We have crossed.”",
    )

    assert shown.chain == ("soldiers", "video", "Russia-1")
    assert spoken.chain[0] == "soldiers"


def test_the_outlets_own_voice_has_no_chain() -> None:
    assert attributed("The bridge is long.") == []
