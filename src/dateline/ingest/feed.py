"""
A feed (RSS, Atom, JSON Feed) becomes one document an entry, its publication time as stated.

An entry's bytes are its fields as JSON, in fixed order, so that an entry that has not changed is
the same bytes at the next poll. Where the entry is but a summary, its address is `feed:` and the
address of the page: summary and page are two texts, and neither is a new version of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dateline.core.capture import Skipped, Taken
from dateline.core.document import Document, Fact, Published
from dateline.core.errors import IngestError, UnsupportedMedia, UsageError
from dateline.core.failure import Failure
from dateline.ingest.addresses import is_address
from dateline.ingest.given import language_option
from dateline.ingest.moments import moment_value
from dateline.ingest.pieces import Piece, capture
from dateline.ingest.plain import from_text, refuse_long

_XML_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<\?[^>]{0,500}>\s*)*(?:<!--.{0,2000}?-->\s*)*"
    rb"(?:<!DOCTYPE[^>]{0,300}>\s*)?<(?:rss|feed|rdf:RDF|RDF)\b",
    re.DOTALL,
)
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version')
_PARAGRAPH = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|blockquote|tr|ul|ol)\b[^>]{0,500}>", re.IGNORECASE
)
_UNREAD = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)", re.I | re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_SPACE = re.compile(r"[ \t\r\f\v\u00a0]+")
_ELEMENT = re.compile(rb"<(/?)[A-Za-z][^<>]*?(/?)>")
_MOST_ENTRIES, _MOST_TAGS, _DEEPEST = 10_000, 500_000, 500
_NOTHING = "an entry without words"


class Entry(Struct, frozen=True, kw_only=True):
    """One entry as the feed has it; what it does not tell is None. These fields are its bytes."""

    id: str | None
    url: str | None
    title: str | None
    published: str | None
    """As `Published.value`: with the offset that the feed states, without one where it has none."""
    updated: str | None
    author: str | None
    lang: str | None
    content: str
    """Markup and all."""
    whole: bool
    """Whether the feed gives the text as the content, and not as a summary."""


class Feed(Struct, frozen=True, kw_only=True):
    """What a feed says of itself, and its entries in its own order."""

    title: str | None
    entries: tuple[Entry, ...]
    patience: float = 0
    """Seconds for which the feed asks not to be read again (`ttl`); 0 where it does not say."""


def is_feed(head: bytes) -> bool:
    """Whether bytes that begin so are a feed; of a JSON Feed the first kilobytes tell."""
    if _XML_HEAD.match(head[:8192]):
        return True
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and bool(
        _JSON_FEED.search(head[:8192])
    )


def read_feed(content: bytes, *, url: str | None = None, media_type: str | None = None) -> Feed:
    """
    The feed in `content`; `url` is what its links are relative to, `media_type` as a server has it.

    Raises:
        UnsupportedMedia: it is no feed, or one of more entries than any.
    """
    plain = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    feed = _json(plain, url) if plain.startswith(b"{") else _xml(content, url, media_type)
    if len(feed.entries) > _MOST_ENTRIES:
        raise UnsupportedMedia(f"more than {_MOST_ENTRIES:,} entries: want a feed")
    return feed


def from_feed(feed: Feed, *, name: str, fetched: str) -> Iterator[Piece]:
    """One piece for each entry, in the order of the feed; `name` is what the reader calls it."""
    for number, entry in enumerate(feed.entries, 1):
        where = f"{name}#{(entry.id or entry.url or str(number))[:300]}"
        try:
            yield piece(entry, feed, where=where, fetched=fetched)
        except IngestError as error:
            yield Failure(where, str(error))


def piece(entry: Entry, feed: Feed, *, where: str, fetched: str) -> Piece:
    """
    The entry as a document.

    Raises:
        UnsupportedMedia: it is longer than any report.
    """
    text = words(entry.content)
    if not text and not entry.title:
        return Skipped(where, _NOTHING)
    address = entry.url
    if entry.url and not entry.whole:
        address = f"feed:{entry.url}"
    content = msgspec.json.encode(entry)
    return Taken(
        capture=replace(
            capture(content, fetched=fetched, container=where, url=address),
            media_type="application/json",
        ),
        content=content,
        document=_document(entry, feed, text),
        published=entry.published or entry.updated,
        pointers=(entry.url,) if entry.url else (),
    )


def _document(entry: Entry, feed: Feed, text: str) -> Document:
    stated = entry.published or entry.updated
    how = "feed published" if entry.published else "feed updated"
    published = Published(stated, how) if stated else None
    title = entry.title if text.split("\n", 1)[0] != entry.title else None
    body = text if text else entry.title or ""
    doc = from_text(
        body,
        id=entry.id,
        title=title if text else None,
        published=published,
        url=entry.url,
        lang=entry.lang,
    )
    refuse_long(doc.text)
    return replace(
        doc,
        published_on_page=published,
        byline=Fact(entry.author, "feed author") if entry.author else None,
        outlet=Fact(feed.title, "feed title") if feed.title else None,
        lang_how="feed language" if entry.lang else "",
        notes=() if entry.whole else ("a summary from a feed; the page may say more",),
    )


def words(markup: str) -> str:
    """The words in an entry's markup, a blank line between paragraphs."""
    if "<" not in markup and "&" not in markup:
        lines = markup.splitlines()
    else:
        broken = _PARAGRAPH.sub("\n", _UNREAD.sub(" ", markup))
        lines = unescape(_TAG.sub("", broken)).splitlines()
    kept = (_SPACE.sub(" ", line).strip() for line in lines)
    return "\n\n".join(line for line in kept if line)


