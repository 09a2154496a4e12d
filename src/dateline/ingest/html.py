"""
A saved web page becomes a Document: its report as text, and what the page says of itself.

The headline is the first block of the text. Where the page says no time of publication for
machines, only the day is looked for (htmldate).
"""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement
from msgspec.structs import replace

from dateline.core.document import Block, Document, Fact, Published, Role
from dateline.core.errors import EmptyDocument
from dateline.core.span import Span
from dateline.ingest.body import body_lines
from dateline.ingest.metadata import Metadata, metadata
from dateline.ingest.page import parse
from dateline.ingest.plain import from_text
from dateline.ingest.printed import printed_near_headline
from dateline.lang.rules import LANGUAGES, rules

_LONGEST_DATE_LINE = 80
_LONGEST_NOTICE = 600
_LETTERS = re.compile(r"\w+")


def from_html(
    text: str, *, published: Published | None = None, lang: str | None = None
) -> Document:
    """
    The Document of a page, its headline and captions marked; `read.layout` marks the rest.

    Raises:
        EmptyDocument: nothing to read: scripts alone, a paywall, a deleted page.
    """
    tree = parse(text)
    found = metadata(tree)
    etree.strip_elements(tree, "script", "style", with_tail=False)
    on_page = found.published or printed_near_headline(tree) or _day(tree)
    lines = body_lines(tree, found.body)
    lines = _with_headline(lines, found.title)
    if _is_notice([line for role, line in lines if role is not Role.HEADLINE]):
        raise EmptyDocument("a page without a report: script-only, behind a paywall, or deleted")
    words, blocks = _laid_out(lines)
    doc = from_text(words, published=published or on_page, url=found.url, lang=lang)
    return _with_facts(doc, found, blocks=blocks, on_page=on_page)


def _is_notice(lines: list[str]) -> bool:
    """Whether all there is to read is that the reader should subscribe, or run the scripts."""
    if sum(map(len, lines)) > _LONGEST_NOTICE:
        return False
    told = [
        rule
        for lang in LANGUAGES
        for rule in rules(lang, "furniture")
        if rule.name in ("paywall", "page-error", "cookies")
    ]
    return all(any(rule.regex.search(line) for rule in told) for line in lines)


def _with_headline(lines: list[tuple[Role, str]], title: Fact | None) -> list[tuple[Role, str]]:
    """The headline first: where the body begins with it, that line; else the title itself."""
    if title is None:
        return lines
    rest = list(lines)
    for at, (role, line) in enumerate(rest[:4]):
        if role is not Role.CAPTION and _same(line, title.value):
            del rest[at]
            break
    return [(Role.HEADLINE, title.value), *rest]


def _same(one: str, other: str) -> bool:
    return _LETTERS.findall(one.lower()) == _LETTERS.findall(other.lower())


def _laid_out(lines: list[tuple[Role, str]]) -> tuple[str, tuple[Block, ...]]:
    """The text, a blank line between blocks, and the blocks whose role the page tells."""
    blocks: list[Block] = []
    at = 0
    for role, line in lines:
        if role is not Role.BODY:
            blocks.append(Block(Span(at, at + len(line)), role, f"html/{role}"))
        at += len(line) + 2
    return "\n\n".join(line for _, line in lines), tuple(blocks)


def _with_facts(
    doc: Document, found: Metadata, *, blocks: tuple[Block, ...], on_page: Published | None
) -> Document:
    known = doc.lang_how == "given" or not found.lang
    return replace(
        doc,
        title=found.title,
        byline=found.byline,
        outlet=found.outlet,
        published_on_page=on_page,
        blocks=blocks,
        lang=doc.lang if known or not found.lang else found.lang,
        lang_how=doc.lang_how if known else "html lang",
    )


def _day(tree: HtmlElement) -> Published | None:
    """
    The day that htmldate finds in the page's own lines and address.

    Paragraphs and pictures are kept from it: a date told in the report is no publication date.
    """
    from htmldate import find_date

    frame = deepcopy(tree)
    for element in list(frame.iter("p", "li", "figure", "figcaption", "img", "blockquote", "td")):
        if element.tag == "img" or len(" ".join(element.itertext())) > _LONGEST_DATE_LINE:
            element.drop_tree()
    day = find_date(frame, original_date=True, extensive_search=False)
    return Published(day, "htmldate") if day else None
