"""Times as pages print them for machines."""

from __future__ import annotations

import pytest

from dateline.ingest.moments import moment_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-06-09", "2025-06-09"),
        ("2025-6-9", "2025-06-09"),
        ("2025-06-09T08:00:00.123+0300", "2025-06-09T08:00:00+03:00"),
        ("2025-06-09T08:00:00+03", "2025-06-09T08:00:00+03:00"),
        ("2025-06-09 08:00", "2025-06-09T08:00"),
        ("2025-06-09T08:00:00Z[UTC]", "2025-06-09T08:00:00+00:00"),
        ("2025-06-09T08:00:00 MSK", "2025-06-09T08:00:00+03:00"),
        ("20250609T0800Z", "2025-06-09T08:00:00+00:00"),
        ("2025/06/09 8:00", "2025-06-09T08:00"),
        ("Mon, 09 Jun 2025 08:00:00 GMT", "2025-06-09T08:00:00+00:00"),
        ("Mon Jun 09 08:00:00 CEST 2025", "2025-06-09T08:00:00+02:00"),
        ("1749456000", "2025-06-09T08:00:00+00:00"),
        ("1749456000000", "2025-06-09T08:00:00+00:00"),
    ],
)
def test_the_offset_is_kept_as_stated_and_never_supplied(text: str, value: str) -> None:
    assert moment_value(text) == value


def test_a_zone_that_is_no_single_offset_leaves_a_clock_without_one() -> None:
    assert moment_value("Mon Jun 09 08:00:00 CST 2025") == "2025-06-09T08:00:00"


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2025-13-01", "09.06.2025", "06/09/2025", "0001-01-01", "9999999"]
)
def test_what_is_no_moment_or_could_be_two_is_none(text: str) -> None:
    assert moment_value(text) is None
