from __future__ import annotations

import pytest

from dateline.core.errors import UnsupportedMedia
from dateline.ingest.opml import feeds_in

LIST = b"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>War</title></head><body>
<outline text="Agencies">
  <outline text="A" type="rss" xmlUrl="https://a.example/rss" htmlUrl="https://a.example/"/>
  <outline text="A again" type="rss" xmlUrl="https://a.example/rss"/>
</outline>
<outline text="B" type="atom" xmlUrl="https://b.example/atom.xml"/>
<outline text="a file" type="rss" xmlUrl="file:///etc/passwd"/>
<outline text="a folder only"/>
</body></opml>"""


def test_each_feed_of_a_list_is_named_once_in_its_order() -> None:
    assert feeds_in(LIST) == ("https://a.example/rss", "https://b.example/atom.xml")


@pytest.mark.parametrize(
    "content",
    [b"", b"<html></html>", b"<opml><body/></opml>", b"{}", b"<rss version='2.0'/>"],
)
def test_what_is_no_list_of_feeds_is_refused(content: bytes) -> None:
    with pytest.raises(UnsupportedMedia):
        feeds_in(content)


def test_entities_are_not_followed() -> None:
    bomb = LIST.replace(
        b"<opml", b'<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml', 1
    ).replace(b'text="B"', b'text="&x;"')

    assert "https://b.example/atom.xml" in feeds_in(bomb)
