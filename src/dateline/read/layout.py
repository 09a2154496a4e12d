"""
Give each stretch of a report its role: headline, byline, dateline, caption, body, furniture.

What `ingest` knew of the page stands; the rest is told from the lines themselves.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from dateline.core.document import Block, Document, Fact, Role
from dateline.core.span import Span
from dateline.read.blocks import segment
from dateline.read.furniture import furnish
from dateline.read.masthead import read_masthead

_LONGEST_HEADLINE, _MOST_WORDS = 200, 35
_NO_HEADLINE = re.compile(r"[.:;,][\"'”’»)]*$")
_ELLIPSIS_OR_INITIALS = re.compile(r"(?:\.\.|\b\w\.\w)\.$")
_BREADCRUMB = re.compile(r"(?:[^|»›>/\n]{1,25}[|»›>/]){1,5}[^|»›>/\n]{1,25}")
"""Sections of a site above a headline: "War | Ukraine"."""
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")


def layout(doc: Document) -> Document:
    """`doc` with its blocks, and with what its own lines say of author, outlet and date."""
    text = doc.text
    blocks = furnish(text, segment(text, _known(doc)))
    blocks, title = _with_headline(doc, blocks)
    head = read_masthead(text, blocks, doc.byline)
    on_page = doc.published_on_page or head.published
    return replace(
        doc,
        blocks=tuple(head.blocks),
        title=title,
        byline=doc.byline or head.byline,
        outlet=doc.outlet or head.outlet,
        published=doc.published or on_page,
        published_on_page=on_page,
    )


def _known(doc: Document) -> tuple[Block, ...]:
    """The blocks that `ingest` made; else the title that the caller put first."""
    if doc.blocks or not doc.title or not doc.text.startswith(doc.title.value):
        return doc.blocks
    words = doc.title.value
    start = len(words) - len(words.lstrip())
    end = len(words.rstrip())
    return (Block(Span(start, end), Role.HEADLINE, "headline/given"),) if start < end else ()


def _with_headline(doc: Document, blocks: list[Block]) -> tuple[list[Block], Fact | None]:
    """The first line as the headline, where nobody said which and it reads like one."""
    if doc.title or any(block.role is Role.HEADLINE for block in blocks):
        return blocks, doc.title
    body = [at for at, block in enumerate(blocks) if block.role is Role.BODY]
    if body and _BREADCRUMB.fullmatch(doc.quote(blocks[body[0]].span)):
        del body[0]
    if len(body) < 2 or not _reads_like_headline(doc.text, blocks, body):
        return blocks, None
    first = blocks[body[0]]
    headline = Block(first.span, Role.HEADLINE, "headline/first-line")
    title = Fact(doc.quote(first.span), "first line")
    return [*blocks[: body[0]], headline, *blocks[body[0] + 1 :]], title


def _reads_like_headline(text: str, blocks: list[Block], body: list[int]) -> bool:
    """Short, no full stop, and sentences below it."""
    words = text[blocks[body[0]].span.start : blocks[body[0]].span.end]
    if len(words) > _LONGEST_HEADLINE or len(words.split()) > _MOST_WORDS:
        return False
    if _NO_HEADLINE.search(words) and not _ELLIPSIS_OR_INITIALS.search(words):
        return False
    return any(
        _SENTENCE.search(text, blocks[at].span.start, blocks[at].span.end) for at in body[1:]
    )
