"""One line, one document or one Failure that names the line."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.core.document import Document, Published
from dateline.core.failure import Failure
from dateline.ingest.jsonl import document_of_line


def read_line(line: str | bytes | dict[str, Any], number: int = 1) -> Document | Failure:
    text = json.dumps(line) if isinstance(line, dict) else line
    return document_of_line(text, number, published=None, lang=None)


def test_the_text_is_exactly_the_text_and_the_id_the_callers() -> None:
    doc = read_line({"id": "a1", "text": " Two  lines.\r\nHere.", "unknown": [1]})

    assert isinstance(doc, Document)
    assert (doc.id, doc.text) == ("a1", " Two  lines.\r\nHere.")


def test_a_title_stands_before_the_text_with_a_blank_line_between() -> None:
    doc = read_line({"text": "Body.", "title": "Head"})

    assert isinstance(doc, Document)
    assert doc.text == "Head\n\nBody."


def test_what_the_line_says_of_the_date_is_what_the_page_said() -> None:
    doc = read_line({"text": "x", "published": "2025-06-09T08:00+03:00", "lang": "uk", "url": "u"})

    assert isinstance(doc, Document)
    assert doc.published == Published("2025-06-09T08:00+03:00", "jsonl published")
    assert doc.published_on_page == doc.published
    assert (doc.lang, doc.url) == ("uk", "u")


@pytest.mark.parametrize("extra", [{"published": None}, {"published": ""}, {"lang": None}, {}])
def test_what_is_null_or_missing_is_unknown(extra: dict[str, Any]) -> None:
    doc = read_line({"text": "x", **extra})

    assert isinstance(doc, Document)
    assert (doc.published, doc.lang) == (None, "und")


def test_a_text_that_is_no_single_report_is_refused() -> None:
    failure = read_line({"id": "a", "text": "x" * 500_001})

    assert isinstance(failure, Failure)
    assert failure.why == "500,001 characters of text: want one report, at most 500,000"


def test_an_empty_text_is_a_document_without_words() -> None:
    assert isinstance(read_line({"id": "a", "text": ""}), Document)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("not json", "not JSON"),
        (b'{"text": "\xff"}', "not JSON"),
        (r'{"text": "\ud800"}', "not JSON"),
        ("[1, 2]", "want an object with 'text', got list"),
        ('{"title": "x"}', "want a string under 'text'"),
        ('{"text": 5}', "want a string under 'text'"),
        ('{"text": "x", "published": 5}', "want a string or null under 'published'"),
    ],
)
def test_a_broken_line_says_which_and_why(line: str | bytes, why: str) -> None:
    failure = read_line(line, number=7)

    assert isinstance(failure, Failure)
    assert failure.path == "line 7"
    assert why in failure.why


@pytest.mark.parametrize(
    ("extra", "note"),
    [
        ({"published": "June"}, "not used: 'published': want 2025-06-09"),
        ({"lang": "no language"}, "not used: 'lang': want a language code"),
    ],
)
def test_a_bad_date_or_language_leaves_a_note_and_loses_no_report(
    extra: dict[str, str], note: str
) -> None:
    doc = read_line({"text": "x", **extra})

    assert isinstance(doc, Document)
    assert (doc.published, doc.lang) == (None, "und")
    assert doc.notes[0].startswith(note)


def test_a_broken_line_keeps_the_id_that_it_told() -> None:
    failure = read_line({"id": 12, "text": None})

    assert isinstance(failure, Failure)
    assert failure.id == "12"
