"""
Names that fix a day, a zone or the first day of a war: dated facts of the calendar.

Reads zones.tsv, zone_places.tsv, area_zones.tsv, holidays.tsv and wars.tsv beside it. Which of
them a text means is not decided here.
"""

from __future__ import annotations

import tomllib
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from dateline.core.table import parse_table

HERE = Path(__file__).parent
LOCAL = "local"
"""A zone that is stated without saying which: the clock of the place."""


def _rows(name: str, columns: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    path = HERE / name
    return tuple(parse_table(path, path.read_text(encoding="utf-8"), columns))


@cache
def zone_names() -> dict[str, str]:
    """Stated form, lower case → IANA name, offset (`+02:00`), `local`, or `local summer`."""
    return {
        form: row["zone"]
        for row in _zone_rows()
        for form in "|".join((row["forms"], row["cities"], row["adjectives"])).split("|")
        if form
    }


@cache
def zone_forms() -> dict[str, str]:
    """Every form, lower case → `zone`; `city` for a place first, `zoneadj` for an ellipsis."""
    return {
        form: kind
        for row in _zone_rows()
        for column, kind in _ZONE_COLUMNS
        for form in row[column].split("|")
        if form
    }


@cache
def _area_zones() -> dict[str, str]:
    return {row["area"]: row["zone"] for row in _rows("area_zones.tsv", ("area", "zone"))}


def area_zone(area: str) -> str | None:
    """
    The IANA name of the clock of a country (alpha-2) or region (ISO 3166-2).

    None where the table does not have it, empty where a disputed area keeps two clocks.
    """
    return _area_zones().get(area)


def is_local(stated: str) -> bool:
    """Whether the stated words name the clock of the place, without saying which."""
    return zone_names().get(stated.lower(), "").startswith(LOCAL)


def has_daylight_saving(stated: str) -> bool | None:
    """Whether `summer time`, not `winter time`, is stated; None for neither."""
    clock, _, season = zone_names().get(stated.lower(), "").partition(" ")
    return season == "summer" if clock == LOCAL and season else None


@cache
def _zone_rows() -> tuple[dict[str, str], ...]:
    named = _rows("zones.tsv", ("forms", "cities", "zone", "adjectives"))
    return (*_place_rows(), *named)


def _place_rows() -> Iterator[dict[str, str]]:
    """Each place of zone_places.tsv in the words of zone_words.toml, as a row of zones.tsv."""
    words = tomllib.loads((HERE / "zone_words.toml").read_text(encoding="utf-8"))
    for row in _rows("zone_places.tsv", _PLACE_COLUMNS):
        cities = words["cities"] if row["kind"] == "city" else ()
        yield {
            "zone": row["zone"],
            "forms": "|".join(_worded(words["forms"], row)),
            "cities": "|".join(_worded(cities, row)),
            "adjectives": "",
        }


def _worded(templates: Iterable[str], row: dict[str, str]) -> Iterator[str]:
    """The templates with the forms of a row, `ё` also as `е`; none for a form not in use."""
    for template in templates:
        column = template.partition("{")[2].partition("}")[0]
        for form in filter(None, row[column].split("|")):
            worded = template.replace("{" + column + "}", form)
            yield from (worded, worded.replace("ё", "е")) if "ё" in worded else (worded,)


_PLACE_COLUMNS = (
    "zone", "kind", "en", "ru_gen", "ru_dat", "ru_prep", "ru_adj",
    "uk_gen", "uk_ins", "uk_loc", "uk_adj",
)  # fmt: skip


_ZONE_COLUMNS = (("forms", "zone"), ("cities", "city"), ("adjectives", "zoneadj"))


@cache
def _holiday_rules() -> dict[str, str]:
    return {row["id"]: row["rule"] for row in _rows("holidays.tsv", ("id", "rule"))}


def holiday(name: str) -> str:
    """`MM-DD`; `XX-XX` where the day differs by country or year and is not told by the name."""
    rule = _holiday_rules()[name]
    return rule if rule[2:3] == "-" and ";" not in rule else "XX-XX"


def holiday_in(name: str, year: int) -> date | None:
    """The day in `year`; None where the name does not fix it."""
    first, *later = _holiday_rules()[name].split(";")
    since = [rule for rule in later if int(rule[:4]) <= year]
    rule = since[-1][5:] if since else first
    if rule.startswith("XX") or not date.min.year < year < date.max.year:
        return None
    if rule[2:3] == "-":
        return date(year, int(rule[:2]), int(rule[3:]))
    if "/" in rule:
        return _nth_weekday(year, *map(int, rule.split("/")))
    church = "easter" if rule.startswith("easter") else "pascha"
    return (_easter if church == "easter" else _pascha)(year) + timedelta(int(rule[len(church) :]))


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The nth such day of the month, the last one for -1."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


_WARS = ("id", "first_day", "ground", "source")


@cache
def war_start() -> date:
    """Day 1 of the war that `day 1,200 of the war` counts in."""
    (row,) = _rows("wars.tsv", _WARS)
    return date.fromisoformat(row["first_day"])


@cache
def battle_grounds() -> tuple[str, ...]:
    """Alpha-2 codes of the countries on whose ground the wars of the table are fought."""
    return tuple(row["ground"] for row in _rows("wars.tsv", _WARS))


def _easter(year: int) -> date:
    """Gregorian Easter Sunday (Anonymous Gregorian algorithm, Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _pascha(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar, 1900 to 2099 (Meeus)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)
