"""Stated zones and instants."""

from __future__ import annotations

import pytest

from dateline.resolve.zones import instant, lent, zone_of


@pytest.mark.parametrize(
    ("value", "zone", "utc"),
    [
        ("2025-05-20T09:14", "[MSK]", "2025-05-20T06:14Z"),
        ("2014-07-17T16:20", "MSK", "2014-07-17T12:20Z"),
        ("2025-01-10T12:00", "Kyiv time", "2025-01-10T10:00Z"),
        ("2025-06-10T12:00", "київським часом", "2025-06-10T09:00Z"),
        ("2025-06-10T12:00", "EEST", "2025-06-10T09:00Z"),
        ("2025-06-10T12:00", "UTC+3:30", "2025-06-10T08:30Z"),
        ("2025-06-10T00:30", "GMT +8", "2025-06-09T16:30Z"),
        ("2025-06-10T24:00", "UTC", "2025-06-11T00:00Z"),
        ("2025-06-10T12:00", "Eastern time", "2025-06-10T16:00Z"),
        ("2025-06-10T12:00", "IST", None),
        ("2025-06-10T12:00", "XYZT", None),
        ("2025-06-10T12:00", "local time", None),
        ("2025-06-10T12:00", None, None),
        ("XXXX-06-10T12:00", "UTC", None),
        ("2025-06-10TMO", "UTC", None),
        ("2025-06-10", "UTC", None),
        ("2025-06-10T12:00", "UTC+99", None),
    ],
)
def test_an_instant_needs_a_day_a_clock_and_a_known_zone(
    value: str, zone: str | None, utc: str | None
) -> None:
    assert instant(value, zone) == utc


def test_an_offset_from_a_place_is_no_zone() -> None:
    assert zone_of("Moscow time +2") is None


@pytest.mark.parametrize(
    ("value", "zone", "utc"),
    [
        ("2024-10-27T03:20", "зимовим", "2024-10-27T01:20Z"),
        ("2024-10-27T03:20", "літнім часом", "2024-10-27T00:20Z"),
        ("2024-07-01T03:20", "winter time", None),
        ("2024-07-01T03:20", "летнему времени", "2024-07-01T00:20Z"),
    ],
)
def test_summer_and_winter_time_part_two_equal_clock_times(
    value: str, zone: str, utc: str | None
) -> None:
    assert instant(value, zone, local="Europe/Kyiv") == utc
    assert instant(value, zone) is None


def test_an_instant_is_lent_only_over_a_gap_that_a_zone_can_have() -> None:
    assert lent("2025-06-11T07:00", "2025-06-11T05:00Z") == "2025-06-11T05:00Z"
    assert lent("2025-06-11T07:00", "2025-06-10T05:00Z") is None
    assert lent("2025-06-11T07:07", "2025-06-11T05:00Z") is None
