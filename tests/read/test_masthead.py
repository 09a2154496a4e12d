"""What the lines around a report say; the rules prove themselves by their examples."""

from __future__ import annotations

import pytest

from dateline.core.document import Role
from dateline.ingest.plain import from_text
from dateline.lang.rules import LANGUAGES, Rule, rules
from dateline.read.layout import layout

RULES = [(lang, rule) for lang in (*LANGUAGES, "und") for rule in rules(lang, "masthead")]
BODY = "The head of the council said that the bridge had been closed for repairs. " * 3


@pytest.mark.parametrize(("lang", "rule"), RULES, ids=[f"{lang}-{r.name}" for lang, r in RULES])
def test_a_rule_takes_its_examples_and_leaves_the_others(lang: str, rule: Rule) -> None:
    opening = rule.type == "dateline"
    rest = "The" if opening else ""
    match = rule.regex.match if opening else rule.regex.fullmatch

    assert [line for line in rule.matches if not match(line + rest)] == []
    assert [line for line in rule.ignores if match(line + rest)] == []


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("March 01, 2008", "2008-03-01"),
        ("Published: June 9, 2025", "2025-06-09"),
        ("Posted on 9 June 2025", "2025-06-09"),
        ("Published June 9, 2025 at 8:05 p.m.", "2025-06-09T20:05"),
        ("Published: 9 June 2025, 08:05 UTC", "2025-06-09T08:05+00:00"),
        ("Published: 2025-06-09 08:05 +0300", "2025-06-09T08:05+03:00"),
        ("Опубликовано: 9 июня 2025 года, 08:05", "2025-06-09T08:05"),
        ("Дата публікації: 9 червня 2025", "2025-06-09"),
        ("09.06.2025 08:05", "2025-06-09T08:05"),
        ("By Jane Doe | June 9, 2025", "2025-06-09"),
        ("By Jane Doe on June 9, 2025", "2025-06-09"),
        ("Posted on June 9, 2025 by Jane Doe", "2025-06-09"),
    ],
)
def test_a_printed_date_of_publication_is_read_and_kept_with_its_line(
    line: str, value: str
) -> None:
    doc = layout(from_text(f"Bridge closed\n{line}\n{BODY}"))

    assert doc.published is not None
    assert (doc.published.value, doc.published.how) == (value, f"printed: {line}")
    assert doc.published_on_page == doc.published


@pytest.mark.parametrize(
    "line",
    [
        "Updated: June 9, 2025",
        "06/09/2025",
        "June 9",
        "February 30, 2025",
        "On June 9, 2025 it was closed",
        "Bridge closed on June 9, 2025",
        "Photo: taken on June 9, 2025",
    ],
)
def test_what_is_no_date_of_publication_is_not_taken_for_one(line: str) -> None:
    assert layout(from_text(f"Bridge closed\n{line}\n{BODY}")).published is None


def test_the_headings_of_a_chronicle_are_no_date_of_publication() -> None:
    text = f"The siege, day by day\nMay 20, 2022\n{BODY}\nMay 21, 2022\n{BODY}"

    assert layout(from_text(text + "\nMay 22, 2022\nIt ended.")).published is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By Jane Doe on June 9, 2025", "Jane Doe"),
        ("Posted on June 9, 2025 by Jane Doe", "Jane Doe"),
        ("By JANE DOE and John Roe, Associated Press", "JANE DOE and John Roe, Associated Press"),
        ("Автор: Іван Петренко", "Іван Петренко"),
        ("Текст: Анна Иванова", "Анна Иванова"),
    ],
)
def test_a_byline_under_the_headline_is_read(line: str, name: str) -> None:
    doc = layout(from_text(f"Bridge closed\n{line}\n{BODY}"))

    assert doc.byline is not None
    assert doc.byline.value == name
    assert [doc.quote(b.span) for b in doc.blocks_of(Role.BYLINE)] == [line]


def test_the_sign_off_of_an_agency_is_a_byline() -> None:
    doc = layout(from_text(f"Head\n{BODY}\n(Reporting by Jane Doe; Editing by John Roe)"))

    assert doc.byline is not None
    assert doc.byline.value == "Jane Doe"


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [
        ("KYIV, June 8 (Reuters) -", "Reuters"),
        ("KYIV, Ukraine (AP) —", "AP"),
        ("MOSCOW. June 8 (Interfax) -", "Interfax"),
        ("KYIV —", None),
        ("КИЇВ, 8 червня.", None),
        ("КИЇВ. 8 червня. УНН.", "УНН"),
        ("МОСКВА, 8 июн - РИА Новости.", "РИА Новости"),
        ("МОСКВА, 8 июня. /ТАСС/.", "ТАСС"),
    ],
)
def test_the_dateline_is_split_off_the_first_paragraph(opening: str, outlet: str | None) -> None:
    doc = layout(from_text(f"Head\n{opening} {BODY}"))

    (dateline,) = doc.blocks_of(Role.DATELINE)
    assert doc.quote(dateline.span) == opening
    assert (doc.outlet and doc.outlet.value) == outlet
    assert doc.quote(doc.blocks_of(Role.BODY)[0].span) == BODY.strip()


@pytest.mark.parametrize(
    ("opening", "value"),
    [
        ("KYIV, June 8, 2025 (Reuters) -", "2025-06-08"),
        ("ХАРКІВ, 21 травня 2025 року.", "2025-05-21"),
        ("МОСКВА, 8 июня 2025 года. /ТАСС/.", "2025-06-08"),
        ("KYIV, June 8 (Reuters) -", None),
    ],
)
def test_a_dateline_with_its_year_dates_the_report(opening: str, value: str | None) -> None:
    doc = layout(from_text(f"Head\n{opening} {BODY}"))

    assert (doc.published_on_page and doc.published_on_page.value) == value


def test_a_date_line_of_its_own_goes_before_the_dateline() -> None:
    doc = layout(from_text(f"Head\nJune 9, 2025\nKYIV, June 8, 2025 (Reuters) - {BODY}"))

    assert doc.published is not None
    assert doc.published.value == "2025-06-09"


@pytest.mark.parametrize(
    "opening", ["NATO — the alliance — met.", "BREAKING — The bridge.", "Kyiv, June 8 was quiet."]
)
def test_a_paragraph_that_only_begins_like_one_has_no_dateline(opening: str) -> None:
    assert layout(from_text(f"Head\n{opening} {BODY}")).blocks_of(Role.DATELINE) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Jane Doe / Reuters",
        "Фото: Иван Петров / РИА Новости",
        "Світлина: Суспільне",
        "Smoke over the town on Sunday. (Photo by Jane Doe/AFP)",
    ],
)
def test_credit_lines_are_captions(line: str) -> None:
    doc = layout(from_text(f"Head\n{BODY}\n{line}\n{BODY}"))

    assert [doc.quote(b.span) for b in doc.blocks_of(Role.CAPTION)] == [line]
