"""Which words are recordings."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.recording import recordings
from dateline.core.layers import Layers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("according to a video", ["video"]),
        ("In the footage", ["footage"]),
        ("На кадрах и в видеозаписи", ["кадрах", "видеозаписи"]),
        ("На відео", ["відео"]),
        ("in a statement", []),
        ("a memo", []),
    ],
)
def test_a_recording_is_seen_or_heard(text: str, words: list[str]) -> None:
    doc = document(text)

    assert [doc.quote(item.span) for item in recordings.annotate(doc, Layers())] == words
