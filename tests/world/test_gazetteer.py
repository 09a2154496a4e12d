"""What the gazetteer knows, as tables of names."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.core.place import PlaceKind
from dateline.core.table import parse_table
from dateline.world.gazetteer import gazetteer

SPELLINGS = Path(__file__).parents[2] / "eval" / "places" / "spellings.tsv"


def _spellings() -> list[tuple[str, str]]:
    rows = parse_table(SPELLINGS, SPELLINGS.read_text("utf-8"), ("place", "spelling", "lang"))
    return [(row["spelling"], row["place"]) for row in rows]


@pytest.mark.parametrize(("spelling", "ident"), _spellings())
def test_each_of_sixty_spellings_finds_its_place(spelling: str, ident: str) -> None:
    assert ident in [place.id for place in gazetteer().look(spelling)]


@pytest.mark.parametrize(
    ("name", "ident", "kind", "iso"),
    [
        ("Ukraine", "UA", PlaceKind.COUNTRY, None),
        ("Росія", "RU", PlaceKind.COUNTRY, None),
        ("Kyiv", "UA-30", PlaceKind.SETTLEMENT, "UA-30"),
        ("Киев", "UA-30", PlaceKind.SETTLEMENT, "UA-30"),
        ("Kharkiv", "UA63120270010096107", PlaceKind.SETTLEMENT, "UA-63"),
        ("Донеччина", "UA-14", PlaceKind.OBLAST, "UA-14"),
        ("LPR", "ua:lpr", PlaceKind.REGION, "UA-09"),
        ("ДНР", "ua:dpr", PlaceKind.REGION, "UA-14"),
        ("Crimea", "ua:crimea", PlaceKind.REGION, "UA-43"),
        ("Покровський напрямок", "ua:front-pokrovsk", PlaceKind.REGION, "UA-14"),
        ("Black Sea", "s:black", PlaceKind.SEA, None),
        ("Азовське море", "s:azov", PlaceKind.SEA, None),
        ("Kemerovo Oblast", "RU-KEM", PlaceKind.OBLAST, "RU-KEM"),
        ("Rapides Parish", "gn2:US.LA.079", PlaceKind.RAION, "US-LA"),
    ],
)
def test_the_best_known_place_of_a_name(
    name: str, ident: str, kind: PlaceKind, iso: str | None
) -> None:
    best = gazetteer().look(name)[0]

    assert (best.id, best.kind, best.iso) == (ident, kind, iso)


def test_apostrophes_and_yo_fold() -> None:
    look = gazetteer().look

    assert look("Куп'янськ") == look("Куп’янськ") == look("Купʼянськ")
    assert look("Артёмовск") == look("Артемовск")


def test_a_settlement_lies_in_hromada_raion_oblast_and_country() -> None:
    bakhmut = gazetteer().look("Bakhmut")[0]

    assert len(bakhmut.within) == 4
    assert bakhmut.within[-2:] == ("UA-14", "UA")
    assert abs(bakhmut.lat - 48.6) < 0.1


def test_every_village_called_ivanivka_is_known() -> None:
    found = [p for p in gazetteer().look("Іванівка") if p.country == "UA"]

    assert len(found) >= 100
    assert len({p.iso for p in found}) > 15


def test_no_place_lies_at_zero_zero() -> None:
    known = gazetteer()

    for name in ("Ukraine", "Kiribati", "Fiji", "Gulf of Guinea", "Africa", "Ghana"):
        assert all((p.lat, p.lon) != (0.0, 0.0) for p in known.look(name))


def test_an_unknown_name_finds_nothing() -> None:
    assert gazetteer().look("Qwertyuiopolis") == ()
    assert gazetteer().place("no such id") is None
