"""Which place a name means: tables of sentences, whole sentences in and places out."""

from __future__ import annotations

import pytest
from build import document
from msgspec.structs import replace

from dateline.annotate.toponym import toponym
from dateline.core.document import Fact
from dateline.core.layers import Layers
from dateline.core.values import Located
from dateline.read.sentences import sentences
from dateline.resolve.places import places


def located(text: str, lang: str = "en") -> list[Located]:
    doc = document(text, lang=lang)
    return list(places.annotate(doc, Layers(toponym.annotate(doc, Layers()))))


def ids(text: str, lang: str = "en") -> list[str | None]:
    return [item.id for item in located(text, lang) if item.role == "location"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They crossed the border of Dnipropetrovsk Oblast.", ["UA-12"]),
        (
            "He named Dnipropetrovsk, Sumy, and Chernigov regions.",
            ["UA-12", "UA-59", "UA-74"],
        ),
        ("Shells fell on Sumy.", ["UA59080270010036634"]),
        ("The strike hit Paris, Texas, overnight.", ["gn:4717560", "US-TX"]),
        ("The talks in Paris ended.", ["gn:2988507"]),
        ("Troops entered Novopavlivka, Dnipropetrovsk Oblast.", ["UA12140190010085809", "UA-12"]),
        ("He fought in the Donetsk People’s Republic (DPR).", ["ua:dpr", "ua:dpr"]),
        ("Battles go on in eastern Ukraine.", ["ua:east"]),
        ("Fighting in the Pokrovsk direction was heavy.", ["ua:front-pokrovsk"]),
        ("Fighting in Donetsk and Luhansk oblasts was heavy.", ["UA-14", "UA-09"]),
        ("Strikes hit Gaza. In Gaza City a clinic burned.", ["r:gaza", "gn:281133"]),
        ("Ships left the Black Sea for the Bosphorus.", ["s:black", "s:bosporus"]),
    ],
)
def test_the_text_decides_which_place_is_meant(text: str, wanted: list[str]) -> None:
    assert ids(text) == wanted


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("Вибухи пролунали у Запоріжжі.", "uk", ["UA23060070010069526"]),
        ("Вибухи пролунали на Запоріжжі.", "uk", ["UA-23"]),
        ("Окупанти обстріляли Часів Яр.", "uk", ["UA14020130010015598"]),
        ("Бої тривають біля Часового Яру.", "uk", ["UA14020130010015598"]),
        ("Вибухи у Києві, Київській та Львівській областях.", "uk", ["UA-30", "UA-32", "UA-46"]),
        ("На Покровському напрямку тривають бої.", "uk", ["ua:front-pokrovsk"]),
        ("Удар по порту в Одесі на півдні.", "uk", ["UA51100270010076757"]),
        ("Суджанський напрямок лишається гарячим.", "uk", ["front:gn:486816"]),
        (
            "Бої на Покровському, Суджанському та Лиманському напрямках.",
            "uk",
            ["ua:front-pokrovsk", "front:gn:486816", "ua:front-lyman"],
        ),
        ("Взрывы в Крыму и под Херсоном.", "ru", ["ua:crimea", "UA65100150010064384"]),
        ("Бои в Донецкой и Луганской областях.", "ru", ["UA-14", "UA-09"]),
        ("Удар у села Дарьевка в Херсонской области.", "ru", ["UA65100070010084602", "UA-65"]),
        ("Пожар в Кемерове.", "ru", ["gn:1503901"]),
        ("Взрывы в Джанкое.", "ru", ["UA01060050010078305"]),
        ("Удар по Джанкойскому аэродрому.", "ru", ["UA01060050010078305"]),
        ("Горит Рязанский НПЗ.", "ru", ["gn:500096"]),
        ("Удар по Одесскому порту.", "ru", ["UA51100270010076757"]),
        ("Взрывы на Каховской ГЭС.", "ru", ["ua:kakhovka-dam"]),
        ("Бои за Работино.", "ru", ["UA23100270150025192"]),
        ("Вибухи у Полтаві.", "uk", ["UA53080370010073240"]),
    ],
)
def test_inflected_names_are_read(text: str, lang: str, wanted: list[str]) -> None:
    assert ids(text, lang) == wanted


def test_the_division_of_the_sentence_outweighs_the_rest_of_the_text() -> None:
    text = (
        "Fighting went on near Toretsk, Pokrovsk and Chasiv Yar in Donetsk Oblast. "
        "In Kherson Oblast, shelling killed two in Antonivka."
    )
    doc = document(text)
    layers = Layers(sentences.annotate(doc, Layers()))
    layers |= Layers(toponym.annotate(doc, layers))
    last = list(places.annotate(doc, layers))[-1]

    assert (last.name, last.iso3166_2) == ("Antonivka", "UA-65")


def test_an_area_stays_an_area() -> None:
    (crimea,) = located("The base in Crimea burned.")

    assert crimea.place_kind == "region"
    assert crimea.precision == "region"
    assert crimea.bbox is not None
    assert crimea.iso3166_2 == "UA-43"
    assert "occupied-claimed" in crimea.reason
    assert "68/262" in crimea.reason


