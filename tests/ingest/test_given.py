"""What the caller says of date and language is checked before anything is read."""

from __future__ import annotations

import pytest

from dateline.core.document import Published
from dateline.core.errors import UsageError
from dateline.ingest.given import language_option, published_option


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-06-09", "2025-06-09"),
        ("2025-06-09T08:00", "2025-06-09T08:00"),
        ("2025-06-09 08:00", "2025-06-09T08:00"),
        ("2025-06-09T08:00:30", "2025-06-09T08:00:30"),
        ("2025-06-09T08:00+03:00", "2025-06-09T08:00+03:00"),
        ("2025-06-09T08:00:00Z", "2025-06-09T08:00:00+00:00"),
        ("2025-06-09T08:00:00.000Z", "2025-06-09T08:00:00+00:00"),
    ],
)
def test_a_date_or_a_moment_is_kept_as_exactly_as_it_was_said(text: str, value: str) -> None:
    assert published_option(text) == Published(value, "given")


@pytest.mark.parametrize(
    "text",
    ["x", "", "2025", "2025-06", "2025-02-30", "09.06.2025", "2025-06-09T25:00", "٢٠٢٥-06-09"],
)
def test_anything_else_is_refused_with_what_would_be_right(text: str) -> None:
    with pytest.raises(UsageError, match="--published: want 2025-06-09 or 2025-06-09T08:00"):
        published_option(text)


@pytest.mark.parametrize(
    ("text", "code"), [("en", "en"), ("uk-UA", "uk"), ("RU", "ru"), ("auto", None), (None, None)]
)
def test_a_language_is_its_primary_subtag(text: str | None, code: str | None) -> None:
    assert language_option(text) == code


@pytest.mark.parametrize("text", ["", "english please", "1"])
def test_no_language_code_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="--lang: want a language code"):
        language_option(text)