def _xml(content: bytes, url: str | None, media_type: str | None) -> Feed:
    import feedparser

    _refuse_deep(content)
    headers = {"content-location": url} if url else {}
    if media_type:
        headers["content-type"] = media_type
    try:
        parsed = feedparser.parse(
            BytesIO(content),  # bytes alone it would take for the address of something to fetch
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:
        # Its parser for broken markup raises whatever Python does where the markup surprises it.
        raise UnsupportedMedia(f"a broken feed: {type(error).__name__}") from error
    if not parsed.get("version"):
        raise UnsupportedMedia("no feed that can be read: want RSS, Atom or JSON Feed")
    about = parsed.feed
    lang = _language(about.get("language"))
    return Feed(
        title=_line(about.get("title")),
        entries=tuple(_entry(each, url, lang) for each in parsed.entries),
        patience=_minutes(about.get("ttl")),
    )


def _refuse_deep(content: bytes) -> None:
    """feedparser takes quadratic time in the depth of a feed; no feed is as deep as this."""
    depth = tags = 0
    first, *sections = content.split(b"<![CDATA[")
    for markup in (first, *(section.partition(b"]]>")[2] for section in sections)):
        for match in _ELEMENT.finditer(markup):
            tags += 1
            depth += -1 if match[1] else 0 if match[2] else 1
            if depth > _DEEPEST or tags > _MOST_TAGS:
                raise UnsupportedMedia("deeper or of more elements than any feed: want a feed")


def _entry(each: Any, url: str | None, lang: str | None) -> Entry:
    full = [part for part in each.get("content", ()) if part.get("value")]
    content = full[0]["value"] if full else each.get("summary", "")
    return Entry(
        id=_line(each.get("id")),
        url=_link(each.get("link"), url),
        title=_line(each.get("title")),
        published=_moment(dict.get(each, "published")),
        updated=_moment(dict.get(each, "updated")),
        author=_line(each.get("author")),
        lang=_language(full[0].get("language") if full else None) or lang,
        content=str(content),
        whole=bool(full),
    )


class _Author(Struct):
    name: str | None = None


class _Item(Struct):
    id: str | int | float | None = None
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    author: _Author | None = None
    authors: tuple[_Author, ...] = ()
    language: str | None = None


class _JSONFeed(Struct):
    version: str
    items: tuple[_Item, ...]
    title: str | None = None
    language: str | None = None


def _json(content: bytes, url: str | None) -> Feed:
    """JSON Feed 1.0 and 1.1 (jsonfeed.org)."""
    try:
        feed = msgspec.json.decode(content, type=_JSONFeed)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise UnsupportedMedia(f"no JSON Feed that can be read: {error}") from error
    if "jsonfeed.org" not in feed.version:
        raise UnsupportedMedia("JSON that is no feed: want `version` as jsonfeed.org has it")
    lang = _language(feed.language)
    return Feed(title=_line(feed.title), entries=tuple(_item(i, url, lang) for i in feed.items))


def _item(item: _Item, url: str | None, lang: str | None) -> Entry:
    authors = item.authors or ((item.author,) if item.author else ())
    names = ", ".join(author.name for author in authors if author.name)
    full = item.content_html or item.content_text
    return Entry(
        id=_line(str(item.id)) if item.id is not None else None,
        url=_link(item.url or item.external_url, url),
        title=_line(item.title),
        published=_moment(item.date_published),
        updated=_moment(item.date_modified),
        author=names or None,
        lang=_language(item.language) or lang,
        content=full or item.summary or "",
        whole=bool(full),
    )


def _line(value: object) -> str | None:
    return words(value).replace("\n\n", " ") or None if isinstance(value, str) else None


def _moment(value: object) -> str | None:
    return moment_value(value) if isinstance(value, str) else None


def _language(value: object) -> str | None:
    try:
        return language_option(value) if isinstance(value, str) and value.strip() else None
    except UsageError:
        return None


def _link(value: object, base: str | None) -> str | None:
    """The page's address; None for one that is no address of the web."""
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        whole = urljoin(base, value.strip()) if base else value.strip()
    except ValueError:
        return None
    return whole if is_address(whole) else None


def _minutes(value: object) -> float:
    text = str(value or "").strip()
    return min(int(text), 7 * 1440) * 60.0 if text.isascii() and text.isdigit() else 0
