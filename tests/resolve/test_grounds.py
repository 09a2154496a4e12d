"""What dates are counted from, and what kind of text it is."""

from __future__ import annotations

from datetime import date

import pytest
from build import document

from dateline.annotate.timex import timex
from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.resolve.grounds import Ground, Kind, ground


def of(doc: Document) -> Ground:
    return ground(doc, Layers(timex.annotate(doc, Layers())).of(Timex))


def test_publication_comes_first() -> None:
    found = of(document("June 1, 2025", "It rained.", published="2025-06-11T08:30:00+03:00"))

    assert (found.day, str(found.clock)) == (date(2025, 6, 11), "08:30:00")


def test_then_a_date_on_a_line_of_its_own() -> None:
    found = of(document("June 1, 2025", "It rained."))

    assert (found.day, found.how) == (date(2025, 6, 1), "the date 2025-06-01 above the text")


def test_a_date_inside_a_sentence_is_no_ground() -> None:
    assert of(document("It rained, on June 1, 2025.")).day is None


def test_an_undated_report_that_opens_with_a_full_date_counts_from_it() -> None:
    found = of(document("On June 1, 2025 it rained. It was sunny yesterday."))

    assert (found.day, found.how) == (
        date(2025, 6, 1),
        "the day 2025-06-01, the first that the report gives in full",
    )


def test_a_later_date_shows_that_the_first_is_not_that_of_the_report() -> None:
    text = "On June 1, 2001 it rained. On May 2, 2025 it is remembered."

    assert of(document(text)).day is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In 1941 it began, in 1943 it turned, in 1945 it ended.", Kind.TALE),
        ("It rained yesterday. In 1941 it began, in 1943 it turned, in 1945 it ended.", Kind.NEWS),
        ("On June 10, 2025 it rained. In 1941 it began, in 1945 it ended.", Kind.NEWS),
        ("It rained on Monday.", Kind.NEWS),
    ],
)
def test_the_kind_of_text_is_seen_from_its_dates(text: str, kind: Kind) -> None:
    assert of(document(text, published="2025-06-11")).kind is kind
