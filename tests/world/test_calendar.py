"""Holidays, zones and the first day of a war."""

from __future__ import annotations

from datetime import date
from zoneinfo import available_timezones

import pytest

from dateline.world.calendar import LOCAL, holiday, holiday_in, war_start, zone_forms, zone_names


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("christmas", 2024, "2024-12-25"),
        ("easter", 2025, "2025-04-20"),
        ("easter", 2024, "2024-03-31"),
        ("good-friday", 2025, "2025-04-18"),
        ("orthodox-easter", 2024, "2024-05-05"),
        ("orthodox-easter", 2025, "2025-04-20"),
        ("pascha-friday", 2022, "2022-04-22"),
    ],
)
def test_a_holiday_has_its_day_in_each_year(name: str, year: int, day: str) -> None:
    assert holiday_in(name, year) == date.fromisoformat(day)


def test_a_holiday_that_the_name_does_not_fix_has_none() -> None:
    assert (holiday("labour-day"), holiday_in("labour-day", 2025)) == ("XX-XX", None)


def test_every_zone_is_known_to_the_tz_database_or_is_an_offset() -> None:
    names = set(zone_names().values())
    odd = {
        n
        for n in names
        if n not in available_timezones() and n.split()[0] != LOCAL and n[0] not in "+-"
    }

    assert odd == set()


def test_a_city_is_a_zone_only_beside_a_clock() -> None:
    assert (zone_forms()["kyiv"], zone_forms()["kyiv time"]) == ("city", "zone")


def test_abbreviations_of_several_zones_are_left_out() -> None:
    assert not {"ist", "cst"} & set(zone_names())


def test_day_one_of_the_war() -> None:
    assert war_start() == date(2022, 2, 24)
