"""Plain text becomes a document; what no report is long enough for is refused."""

from __future__ import annotations

import pytest

from dateline.core.errors import UnsupportedMedia
from dateline.ingest.plain import MAX_LINE, MAX_TEXT, refuse_long


@pytest.mark.parametrize("text", ["", "x" * MAX_LINE, "\n".join(["x" * 1000] * 499)])
def test_a_long_report_is_read(text: str) -> None:
    assert refuse_long(text) is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize(
    ("text", "why"),
    [("x" * (MAX_LINE + 1), "a line of"), ("x\n" * MAX_TEXT, "characters of text")],
)
def test_what_is_longer_than_any_report_is_refused(text: str, why: str) -> None:
    with pytest.raises(UnsupportedMedia, match=why):
        refuse_long(text)
