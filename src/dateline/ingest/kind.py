"""Which kind of text it is: plain text, Markdown, HTML; or another that is refused by name."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from dateline.core.errors import UnsupportedMedia


class Kind(StrEnum):
    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"


_BY_SUFFIX = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".shtml": Kind.HTML,
}
_HEAD = 2048
_PAGE = re.compile(
    r"\s*(?:<!--.{0,1000}?-->\s*)*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|article|amp-)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:rss|feed|rdf:RDF)\b")
_XML = re.compile(r"\s*<\?xml\b")
_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|span|a|li|td|article|section)\b[^>]{0,200}>", re.IGNORECASE
)
_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*"[^"\n]{1,80}"\s*:')
_MIME = re.compile(r"(?:From|MIME-Version|Subject|Content-Type|Return-Path): ", re.IGNORECASE)


def kind_of(text: str, name: str) -> Kind:
    """
    The kind, by the words first and by the suffix of `name` where they do not tell.

    Raises:
        UnsupportedMedia: a feed, other XML, JSON or a mail: no single report as text.
    """
    head = text[:_HEAD]
    if _PAGE.match(head):
        return Kind.HTML
    if _FEED.match(head):
        raise UnsupportedMedia("a feed (RSS or Atom): want the page of one report")
    if _XML.match(head):
        raise UnsupportedMedia("XML that is no page: want plain text, Markdown or HTML")
    if _JSON.match(head):
        raise UnsupportedMedia("JSON: want plain text, Markdown or HTML, or JSON Lines by --jsonl")
    if _MIME.match(head) and "multipart/" in head.lower():
        raise UnsupportedMedia("a mail: want its text, or the page that it speaks of")
    kind = _BY_SUFFIX.get(PurePath(name).suffix.lower(), Kind.PLAIN)
    if kind is Kind.HTML and not _TAG.search(text):
        return Kind.PLAIN
    if kind is Kind.PLAIN and len(_TAG.findall(head)) > len(head) / 150:
        return Kind.HTML
    return kind
