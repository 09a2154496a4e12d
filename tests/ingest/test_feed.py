"""Feeds: RSS, Atom and JSON Feed become documents, with the time and offset that they state."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.capture import Skipped, Taken
from dateline.core.errors import UnsupportedMedia
from dateline.ingest.feed import Entry, from_feed, is_feed, read_feed, words

RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>News &amp; Co</title><language>uk-UA</language><ttl>60</ttl>
<item><title>Bridge hit</title><link>/1</link><guid isPermaLink="false">g1</guid>
<pubDate>Mon, 09 Jun 2025 08:00:00 +0300</pubDate>
<description>&lt;p&gt;A bridge was hit.&lt;/p&gt;&lt;p&gt;Two died.&lt;/p&gt;</description></item>
<item><title>Full</title><link>https://x.example/2</link><author>A. Writer</author>
<content:encoded><![CDATA[<p>All of the text.</p><script>x()</script>]]></content:encoded></item>
<item><link>https://x.example/3</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Вісті</title>
<entry><id>urn:1</id><title>Міст</title><link href="https://x.example/1"/>
<published>2025-06-09T08:00:00+03:00</published><updated>2025-06-10T09:00:00Z</updated>
<content type="html">&lt;p&gt;Міст пошкоджено.&lt;/p&gt;</content></entry></feed>""".encode()
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "News",
        "language": "en",
        "items": [
            {
                "id": "1",
                "url": "https://x.example/1",
                "title": "Bridge hit",
                "content_html": "<p>A bridge was hit.</p>",
                "date_published": "2025-06-09T08:00:00-04:00",
                "authors": [{"name": "A. Writer"}],
            },
            {"id": 2, "url": "javascript:alert(1)", "summary": "Short."},
        ],
    }
).encode()


def taken(content: bytes) -> list[Taken]:
    feed = read_feed(content, url="https://x.example/rss")
    return [one for one in from_feed(feed, name="f", fetched="now") if isinstance(one, Taken)]


def test_an_rss_entry_is_a_document_with_its_offset_kept() -> None:
    summary, full = (one.document for one in taken(RSS))

    assert summary and full
    assert summary.text == "Bridge hit\n\nA bridge was hit.\n\nTwo died."
    assert summary.published and summary.published.value == "2025-06-09T08:00:00+03:00"
    assert (summary.lang, summary.url, summary.id) == ("uk", "https://x.example/1", "g1")
    assert full.text == "Full\n\nAll of the text."
    assert full.published is None
    assert full.byline and full.byline.value == "A. Writer"
    assert full.outlet and full.outlet.value == "News & Co"


def test_a_summary_does_not_take_the_address_of_its_page() -> None:
    """Else the page, read later, would look like a summary that was changed in silence."""
    summary, full = taken(RSS)

    assert (summary.capture.url, summary.pointers) == (
        "feed:https://x.example/1",
        ("https://x.example/1",),
    )
    assert full.capture.url == "https://x.example/2"


def test_every_entry_comes_out_and_one_without_words_is_skipped() -> None:
    pieces = list(from_feed(read_feed(RSS), name="f", fetched="now"))

    assert len(pieces) == 3
    assert pieces[2] == Skipped("f#https://x.example/3", "an entry without words")


def test_an_atom_entry_is_dated_by_when_it_was_published_and_not_updated() -> None:
    (entry,) = taken(ATOM)

    assert entry.document and entry.document.published
    assert entry.document.published.value == "2025-06-09T08:00:00+03:00"
    assert entry.document.text == "Міст\n\nМіст пошкоджено."


def test_a_json_feed_is_read_without_any_other_program() -> None:
    first, second = taken(JSON)

    assert first.document and second.document and first.document.published
    assert first.document.published.value == "2025-06-09T08:00:00-04:00"
    assert (first.document.lang, first.document.text) == ("en", "Bridge hit\n\nA bridge was hit.")
    assert (second.document.text, second.document.url) == ("Short.", None)


def test_the_bytes_of_an_entry_are_its_fields_and_the_same_each_time() -> None:
    one, other = taken(RSS), taken(RSS.replace(b"<ttl>60</ttl>", b""))

    assert [each.content for each in one] == [each.content for each in other]
    assert json.loads(one[0].content).keys() == set(Entry.__struct_fields__)


def test_how_long_a_feed_wants_to_be_left_alone_is_kept() -> None:
    assert read_feed(RSS).patience == 3600


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (RSS, True),
        (ATOM, True),
        (JSON, True),
        (b"\xef\xbb\xbf  <!-- x --><rss>", True),
        (b"<?xml version='1.0'?><?xml-stylesheet href='x'?><rdf:RDF>", True),
        (b"<html><body><rss></body>", False),
        (b'{"version": 1}', False),
        (b"A feed is <rss>.", False),
        (b"", False),
    ],
)
def test_a_feed_is_told_by_its_first_bytes(content: bytes, is_one: bool) -> None:
    assert is_feed(content) is is_one


@pytest.mark.parametrize(
    "content",
    [b"", b"http://127.0.0.1/", b"/etc/passwd", b"{", b'{"version":"x","items":[]}', b"<html/>"],
)
def test_what_is_no_feed_is_refused_and_never_opened_or_fetched(content: bytes) -> None:
    with pytest.raises(UnsupportedMedia, match=r"no feed|no JSON Feed"):
        read_feed(content)


def test_a_feed_on_which_the_parser_itself_fails_is_refused() -> None:
    """Found by fuzzing: feedparser 6.0.14 raises KeyError on an end of a link that never began."""
    with pytest.raises(UnsupportedMedia, match="broken feed"):
        read_feed(b"<channel<item<link></item</link>")


def test_external_entities_are_not_read() -> None:
    content = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>t</title><item><title>&x;</title></item></channel></rss>"""

    assert all(b"root:" not in one.content for one in taken(content))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain words", "plain words"),
        ("a &lt; b", "a < b"),
        ("<p>One.</p><p>Two<br>lines.</p>", "One.\n\nTwo\n\nlines."),
        ("<style>p{}</style>Words <b>and</b> <i>more</i>", "Words and more"),
        ("<!-- not --> seen", "seen"),
        ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
    ],
)
def test_the_words_of_markup(markup: str, text: str) -> None:
    assert words(markup) == text


@given(st.text(alphabet="<>&;/ap!-\n", max_size=200))
def test_any_markup_gives_words_without_blank_ends(markup: str) -> None:
    assert words(markup) == words(markup).strip()