@pytest.mark.parametrize(
    ("text", "lang", "ident", "precision", "inside"),
    [
        ("They crossed the border of Dnipropetrovsk Oblast.", "en", "UA-12", "line", "border"),
        ("Бої на межі Дніпропетровської та Донецької областей.", "uk", "UA-12", "line", "UA-14"),
        ("Бои на границе Днепропетровской и Донецкой областей.", "ru", "UA-12", "line", "UA-14"),
        ("Вибухи в межах Харківської області.", "uk", "UA-63", "oblast", ""),
        ("Траса Т-05-04 під обстрілом.", "uk", "road:T-05-04", "line", "Kostiantynivka"),
        ("The M30 highway near Pokrovsk is closed.", "en", "road:M-30", "line", "Izvaryne"),
        ("Возле ЗАЭС взрывы.", "ru", "ua:znpp", "point", ""),
        ("Горит Славянский НПЗ.", "ru", "ru:slavyansk-refinery", "point", ""),
        ("Взят Артемовск.", "ru", "UA14020010010059145", "settlement", "official 1924 to 2016"),
        ("Бои на Лозовском направлении.", "ru", "front:UA63100050010081626", "region", ""),
    ],
)
def test_lines_roads_plants_and_old_names(
    text: str, lang: str, ident: str, precision: str, inside: str
) -> None:
    first = located(text, lang)[0]

    assert (first.id, first.precision) == (ident, precision)
    assert inside in first.reason


def test_the_shared_part_of_two_areas_is_smaller_than_either() -> None:
    first, second = located("Fighting on the border of Donetsk and Dnipropetrovsk oblasts.")

    assert first.bbox == second.bbox
    assert first.bbox is not None and first.bbox[2] - first.bbox[0] < 1.5


def test_where_nothing_decides_it_abstains_and_keeps_the_candidates() -> None:
    (place,) = located("Удар нанесли у села Ивановка.", "ru")

    assert place.id is None
    assert place.lat is None
    assert len(place.candidates) > 5
    assert "nothing in the text decides" in place.reason


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Войска вошли в Богдановку.", "ru"), ("Взяли село Александровку.", "ru")],
)
def test_a_place_once_called_so_is_not_meant_where_many_bear_the_name(text: str, lang: str) -> None:
    (place,) = located(text, lang)

    assert place.id is None


def test_a_town_whose_name_it_is_comes_before_one_that_was_called_so() -> None:
    found = located("Russian forces took a village near Pokrovsk.")

    assert found[-1].id == "UA14160210010099403"


def test_the_same_village_is_found_once_its_oblast_is_named() -> None:
    found = located("Бої біля Іванівки на Херсонщині.", "uk")

    assert found[0].iso3166_2 == "UA-65"


@pytest.mark.parametrize("text", ["In Atlantis nothing is known.", "Nobody came."])
def test_no_place_is_ever_at_zero_zero(text: str) -> None:
    assert all((item.lat, item.lon) != (0, 0) for item in located(text))


@pytest.mark.parametrize(
    ("text", "lang", "lat", "lon", "radius"),
    [
        ("Drones struck 10 km north of Vuhledar.", "en", 47.87, 37.25, 4.0),
        ("Drones struck 20 km from Vuhledar.", "en", 47.78, 37.25, 20.0),
        ("Удар в 10 км севернее Угледара.", "ru", 47.87, 37.25, 4.0),
        ("За п'ять кілометрів від Вугледара бої.", "uk", 47.78, 37.25, 5.0),
        ("За 10 км на північний схід від Вугледара бої.", "uk", 47.845, 37.345, 4.0),
        ("Бои в 10 км северо-восточнее Угледара.", "ru", 47.845, 37.345, 4.0),
        ("Fighting south of Vuhledar goes on.", "en", 47.69, 37.25, 10.0),
    ],
)
def test_so_many_kilometres_off_is_a_circle(
    text: str, lang: str, lat: float, lon: float, radius: float
) -> None:
    (place,) = located(text, lang)

    assert place.precision == "vicinity"
    assert place.radius_km == radius
    assert (place.lat, place.lon) == (pytest.approx(lat, abs=0.03), pytest.approx(lon, abs=0.03))


@pytest.mark.parametrize(
    ("outlet", "url", "division"),
    [
        (None, None, "GB-ENG"),
        ("Baltimore Sun", None, "US-MD"),
        ("Columbus Dispatch", None, "US-OH"),
        (None, "https://herald.com.au/news/1", "AU-WA"),
    ],
)
def test_where_a_report_is_printed_decides_between_namesakes(
    outlet: str | None, url: str | None, division: str
) -> None:
    told = Fact(outlet, "test") if outlet else None
    doc = replace(document("A court in Cambridge sat."), outlet=told, url=url)
    (place,) = places.annotate(doc, Layers(toponym.annotate(doc, Layers())))

    assert place.iso3166_2 == division
