"""Private names go out of records letter for letter, so that every offset still holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import claim, record, speaker

from dateline.serve.veil import BLOT, PRIVATE, blotted, private_names, without

TEXT = "Iryna Kovalenko said so. “No,” Kovalenko told us. Irynas dog, said Petro."


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("Kovalenko came.", {"Iryna Kovalenko"}, f"{BLOT * 9} came."),
        ("О Коваленке и Коваленко.", {"Коваленко"}, f"О {BLOT * 9} и {BLOT * 9}."),
        ("KOVALENKO said", {"Kovalenko"}, f"{BLOT * 9} said"),
        ("Li said", {"Li"}, "Li said"),
        ("nothing here", set(), "nothing here"),
    ],
)
def test_every_ending_of_a_name_is_blotted_out(text: str, names: set[str], left: str) -> None:
    assert blotted(text, frozenset(names)) == left


@given(st.text(max_size=80), st.frozensets(st.text(max_size=12), max_size=3))
def test_a_text_keeps_its_length(text: str, names: frozenset[str]) -> None:
    assert len(blotted(text, names)) == len(text)


def test_only_the_marked_speaker_is_taken_out() -> None:
    made = record(
        TEXT,
        claims=(
            claim(TEXT, "said so", speaker=speaker("Iryna Kovalenko")),
            claim(TEXT, "told us", speaker=speaker("Petro")),
        ),
    )
    names = private_names(made, frozenset({made.claims[0].id}))
    veiled = without(made, names)

    assert [c.speaker.name if c.speaker else None for c in veiled.claims] == [PRIVATE, "Petro"]
    assert "Kovalenko" not in veiled.document.text
    assert "Petro" in veiled.document.text
    assert len(veiled.document.text) == len(TEXT)
