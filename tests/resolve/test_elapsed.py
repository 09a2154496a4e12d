"""Stretches whose two ends the report dates itself: found beyond doubt, or not at all."""

from __future__ import annotations

import pytest
from build import document

from dateline.annotate.happening import happening
from dateline.annotate.timex import timex
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.values import Elapsed
from dateline.read.sentences import sentences
from dateline.resolve.dates import dates
from dateline.resolve.elapsed import elapsed


def found(doc: Document) -> tuple[Elapsed, ...]:
    layers = Layers()
    for part in (sentences, timex, happening, dates, elapsed):
        layers |= Layers(part.annotate(doc, layers))
    return layers.of(Elapsed)


REPORT = (
    "The first troops crossed the border on May 20, according to a video.",
    "On June 8, the ministry announced that it was over.",
    "This statement came nearly two weeks after the initial incursion.",
)


@pytest.mark.parametrize(("published", "known"), [("2025-06-09", True), (None, False)])
def test_both_ends_are_found_whether_or_not_a_year_is_known(
    published: str | None, known: bool
) -> None:
    doc = document(*REPORT, published=published)
    (item,) = found(doc)

    assert (item.stated_days, item.year_known) == ((10, 14), known)
    assert [doc.quote(span) for span in item.dated_at] == ["May 20", "June 8"]
    assert item.since.gap_days(item.until) == (19, 19)


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "12 июня силы пересекли границу.",
            "20 июня министерство сделало заявление.",
            "Заявление прозвучало через неделю после вторжения.",
        ),
        (
            "12 червня війська перетнули кордон.",
            "20 червня міністерство оприлюднило заяву.",
            "Заява пролунала через тиждень після вторгнення.",
        ),
    ],
)
def test_russian_and_ukrainian_reports_are_read_the_same_way(paragraphs: tuple[str, ...]) -> None:
    (item,) = found(document(*paragraphs, published="2025-06-25", lang="uk"))

    assert (item.stated_days, item.since.gap_days(item.until)) == ((5, 9), (8, 8))


@pytest.mark.parametrize(
    "paragraphs",
    [
        REPORT[1:],
        (REPORT[0], REPORT[2]),
        (
            *REPORT[:2],
            "The offensive began on June 1.",
            "The statement came two weeks after the incursion.",
        ),
        (*REPORT[:2], "It came nearly two weeks after the initial incursion."),
        (*REPORT[:2], "The statement came ten years after the invasion."),
        (*REPORT[:2], "Two weeks after the incursion, prices rose."),
        (REPORT[0], "On June 8, the ministry announced that troops had left on June 5.", REPORT[2]),
    ],
)
def test_a_doubtful_end_keeps_it_silent(paragraphs: tuple[str, ...]) -> None:
    assert found(document(*paragraphs, published="2025-06-09")) == ()


def test_a_day_of_an_announcement_is_not_that_of_what_it_announces() -> None:
    doc = document(
        "On June 1, the ministry announced that troops had crossed the border.",
        "On June 8, the court made a statement.",
        "The statement came two weeks after the crossing.",
        published="2025-06-09",
    )

    assert found(doc) == ()
