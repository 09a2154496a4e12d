"""Document: roles by offset, and a publication time as exact as it is known."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from build import document, span_of

from dateline.core.document import Published, Role
from dateline.core.span import Span


def test_a_span_has_the_role_of_the_block_it_starts_in() -> None:
    doc = document("The body.", headline="The head")

    assert doc.role_at(span_of(doc, "head")) is Role.HEADLINE
    assert doc.role_at(span_of(doc, "body")) is Role.BODY
    assert doc.role_at(Span(8, 10)) is None, "white space between blocks has no role"


def test_furniture_is_not_readable() -> None:
    doc = document("The body.", headline="The head")

    assert [b.role for b in doc.readable] == [Role.HEADLINE, Role.BODY]
    assert doc.blocks_of(Role.FURNITURE) == ()


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2025-06-09", None),
        ("2025-06-09T08:00", None),
        ("2025-06-09T08:00:00+03:00", datetime(2025, 6, 9, 5, 0, tzinfo=UTC)),
        ("2025-06-09T08:00:00Z", datetime(2025, 6, 9, 8, 0, tzinfo=UTC)),
    ],
)
def test_a_clock_without_a_zone_is_no_instant(value: str, moment: datetime | None) -> None:
    published = Published(value, "test")

    assert published.day == date(2025, 6, 9)
    assert published.moment == moment
