"""What counts as a time expression, and what its words say: the tables are the specification."""

from __future__ import annotations

import itertools

import pytest
from build import document
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.timex import timex
from dateline.core.document import Block, Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.core.span import Span
from dateline.core.time import Base


def times(text: str, lang: str = "en") -> tuple[Timex, ...]:
    return Layers(timex.annotate(document(text, lang=lang), Layers())).of(Timex)


def words(text: str, lang: str = "en") -> list[str]:
    return [text[item.span.start : item.span.end] for item in times(text, lang)]


@pytest.mark.parametrize(
    "text",
    [
        "The 155 mm shells, 12,000 men of the 72nd Brigade and 500 tanks.",
        "The price rose from 1,200 to 1,900 dollars. Call +380 44 123 4567.",
        "They won 21-15. The score was 3:2.",
        "A second attempt failed.",
        "He may go, and they march on.",
        "The A380s and F-16s landed.",
        "The 67-year-old man left.",
        "Some 2000 men crossed.",
        "In the 2024/25 season they won.",
        "Black Monday shook the market.",
    ],
)
def test_numbers_and_names_that_date_nothing_are_left_alone(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "155-мм снаряды, 12 тысяч солдат 72-й бригады, 500 танков, 2025 человек.",
        "Телефон 8-800-555-35-35. Счёт 2:1. Температура 20.5.",
        "Ему 45 лет, сыну 12.",
        "Движение 26 Июля победило.",
        "Войска Півдня наступають.",
        "55-летний водитель уехал.",
        "Ранены женщина 67 лет и мужчины 67 и 71 года.",
        "Двоє жінок, 67 і 71 року, загинули.",
        "Им было 30, 20 и 19 лет.",
    ],
)
def test_cyrillic_numbers_and_names_that_date_nothing_are_left_alone(text: str) -> None:
    assert words(text, "ru") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("May 20, 9:14 [MSK].", ["May 20, 9:14 [MSK]"]),
        ("the morning of April 29, 1975", ["the morning of April 29, 1975"]),
        ("From 6 to 8 June it rained.", ["6", "8 June"]),
        ("On May 20-23 it rained.", ["May 20", "23"]),
        ("in late 2024 and early 2025", ["late 2024", "early 2025"]),
        (
            "nearly two weeks after the initial incursion, he left",
            ["nearly two weeks after the initial incursion"],
        ),
        ("As of 6 p.m. Kyiv time 12 were hurt.", ["6 p.m. Kyiv time"]),
        ("8 a.m. (5 a.m. GMT) on Tuesday", ["8 a.m.", "5 a.m. GMT) on Tuesday"]),
        ("В ночь с 7 на 8 июня прилетели.", ["ночь с 7 на 8 июня"]),
        ("у ніч на 8 червня", ["ніч на 8 червня"]),
        (
            "An English report quotes him: «вчера вечером», he said on Monday.",
            ["вчера вечером", "Monday"],
        ),
    ],
)
def test_an_expression_is_as_long_as_its_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "base", "shift", "unit"),
    [
        ("He left yesterday.", Base.NOW, -1, "D"),
        ("He left two weeks ago.", Base.NOW, -2, "W"),
        ("He left two days later.", Base.THEN, 2, "D"),
        ("He left that year.", Base.THEN, 0, "Y"),
        ("He left next year.", Base.NEXT, 1, "Y"),
        ("He left three days after the attack.", Base.EVENT, 3, "D"),
        ("It is day 1,200 of the war.", Base.WAR, 1199, "D"),
        ("He left a few days later.", Base.THEN, None, "D"),
        ("Он уехал три дня назад.", Base.NOW, -3, "D"),
        ("Він поїхав через два тижні.", Base.NEXT, 2, "W"),
    ],
)
def test_the_words_say_what_they_count_from(
    text: str, base: Base, shift: int | None, unit: str
) -> None:
    (item,) = times(text)

    assert (item.says.base, item.says.shift, item.says.unit) == (base, shift, unit)


@pytest.mark.parametrize(
    ("text", "mod", "value"),
    [
        ("nearly five months", "LESS_THAN", "P5M"),
        ("more than a year", "MORE_THAN", "P1Y"),
        ("about 3 days", "APPROX", "P3D"),
        ("at least ten years", "EQUAL_OR_MORE", "P10Y"),
        ("early May", "START", "XXXX-05"),
        ("mid-December", "MID", "XXXX-12"),
        ("the end of 2008", "END", "2008"),
        ("no later than May 20", "ON_OR_BEFORE", "XXXX-05-20"),
        ("конец марта", "END", "XXXX-03"),
        ("більше тижня", "MORE_THAN", "P1W"),
    ],
)
def test_a_modifier_is_kept_beside_the_value(text: str, mod: str, value: str) -> None:
    (item,) = times(f"It took {text}.")

    assert (item.mod, item.value) == (mod, value)


def test_a_zone_that_governs_the_text_is_that_of_each_clock_time_without_one() -> None:
    found = times("All times are UTC. At 22:41 it rose, at 23:05 Kyiv time it fell.")

    assert [item.zone for item in found] == ["UTC", "Kyiv time"]


def test_nothing_is_read_in_furniture() -> None:
    text = "Published May 20, 2025"
    doc = Document(id="x", text=text, blocks=(Block(Span(0, len(text)), Role.FURNITURE),))

    assert list(timex.annotate(doc, Layers())) == []


def test_a_year_of_three_digits_needs_an_era() -> None:
    assert [item.value for item in times("In 481 BC they met; 480 ships sank.")] == ["BC0481"]


PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "On May 20, 2025 at 9:14 [MSK] the İstanbul convoy left 🚚 two weeks after the raid.",
            "Le 14 juillet… В ночь на 8 июня прилетели, 12 тра\u0301вня — ні.",
            "İİİ yesterday İİİ 1944 İ",
            "e\u0301te\u0301 of 1920, the following day.",
        ]
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=40, deadline=None)
@given(PARAGRAPHS, st.text(alphabet="xyz İ🚚\n", min_size=1, max_size=9))
def test_moving_a_paragraph_moves_its_mentions_and_changes_nothing_else(
    paragraphs: list[str], before: str
) -> None:
    text = "\n\n".join(paragraphs)
    shift = len(before) + 2
    alone, after = document(text), document(before, text)
    moved = Layers(timex.annotate(after, Layers())).of(Timex)
    found = Layers(timex.annotate(alone, Layers())).of(Timex)

    assert [(t.span.shifted(shift), t.value) for t in found] == [(t.span, t.value) for t in moved]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="the day before 0123456789.:-/MayJune травня мая і,\n", max_size=200))
def test_spans_hold_words_and_never_overlap(text: str) -> None:
    found = times(text) if text.strip() else ()

    assert all(text[item.span.start : item.span.end].strip() for item in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "unit",
    ["7", "the day before ", "May ", "20.05.", "2025-", "в мае і травні 9:14 ", "a few ", "İ1944 "],
)
def test_no_input_hangs(unit: str) -> None:
    text = unit * (100_000 // len(unit))

    assert isinstance(times(text), tuple)
