"""The text of a page becomes a tree, whatever is wrong with the page."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from dateline.core.errors import EmptyDocument, UnsupportedMedia

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}>")
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Hints for line breaks, which cut words in two for every reader but a person."""
_MOST_ELEMENTS = 200_000
_MOST_TAGS = 3 * _MOST_ELEMENTS
_TOO_MANY = f"more than {_MOST_ELEMENTS:,} elements: want the page of a report"


def parse(text: str) -> HtmlElement:
    """
    The tree of a page.

    Raises:
        EmptyDocument: there is nothing in it.
        UnsupportedMedia: it has more elements than any report.
    """
    # Before the tree is made, which takes three hundred bytes for each element.
    if text.count("<") > _MOST_TAGS:
        raise UnsupportedMedia(_TOO_MANY)
    source = _DECLARATION.sub("", text).replace("\x00", "")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise EmptyDocument("a page without any content") from error
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise UnsupportedMedia(_TOO_MANY)
    return tree


def clean(text: str) -> str:
    """`text` on one line, each run of white space as one space, without invisible hints."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def words_of(element: HtmlElement) -> str:
    """All the words in an element, on one line."""
    return clean("".join(element.itertext()))
