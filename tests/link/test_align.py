"""Where two texts have the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.link.align import Tile, align

LETTERS = st.lists(st.sampled_from("abcd"), max_size=30)


@pytest.mark.parametrize(
    ("a", "b", "tiles"),
    [
        ("a b c d e f", "a b c d e f", [Tile(0, 0, 6)]),
        ("x a b c d e", "a b c d e y", [Tile(1, 0, 5)]),
        ("a b c d e 1 2 3 4 5", "1 2 3 4 5 a b c d e", [Tile(0, 5, 5), Tile(5, 0, 5)]),
        ("a b c d", "a b c x", []),
        ("a b c d e x f g h i j", "a b c d e y f g h i j", [Tile(0, 0, 5), Tile(6, 6, 5)]),
        (
            "a b c d e p q r f g h i j",
            "a b c d e p z r f g h i j",
            [Tile(0, 0, 5), Tile(5, 5, 1), Tile(7, 7, 1), Tile(8, 8, 5)],
        ),
    ],
)
def test_tiles_are_the_common_runs(a: str, b: str, tiles: list[Tile]) -> None:
    found = align(a.split(), b.split())

    assert _merged(found) == _merged(tiles)


@given(LETTERS, LETTERS)
def test_no_word_is_in_two_tiles_and_tiles_are_equal_words(a: list[str], b: list[str]) -> None:
    tiles = align(a, b, run=3)

    places_a = [at for t in tiles for at in range(t.a, t.a + t.size)]
    places_b = [at for t in tiles for at in range(t.b, t.b + t.size)]
    assert len(places_a) == len(set(places_a))
    assert len(places_b) == len(set(places_b))
    assert [a[at] for at in places_a] == [b[at] for at in places_b]


def _merged(tiles: object) -> set[tuple[int, int]]:
    """Word by word, so that one long tile and two that touch are the same."""
    return {(t.a + step, t.b + step) for t in tiles for step in range(t.size)}  # type: ignore[attr-defined]
