"""What time expressions mean, on which ground: the tables are the specification."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.timex import timex
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.values import Dated
from dateline.resolve.dates import dates

WEDNESDAY = "2025-06-11"


def dated(doc: Document) -> tuple[Dated, ...]:
    layers = Layers(timex.annotate(doc, Layers()))
    return Layers(dates.annotate(doc, layers)).of(Dated)


def values(text: str, published: str | None = WEDNESDAY, lang: str = "en") -> list[str]:
    return [item.value for item in dated(document(text, published=published, lang=lang))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rained on May 20.", ["2025-05-20"]),
        ("It rained in December.", ["2024-12"]),
        ("It will rain in December.", ["2025-12"]),
        ("It rained on Monday.", ["2025-06-09"]),
        ("It will rain on Monday.", ["2025-06-16"]),
        ("It rained on Wednesday.", ["2025-06-11"]),
        ("It rained yesterday.", ["2025-06-10"]),
        ("It rained last week.", ["2025-W23"]),
        ("It rained two weeks ago.", ["2025-W22"]),
        ("It rained two years ago.", ["2023"]),
        ("It rained last July.", ["2024-07"]),
        ("It rained last summer.", ["2024-SU"]),
        ("It rained this morning.", ["2025-06-11TMO"]),
        ("It rained over the weekend.", ["2025-W23-WE"]),
        ("It rained on Easter Sunday.", ["2025-04-20"]),
        ("From Sunday, trains leave later.", ["2025-06-15"]),
        ("The toll from Sunday's strike in the town, in the north, is five.", ["2025-06-08"]),
        ("It rained at 9:14 a.m. on Tuesday.", ["2025-06-10T09:14"]),
        ("It rained in the third quarter of this year.", ["2025-Q3"]),
        ("It rained for the past nine days.", ["P9D"]),
        ("It is day 1,200 of the war.", ["2025-06-07"]),
        ("It rained in the 1990s and the 80s.", ["199", "198"]),
        ("It rained on May 20. Two days later it snowed.", ["2025-05-20", "2025-05-22"]),
        (
            "It rained on May 20 at 23:50, and at 00:10 it snowed.",
            ["2025-05-20T23:50", "2025-05-21T00:10"],
        ),
        (
            "It rained on May 20 at 9:00. Two hours later it snowed.",
            ["2025-05-20T09:00", "2025-05-20T11:00"],
        ),
        ("It rained three days after the flood.", ["P3D"]),
    ],
)
def test_news_counts_from_the_day_of_publication(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("В ночь на 8 июня прилетели дроны.", ["2025-06-08TNI"]),
        ("С 6 по 8 июня дорога закрыта.", ["2025-06-06", "2025-06-08"]),
        ("Вчера вечером, в 21:30 мск, прозвучал взрыв.", ["2025-06-10TEV", "2025-06-10T21:30"]),
        ("На прошлой неделе сообщили о гибели.", ["2025-W23"]),
        ("Полтора года назад мост разрушили.", ["2023-12"]),
        ("Летом прошлого года шли дожди.", ["2024-SU"]),
        ("У ніч із 7 на 8 червня прилетіли дрони.", ["2025-06-07TNI"]),
        ("О дев'ятій годині ранку колона увійшла.", ["2025-06-11T09:00"]),
        ("Минулого тижня повідомили.", ["2025-W23"]),
        ("Торік і позаторік ішли дощі.", ["2024", "2023"]),
        ("1184-та доба повномасштабної війни.", ["2025-05-22"]),
        ("Щопонеділка та двічі на тиждень.", ["XXXX-WXX-1", "P1W"]),
    ],
)
def test_russian_and_ukrainian_news_counts_the_same_way(text: str, found: list[str]) -> None:
    assert values(text, lang="ru") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rained on May 20.", ["XXXX-05-20"]),
        ("It rained yesterday.", ["XXXX-XX-XX"]),
        ("It rained on Monday.", ["XXXX-WXX-1"]),
        ("It rained in the summer.", ["XXXX-SU"]),
        ("It rained at 9:14 MSK.", ["XXXX-XX-XXT09:14"]),
        ("It rained on May 20, 2025. On June 8 it snowed.", ["2025-05-20", "2025-06-08"]),
        ("It rained on May 20, 2001. Today it is asked why.", ["2001-05-20", "XXXX-XX-XX"]),
    ],
)
def test_without_a_ground_the_open_digits_stay(text: str, found: list[str]) -> None:
    assert values(text, published=None) == found


def test_a_headline_year_is_no_ground_for_the_body() -> None:
    doc = document("Troops crossed on May 20.", headline="Troops Cross in May 2020")

    assert [item.value for item in dated(doc)] == ["2020-05", "XXXX-05-20"]


def test_a_date_on_a_line_of_its_own_dates_the_report() -> None:
    doc = document("June 11, 2025", "It rained yesterday.")

    assert [item.value for item in dated(doc)] == ["2025-06-11", "2025-06-10"]


def test_a_publication_date_that_is_none_is_no_ground() -> None:
    assert values("It rained yesterday.", published="03-02-2009") == ["XXXX-XX-XX"]


TALE = (
    "In March 1943 the siege began. In April it went on. In 1944 it ended. The following year, "
    "on May 8, peace came. Since 1813 nothing like it had been seen. In June the army left."
)


def test_a_narrative_counts_from_date_to_date() -> None:
    assert values(TALE) == [
        "1943-03",
        "1943-04",
        "1944",
        "1945",
        "1945-05-08",
        "1813",
        "1945-06",
    ]


def test_years_before_christ_are_kept_through_the_narrative() -> None:
    text = (
        "In 490 BC they met, in 480 BC too. In 479 BC they left. A year later, in spring, it ended"
    )

    assert values(text) == ["BC0490", "BC0480", "BC0479", "BC0478", "BC0478-SP"]


def test_the_reason_can_be_read() -> None:
    (item,) = dated(document("It rained on May 20.", published="2025-06-09"))

    assert item.reason == "year 2025 from the publication date 2025-06-09"


def test_the_stated_zone_and_the_instant_are_both_kept() -> None:
    (item,) = dated(document("May 20, 9:14 [MSK].", published="2025-06-09"))

    assert (item.value, item.zone, item.utc) == (
        "2025-05-20T09:14",
        "[MSK]".strip("[]"),
        "2025-05-20T06:14Z",
    )


def test_an_unknown_zone_stays_unknown() -> None:
    (item,) = dated(document("May 20, 9:14 IST.", published="2025-06-09"))

    assert (item.zone, item.utc) == ("IST", None)


def test_bounds_are_both_included() -> None:
    (item,) = dated(document("It rained in early June.", published="2025-06-29"))

    assert (item.earliest, item.latest) == ("2025-06-01", "2025-06-10")


def test_a_late_hour_that_had_not_come_at_publication_is_of_the_day_before() -> None:
    text = "The attack lasted from 23:40 to 4:15."

    assert values(text, published="2025-06-11T09:30:00+03:00") == [
        "2025-06-10T23:40",
        "2025-06-11T04:15",
    ]


def test_a_log_goes_on_with_its_day() -> None:
    text = "24 February 2022\n03:40 first vehicles cross\n23:55 talks offered\n00:10 silence"

    assert values(text, published=None) == [
        "2022-02-24",
        "2022-02-24T03:40",
        "2022-02-24T23:55",
        "2022-02-25T00:10",
    ]


def test_joined_dates_share_the_year_of_the_last() -> None:
    text = "The spring and early summer of 1943 were quiet."

    assert values(text) == ["1943-SP", "1943-SU"]


def test_a_verb_before_a_date_outweighs_one_behind_it() -> None:
    assert values("A truce that expired on May 11 is to be discussed.") == ["2025-05-11"]


def test_the_same_year_is_the_last_that_was_named() -> None:
    text = "2022 року місто обороняли. У березні того ж року ворог відступив."

    assert values(text, lang="uk") == ["2022", "2022-03"]


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("They will finish repairs before winter.", "en", ["2025-WI"]),
        ("The mission was extended until early July.", "en", ["2025-07"]),
        ("The deal will be signed in two weeks.", "en", ["2025-W26"]),
        ("The deal was signed in two weeks.", "en", ["P2W"]),
        ("It fell two days before the video was published.", "en", ["P2D"]),
        ("Суд рассмотрит жалобу в пятницу.", "ru", ["2025-06-13"]),
        ("Суд рассмотрел жалобу в пятницу.", "ru", ["2025-06-06"]),
        ("Весной откроют мост.", "ru", ["2026-SP"]),
        ("Весной открыли мост.", "ru", ["2025-SP"]),
        ("К середине декабря отряды подошли к городу.", "ru", ["2024-12"]),
        ("Скаргу розгляне суд у п'ятницю.", "uk", ["2025-06-13"]),
        ("Воду подаватимуть з понеділка.", "uk", ["2025-06-16"]),
        ("Колони рухаються з понеділка.", "uk", ["2025-06-09"]),
        ("Наступна зустріч — субота.", "uk", ["2025-06-14"]),
        ("За тиждень відбудуться переговори.", "uk", ["2025-W25"]),
        ("За тиждень загинули люди.", "uk", ["P1W"]),
        ("Незабаром закон розгляне рада.", "uk", ["FUTURE_REF"]),
        ("Незабаром його вбили.", "uk", []),
    ],
)
def test_the_verb_tells_which_side_of_publication_is_meant(
    text: str, lang: str, found: list[str]
) -> None:
    assert values(text, lang=lang) == found


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("It rained at 7 a.m. local time (0500 GMT).", "en", ["2025-06-11T05:00Z"] * 2),
        ("It rained from 9 p.m. to 11 p.m. Kyiv time.", "en", ["T18:00Z", "T20:00Z"]),
        ("О 9:40 московським пролунав вибух.", "uk", ["T06:40Z"]),
        (
            "Близько 8:40 за київським (за місцевим, тобто московським, 9:40).",
            "uk",
            ["T05:40Z", "T06:40Z"],
        ),
        ("Час у хроніці київський. О 9:10 пролунав вибух.", "uk", ["T06:10Z"]),
        ("Время московское.\n23:50 взрыв\n00:10 второй.", "ru", ["T20:50Z", "T21:10Z"]),
    ],
)
def test_a_zone_said_in_short_or_once_gives_the_instant(
    text: str, lang: str, found: list[str | None]
) -> None:
    told = [item.utc for item in dated(document(text, published=WEDNESDAY, lang=lang))]
    assert [t and t.endswith(f or "?") for t, f in zip(told, found, strict=True)] == [
        f and True for f in found
    ]


def test_the_evening_spoken_of_before_has_the_hour_that_the_night_has_not() -> None:
    text = (
        "Огонь открыли вечером 9 июня, говорится в заявлении сегодня ночью. В 19:30 прошли катера."
    )
    assert values(text, lang="ru")[-1] == "2025-06-09T19:30"


def test_in_an_undated_text_a_week_day_is_the_one_dated_before_it() -> None:
    text = "It rained on Wednesday, 25 October 2017. It stopped on Wednesday evening."
    assert values(text, published=None) == ["2017-10-25", "2017-10-25TEV"]


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Улітку двадцять четвертого висоту тримали.", "uk", ["2024-SU"]),
        ("Ранок 7 грудня 41-го року був теплий.", "uk", ["1941-12-07TMO"]),
        ("Летом сорок третьего шли бои.", "ru", ["1943-SU"]),
        ("В мае две третьих отряда ушли.", "ru", ["2025-05"]),
    ],
)
def test_a_year_told_by_its_last_two_digits_is_of_this_century_or_the_last(
    text: str, lang: str, found: list[str]
) -> None:
    assert values(text, lang=lang) == found
