"""A map takes a side unless it is told not to: what the areas say, asserted."""

from __future__ import annotations

import pytest

from dateline.core.place import PlaceKind, Status
from dateline.world.boundaries import area, areas, areas_at, border_km, holds

UKRAINE = (22.0, 44.0, 40.5, 52.5)


def test_simferopol_lies_in_no_area_drawn_plainly_as_russia() -> None:
    at = areas_at(34.1, 44.95)

    assert [a.id for a in at] == ["UA-43"]
    assert not [a for a in at if a.country == "RU"]


@pytest.mark.parametrize("ident", ["UA-43", "UA-40", "UA-14", "UA-09", "UA-23", "UA-65"])
def test_a_contested_area_carries_its_status_and_the_source_of_it(ident: str) -> None:
    found = area(ident)

    assert found is not None
    assert found.status is Status.OCCUPIED_CLAIMED
    assert "General Assembly" in found.status_source
    assert found.country == "UA"


@pytest.mark.parametrize(
    ("lon", "lat", "ident"),
    [
        (30.52, 50.45, "UA-30"),
        (35.04, 48.46, "UA-12"),
        (37.80, 48.00, "UA-14"),
        (33.52, 44.60, "UA-40"),
        (86.09, 55.35, "RU-KEM"),
        (36.19, 51.73, "RU-KRS"),
        (27.56, 53.90, "BY-HM"),
    ],
)
def test_a_city_lies_in_its_own_division(lon: float, lat: float, ident: str) -> None:
    assert ident in {a.id for a in areas_at(lon, lat)}


def test_a_map_of_ukraine_gets_every_oblast_and_the_countries_around() -> None:
    found = areas(UKRAINE)

    assert sum(a.country == "UA" and a.kind is PlaceKind.OBLAST for a in found) == 27
    assert {"RU", "BY", "PL", "RO", "MD"} <= {a.id for a in found}


def test_the_same_box_gives_the_same_areas_in_the_same_order() -> None:
    assert [a.id for a in areas(UKRAINE)] == [a.id for a in areas(UKRAINE)]


def test_distance_to_a_border_is_in_kilometres_on_either_side() -> None:
    dnipro = area("UA-12")

    assert dnipro is not None
    assert holds(dnipro, 36.5, 48.1)
    assert border_km(dnipro, 37.17, 48.28) == pytest.approx(18, abs=6)
