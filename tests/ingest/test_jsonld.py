"""The article among everything that a page says in JSON-LD."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.ingest.jsonld import article, names


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "H"}',
        '[{"@type": "WebSite", "name": "S"}, {"@type": "NewsArticle", "headline": "H"}]',
        '{"@graph": [{"@type": "WebPage", "name": "S"}, {"@type": "Article", "headline": "H"}]}',
        '{"@type": ["AnalysisNewsArticle", "Thing"], "headline": "H"}',
        '{"@type": "http://schema.org/NewsArticle", "headline": "H"}',
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "H"}}',
        '<!-- {"@type": "NewsArticle", "headline": "H"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "H"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "H",}',
        '{"@type": "NewsArticle", "headline": "H", "description": "a\nb"}',
        '{"@type": "NewsArticle", "headline": "H", "description": "he said "no""}',
    ],
)
def test_the_article_is_found_however_it_is_wrapped_or_broken(script: str) -> None:
    assert article([script])["headline"] == "H"


@pytest.mark.parametrize("script", ["", "[]", "nonsense", '{"@type": "Organization"}', "[" * 9999])
def test_a_page_without_an_article_has_an_empty_one(script: str) -> None:
    assert article([script]) == {}


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Ivan Koval", ["Ivan Koval"]),
        ({"@type": "Person", "name": "Ivan Koval"}, ["Ivan Koval"]),
        ([{"name": "A B"}, {"name": "C D"}], ["A B", "C D"]),
        ({"name": ["A B", "C D"]}, ["A B", "C D"]),
        ("https://example.org/authors/1", []),
        (None, []),
        (7, []),
    ],
)
def test_names_are_read_from_every_form_of_author(value: Any, found: list[str]) -> None:
    assert names(value) == found
