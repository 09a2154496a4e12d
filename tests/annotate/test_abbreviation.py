"""Known, unknown and nearly known abbreviations."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.abbreviation import abbreviation
from dateline.core.layers import Layers


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Russia in the course of the SVV here", {"SVV": ("SVO",)}),
        ("Представитель ВСК на Украине", {"ВСК": ("ВСУ",)}),
        ("Russia and the SBU", {"SBU": ()}),
        ("Russia and the QXZ", {"QXZ": ()}),
        ("in the course of the SVV here", {"SVV": ()}),
        ("The Russian Special Volunteer Vanguard (SVV) came. The SVV left.", {"SVV": ()}),
        ("RUSSIA CROSSES SVV BORDER", {}),
        ("Russia used S-300 and XVI", {"XVI": ()}),
    ],
)
def test_near_means_one_letter_in_a_text_of_the_field(
    text: str, near: dict[str, tuple[str, ...]]
) -> None:
    doc = document(text, lang="en" if text.isascii() else "ru")
    found = {doc.quote(item.span): item.near for item in abbreviation.annotate(doc, Layers())}

    assert found == near
