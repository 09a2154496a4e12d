"""What is read from saved pages that are built as publishing systems build them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.core.document import Document, Published, Role
from dateline.core.errors import EmptyDocument, IngestError
from dateline.ingest.load import from_bytes

PAGES = Path(__file__).parents[1] / "data" / "pages"


def page(name: str, published: Published | None = None) -> Document:
    return from_bytes((PAGES / name).read_bytes(), name=name, published=published)


@pytest.mark.parametrize(
    ("name", "value", "how"),
    [
        ("wordpress.html", "2025-06-09T08:30:00+03:00", "json-ld datePublished"),
        ("jsonld-list.html", "2025-06-09T06:00:00+00:00", "json-ld datePublished"),
        ("russian-cp1251.html", "2025-06-09T09:40:00+03:00", "meta article:published_time"),
        ("ukrainian.html", "2025-06-09T09:15:00+03:00", "json-ld datePublished"),
        ("amp.html", "2025-06-09T07:30:00+01:00", "json-ld datePublished"),
        ("broken-jsonld.html", "2025-06-09T08:00:00+02:00", "json-ld datePublished"),
        ("time-element.html", "2025-06-09T08:00:00-04:00", "element datepublished"),
    ],
)
def test_the_time_of_publication_keeps_the_offset_that_the_page_prints(
    name: str, value: str, how: str
) -> None:
    assert page(name).published_on_page == Published(value, how)


def test_a_date_told_in_the_report_is_not_its_day_of_publication() -> None:
    assert page("no-date.html").published_on_page is None


@pytest.mark.parametrize(
    ("name", "title", "byline", "outlet"),
    [
        (
            "wordpress.html",
            "Bridge near Verkhivka closed after drones",
            "Ivan Koval",
            "The Border Courier",
        ),
        (
            "jsonld-list.html",
            "Drones close the only heavy crossing",
            "Ivan Koval, Maria Stone",
            "Example Wire",
        ),
        (
            "russian-cp1251.html",
            "Мост у Верховки закрыли из-за беспилотников",
            "Иван Коваль",
            "Пограничный вестник",
        ),
        (
            "ukrainian.html",
            "Міст біля Верхівки закрили через безпілотники",
            "Іван Коваль",
            "Прикордонний вісник",
        ),
        ("amp.html", "Bridge closed after night of drones", "Maria Stone", "The Border Courier"),
        ("broken-jsonld.html", 'Bridge "closed" after drones', None, None),
        ("time-element.html", "Bridge closed after drones are heard", "Maria Stone", "Courier"),
        ("no-metadata.html", "Bridge closed after drones are heard at night", None, None),
    ],
)
def test_headline_author_and_outlet_are_those_of_the_page(
    name: str, title: str, byline: str | None, outlet: str | None
) -> None:
    doc = page(name)

    assert doc.title is not None
    assert doc.title.value == title
    assert (doc.byline and doc.byline.value) == byline
    assert (doc.outlet and doc.outlet.value) == outlet


@pytest.mark.parametrize(
    "name",
    sorted({path.name for path in PAGES.glob("*.html")} - {"script-only.html", "paywall.html"}),
)
def test_the_headline_is_the_first_block_and_stands_in_the_text_once(name: str) -> None:
    doc = page(name)

    assert doc.title is not None
    assert doc.blocks[0].role is Role.HEADLINE
    assert doc.text.startswith(doc.title.value)
    assert doc.text.count(doc.title.value) == 1


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("wordpress.html", "The head of the district council", "took nearly two weeks."),
        ("amp.html", "The head of the district council", "took nearly two weeks."),
        ("russian-cp1251.html", "Глава районного совета", "в марте 2023 года."),
        ("russian-koi8-undeclared.html", "Глава районного совета", "в марте 2023 года."),
        ("ukrainian.html", "Голова районної ради", "в березні 2023 року."),
        ("ukrainian-utf16.html", "Голова районної ради", "в березні 2023 року."),
    ],
)
def test_the_whole_report_is_read_in_any_encoding(name: str, first: str, last: str) -> None:
    text = page(name).text

    assert first in text
    assert last in text


def test_a_caption_stands_where_its_picture_stood() -> None:
    doc = page("wordpress.html")

    (caption,) = doc.blocks_of(Role.CAPTION)
    assert doc.quote(caption.span).startswith("The bridge near Verkhivka on Sunday.")
    assert caption.span.end < doc.text.index("The head of the district council")


@pytest.mark.parametrize("name", ["script-only.html", "paywall.html"])
def test_a_page_without_a_report_is_refused(name: str) -> None:
    with pytest.raises(EmptyDocument, match="page without a report"):
        page(name)


def test_what_the_caller_says_of_the_date_goes_first_and_the_page_is_still_heard() -> None:
    doc = page("wordpress.html", Published("2025-06-10", "given"))

    assert doc.published == Published("2025-06-10", "given")
    assert doc.published_on_page is not None
    assert doc.published_on_page.value == "2025-06-09T08:30:00+03:00"


@pytest.mark.parametrize(
    "broken",
    [
        "<html><body>" + "<div>" * 3000 + "<p>text</p>",
        "<html><body><p>" + "word " * 50_000,
        "<html><head><script type='application/ld+json'>" + "[" * 50_000 + "</script></head>",
        "<html>" + "<table><tr><td>" * 300 + "<p>text</p>",
        "<html><body>\x00\x01<p>" + "text " * 100,
    ],
    ids=["deep", "one line", "deep json", "nested tables", "control characters"],
)
def test_a_hostile_page_is_read_or_refused_and_never_hangs(broken: str) -> None:
    try:
        doc = from_bytes(broken.encode(), name="page.html")
    except IngestError:
        return
    assert doc.text
