"""
Lists of feeds as readers of feeds write them (OPML 2.0): which addresses to follow.

Whether an address may be asked is the business of `fetch`.
"""

from __future__ import annotations

from lxml import etree

from dateline.core.errors import UnsupportedMedia
from dateline.ingest.addresses import is_address

MAX_BYTES = 4 << 20


def feeds_in(content: bytes) -> tuple[str, ...]:
    """
    The address of each feed in the list, each once, in its order.

    Raises:
        UnsupportedMedia: it is no OPML, or names no feed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(content, parser) if content.strip() else None
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise UnsupportedMedia("no list of feeds: want OPML")
    found = (str(each.get("xmlUrl") or "").strip() for each in root.iter("outline"))
    feeds = tuple(dict.fromkeys(url for url in found if is_address(url)))
    if not feeds:
        raise UnsupportedMedia("a list without the address of a feed (xmlUrl)")
    return feeds
