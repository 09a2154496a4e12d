"""Contested terms in running text, in three languages."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.frame import frame
from dateline.core.layers import Layers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("to create a buffer zone", [("buffer zone", "buffer-zone")]),
        ("‘new realities on the ground’", [("new realities on the ground", "new-realities")]),
        ("Russian-backed separatist areas", [("separatist", "separatist")]),
        ("о денацификации Украины", [("денацификации", "denazification")]),
        ("в буферной зоне", [("буферной зоне", "buffer-zone")]),
        ("у буферній зоні", [("буферній зоні", "buffer-zone")]),
        ("a strategic buffer", []),
        ("SMO and smo", [("SMO", "special-military-operation")]),
    ],
)
def test_finds_a_contested_term(text: str, found: list[tuple[str, str]]) -> None:
    doc = document(text)

    assert [(doc.quote(i.span), i.frame) for i in frame.annotate(doc, Layers())] == found
