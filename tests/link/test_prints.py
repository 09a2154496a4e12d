"""Fingerprints: what two texts that share words have in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.link.prints import SHINGLE, WINDOW, containment, fingerprints

NAMES = ["alpha", "beta", "gamma", "delta", "mine", "rail", "town", "seven"]
WORDS = st.lists(
    st.sampled_from(["alpha", "beta", "gamma", "delta", "mine", "rail", "town", "seven"]),
    max_size=40,
)


@given(before=WORDS, after=WORDS)
def test_a_common_run_of_a_window_leaves_a_common_fingerprint(
    before: list[str], after: list[str]
) -> None:
    """The guarantee of winnowing, whatever stands around the run."""
    run = [f"run{at}" for at in range(SHINGLE + WINDOW - 1)]

    a, b = fingerprints(" ".join([*before, *run])), fingerprints(" ".join([*run, *after]))
    assert set(a) & set(b)


@pytest.mark.parametrize(("text", "count"), [("", 0), ("...", 0), ("one", 1), ("one two three", 1)])
def test_a_short_text_has_one_fingerprint_and_an_empty_one_none(text: str, count: int) -> None:
    assert len(fingerprints(text)) == count


def test_containment_is_measured_on_the_smaller_set() -> None:
    assert containment((1, 2), (2, 3, 4, 5)) == 0.5
    assert containment((), (1,)) == 0.0
