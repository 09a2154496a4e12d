"""Plain text, Markdown and HTML are told apart by their words; other texts are refused by name."""

from __future__ import annotations

import pytest

from dateline.core.errors import UnsupportedMedia
from dateline.ingest.kind import Kind, kind_of


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The bridge is closed.", "a.txt", Kind.PLAIN),
        ("The bridge is closed.", "-", Kind.PLAIN),
        ("# The bridge", "a.md", Kind.MARKDOWN),
        ("# The bridge", "a.txt", Kind.PLAIN),
        ("<!DOCTYPE html><p>x</p>", "a.txt", Kind.HTML),
        ("\n<!-- saved -->\n<html><p>x</p>", "-", Kind.HTML),
        ('<?xml version="1.0"?><html xmlns="x"><p>x</p></html>', "-", Kind.HTML),
        ("<p>One.</p><p>Two.</p>", "a.html", Kind.HTML),
        ("<p>One.</p><p>Two.</p>", "-", Kind.HTML),
        ("No tags at all", "a.html", Kind.PLAIN),
        ("a < b and b > c", "-", Kind.PLAIN),
    ],
)
def test_the_words_tell_the_kind_before_the_suffix_does(text: str, name: str, kind: Kind) -> None:
    assert kind_of(text, name) is kind


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('<?xml version="1.0"?><rss version="2.0"></rss>', "feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        ('<?xml version="1.0"?><data/>', "XML"),
        ('{"text": "x"}', "JSON"),
        ('[{"text": "x"}]', "JSON"),
        ("From: a@example.org\nContent-Type: multipart/mixed; boundary=x\n", "a mail"),
    ],
)
def test_texts_that_are_no_single_report_are_refused_by_name(text: str, what: str) -> None:
    with pytest.raises(UnsupportedMedia, match=what):
        kind_of(text, "-")
