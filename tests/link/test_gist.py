"""What a report's claims tell as values, through the standard pipeline."""

from __future__ import annotations

import pytest

from dateline.core.document import Published
from dateline.ingest.plain import from_text
from dateline.link.gist import gist
from dateline.link.told import Gist
from dateline.pipeline.standard import standard


def read(text: str, lang: str = "en", title: str | None = None) -> Gist:
    published = Published("2025-08-05", "given")
    return gist(*standard()(from_text(text, title=title, published=published, lang=lang)))


@pytest.mark.parametrize(
    ("text", "lang", "days"),
    [
        ("Drones hit the port of Odesa on 3 August.", "en", ("2025-08-03", "2025-08-03")),
        ("Drones hit the port of Odesa overnight.", "en", None),
        ("Уночі дрони вдарили по порту Одеси.", "uk", None),
        ("Беспилотники атаковали порт Одессы 3 августа ночью.", "ru", ("2025-08-03", "2025-08-03")),
        ("Drones have hit the port of Odesa since the war began.", "en", None),
    ],
)
def test_a_day_is_stated_or_it_is_not(text: str, lang: str, days: tuple[str, str] | None) -> None:
    """`overnight` once made two reprints of one night, a day apart, contradict each other."""
    lead = read(text, lang).lead

    assert lead is not None
    assert lead.days == days


def test_a_country_is_no_place_where_a_town_is_named() -> None:
    lead = read("Ukraine's second city, Kharkiv, was shelled.").lead

    assert lead is not None
    assert [where.name for where in lead.places] == ["Kharkiv"]


@pytest.mark.parametrize(
    ("text", "lang", "counts"),
    [
        ("The death toll in Konotop has risen to five.", "en", {(5, "killed")}),
        ("Overnight 31 of 58 drones were shot down.", "en", {(31, "shot_down")}),
        ("Two dockers were killed in Odesa.", "en", {(2, "killed")}),
        ("Число погибших в Конотопе выросло до пяти.", "ru", {(5, "killed")}),
        ("У Конотопі загинули троє людей.", "uk", {(3, "killed")}),
    ],
)
def test_a_number_has_the_state_that_its_words_give_it(
    text: str, lang: str, counts: set[tuple[int, str]]
) -> None:
    lead = read(text, lang).lead

    assert lead is not None
    assert {(int(c.value), c.state) for c in lead.counts if c.state} == counts


def test_the_one_claim_of_a_headline_has_the_place_of_the_whole_headline() -> None:
    found = read("Удар по аэродрому в Джанкое: эксперт рассказал, что там могло быть.", "ru")

    assert all(found.lead is not None and one.names == found.lead.names for one in found.told)


def test_an_empty_report_tells_nothing() -> None:
    assert read("").told == ()
    assert read("").lead is None
