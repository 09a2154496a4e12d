"""The report on a page, line by line, with what the page marks as captions."""

from __future__ import annotations

import html
import re
from copy import deepcopy

from lxml.html import HtmlElement

from dateline.core.document import Role
from dateline.ingest.captions import captions_of, with_captions
from dateline.ingest.dropped import with_dropped
from dateline.ingest.page import clean

_SPACE = re.compile(r"\s+")
_TAGS = re.compile(r"<[^>\n]{1,300}>")
_BREAK = re.compile(r"</?(?:p|div|br|h[1-6]|li)\b[^>]{0,300}>|\r?\n", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_CHILDREN_ARE_LINES = ("list", "quote", "table", "row", "div", "del", "ul", "ol", "blockquote")
_ENOUGH = 300
_WELL, _PIECE = 0.8, 0.5
"""Shares of the described words that make an extraction good, or only a piece."""

Line = tuple[Role, str]


def body_lines(tree: HtmlElement, described: str | None) -> list[Line]:
    """
    The lines of the report, each without line breaks; none where there is no report.

    `described` is the article as the page gives it to machines: what is found is compared with
    it, and it stands in where the page shows no more than a piece of it.
    """
    captions = captions_of(tree)
    best = _extracted(tree) or _extracted(tree, favor_recall=True) or _paragraphs(tree)
    best = with_dropped(tree, best)
    told = _told(described or "")
    if told and _share(best, told) < _WELL:
        wider = _extracted(tree, favor_recall=True)
        best = max((best, wider), key=lambda lines: _share(lines, told))
        best = best if _share(best, told) >= _PIECE else told
    lines = [(Role.CAPTION if line in captions else Role.BODY, line) for line in best]
    return with_captions(tree, lines)


def _extracted(tree: HtmlElement, *, favor_recall: bool = False) -> list[str]:
    from trafilatura import bare_extraction

    found = bare_extraction(
        deepcopy(tree),
        include_comments=False,
        include_tables=True,
        favor_recall=favor_recall,
    )
    body = getattr(found, "body", None)
    return _lines_of(body) if body is not None else []


def _paragraphs(tree: HtmlElement) -> list[str]:
    """The paragraphs of the element that holds most text in paragraphs of its own."""
    best: list[str] = []
    for parent in {id(p.getparent()): p.getparent() for p in tree.iter("p")}.values():
        if parent is not None:
            lines = [clean(" ".join(p.itertext())) for p in parent.iterchildren("p")]
            best = max((best, lines), key=lambda held: sum(map(len, held)))
    return [line for line in best if line]


def _lines_of(body: HtmlElement) -> list[str]:
    """The text of each paragraph, heading, list item and row, in order."""
    lines: list[str] = []
    for child in body:
        if child.tag in _CHILDREN_ARE_LINES and len(child):
            lines.append(clean(child.text or ""))
            lines.extend(_lines_of(child))
        else:
            lines.extend(clean(part) for part in _with_breaks(child).split("\n"))
        lines.append(clean(child.tail or ""))
    return [line for line in lines if line]


def _with_breaks(element: HtmlElement) -> str:
    """The words in an element, with a line break where the page has one."""
    parts = [_SPACE.sub(" ", element.text or "")]
    for child in element:
        parts.append("\n" if child.tag in ("lb", "br") else _with_breaks(child))
        parts.append(_SPACE.sub(" ", child.tail or ""))
    return "".join(parts)


def _told(described: str) -> list[str]:
    """The article as given to machines, in lines; none where it is but the start of one."""
    if len(described) < _ENOUGH or described.endswith(("...", "…")):
        return []
    plain = html.unescape(html.unescape(described))
    return [line for part in _BREAK.split(plain) if (line := clean(_TAGS.sub(" ", part)))]


def _share(lines: list[str], told: list[str]) -> float:
    """How many of the words of `told` stand in `lines`; 0 to 1."""
    mine, theirs = _counted(" ".join(lines)), _counted(" ".join(told))
    shared = sum(min(times, mine.get(word, 0)) for word, times in theirs.items())
    return shared / max(1, sum(theirs.values()))


def _counted(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in _WORD.findall(text.lower()):
        counts[word] = counts.get(word, 0) + 1
    return counts
