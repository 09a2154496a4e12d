"""Span: half-open, never empty."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.errors import SpanError
from dateline.core.span import Span


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_refuses_what_is_no_span_and_says_what_would_be(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=r"want 0 <= start < end"):
        Span(start, end)


@pytest.mark.parametrize(
    ("other", "overlaps", "covers"),
    [
        (Span(0, 5), False, False),
        (Span(0, 6), True, False),
        (Span(5, 9), True, True),
        (Span(6, 7), True, True),
        (Span(9, 10), False, False),
    ],
)
def test_touching_is_not_overlapping(other: Span, overlaps: bool, covers: bool) -> None:
    span = Span(5, 9)

    assert (span.overlaps(other), span.covers(other)) == (overlaps, covers)


@given(st.integers(0, 99), st.integers(1, 99), st.integers(0, 99))
def test_shifting_keeps_the_length(start: int, length: int, by: int) -> None:
    span = Span(start, start + length)

    assert len(span.shifted(by)) == len(span) == length
