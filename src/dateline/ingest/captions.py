"""The words under the pictures of a report: which they are, and where in it they stand."""

from __future__ import annotations

from lxml.html import HtmlElement

from dateline.core.document import Role
from dateline.ingest.page import clean, words_of

_LONGEST = 1000
_SHORTEST_ADDED, _LONGEST_ADDED = 12, 400


def captions_of(tree: HtmlElement) -> frozenset[str]:
    """What the page marks as the words under a picture: whole, and each part of it."""
    found = set()
    for element in tree.iter("figcaption", "p", "div", "span", "em"):
        if element.tag == "figcaption" or "caption" in (element.get("class") or "").lower():
            found.add(words_of(element))
            found.update(clean(" ".join(part.itertext())) for part in element)
    return frozenset(words for words in found if 0 < len(words) <= _LONGEST)


def with_captions(tree: HtmlElement, lines: list[tuple[Role, str]]) -> list[tuple[Role, str]]:
    """
    `lines` with the captions that stand on the page right before one of them.

    A picture behind the last line of a report may belong to the next story, so it is left out.
    """
    at_line = {line: at for at, (_, line) in enumerate(lines)}
    waiting: list[str] = []
    before: dict[int, list[str]] = {}
    for element in tree.iter("figcaption", "p", "h2", "h3", "li"):
        words = words_of(element)
        if element.tag == "figcaption":
            if _SHORTEST_ADDED <= len(words) <= _LONGEST_ADDED and words not in at_line:
                waiting.append(words)
        elif words and next(element.iterancestors("figcaption"), None) is None:
            if words in at_line:
                before.setdefault(at_line[words], []).extend(waiting)
            waiting = []
    out: list[tuple[Role, str]] = []
    for at, line in enumerate(lines):
        out.extend((Role.CAPTION, words) for words in dict.fromkeys(before.get(at, ())))
        out.append(line)
    return out
