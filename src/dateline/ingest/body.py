"""The report on a page, line by line, with what the page marks as captions."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml.html import HtmlElement

from dateline.core.document import Role

_SPACE = re.compile(r"\s+")
_TAGS = re.compile(r"<[^>\n]{1,300}>")
_BREAK = re.compile(r"</?(?:p|div|br|h[1-6]|li)\b[^>]{0,300}>|\r?\n", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_CAPTION_CLASS = ("caption", "figcaption", "wp-caption-text")
_CHILDREN_ARE_LINES = ("list", "quote", "table", "row", "div", "del", "ul", "ol", "blockquote")
_ENOUGH = 300
_WELL = 0.9

Line = tuple[Role, str]


def body_lines(tree: HtmlElement, described: str | None) -> list[Line]:
    """
    The lines of the report, each without line breaks; none where there is no report.

    `described` is the article as the page gives it to machines: what is found is compared with
    it, and it stands in where the page shows no more than a piece of it.
    """
    captions = _captions(tree)
    best = _extracted(tree)
    if described and len(described) >= _ENOUGH and _overlap(best, described) < _WELL:
        told = [line for part in _BREAK.split(described) if (line := _clean(_TAGS.sub(" ", part)))]
        wider = _extracted(tree, favor_recall=True)
        best = max((best, wider, told), key=lambda lines: _overlap(lines, described))
    return [(Role.CAPTION if line in captions else Role.BODY, line) for line in best]


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


def _lines_of(body: HtmlElement) -> list[str]:
    """The text of each paragraph, heading, list item and row, in order."""
    lines: list[str] = []
    for child in body:
        if child.tag in _CHILDREN_ARE_LINES and len(child):
            lines.append(_clean(child.text or ""))
            lines.extend(_lines_of(child))
        else:
            lines.extend(_clean(part) for part in _with_breaks(child).split("\n"))
        lines.append(_clean(child.tail or ""))
    return [line for line in lines if line]


def _with_breaks(element: HtmlElement) -> str:
    """The words in an element, with a line break where the page has one."""
    parts = [_SPACE.sub(" ", element.text or "")]
    for child in element:
        parts.append("\n" if child.tag in ("lb", "br") else _with_breaks(child))
        parts.append(_SPACE.sub(" ", child.tail or ""))
    return "".join(parts)


def _clean(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _captions(tree: HtmlElement) -> frozenset[str]:
    """What the page marks as the words under a picture."""
    found = set()
    for element in tree.iter("figcaption", "p", "div", "span", "em"):
        classes = (element.get("class") or "").lower().split()
        if element.tag == "figcaption" or any(name in _CAPTION_CLASS for name in classes):
            found.add(_clean(" ".join(element.itertext())))
    return frozenset(found - {""})


def _overlap(lines: list[str], described: str) -> float:
    """F1 of the words that two texts share."""
    mine = _counted(" ".join(lines))
    theirs = _counted(_TAGS.sub(" ", described))
    shared = sum(min(times, theirs.get(word, 0)) for word, times in mine.items())
    total = sum(mine.values()) + sum(theirs.values())
    return 2 * shared / total if total else 0.0


def _counted(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in _WORD.findall(text.lower()):
        counts[word] = counts.get(word, 0) + 1
    return counts
