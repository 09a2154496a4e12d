from __future__ import annotations

import pytest

from dateline.present.insource import find_in_source

SOURCE = "<h1>On May 3</h1>\n<p>Fire &amp; smoke on <b>May 3</b> in Kyiv. On May 3 again.</p>"
TEXT = "On May 3\n\nFire & smoke on May 3 in Kyiv. On May 3 again."


@pytest.mark.parametrize(
    ("words", "nth", "at"),
    [
        ("Fire & smoke", 0, SOURCE.index("Fire &amp;")),
        ("in Kyiv", 0, SOURCE.index("in Kyiv")),
        ("May 3", 2, SOURCE.index("May 3 again")),
        ("May 3", 1, None),
    ],
)
def test_words_are_found_where_one_place_alone_fits(words: str, nth: int, at: int | None) -> None:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)

    place = find_in_source(SOURCE, TEXT, start, start + len(words))

    assert (place and place[0]) == at
