"""The moment of publication that a page prints for people beside its headline."""

from __future__ import annotations

from itertools import chain, islice

from lxml.html import HtmlElement

from dateline.core.document import Published
from dateline.ingest.page import words_of
from dateline.lang.printed import printed_date

_BEFORE, _AFTER = 15, 40
"""How many elements from the headline a date may stand."""
_LONGEST = 100
_TAGS = ("time", "span", "div", "p", "li", "small", "em", "a", "b", "strong", "td", "dd")


def printed_near_headline(tree: HtmlElement) -> Published | None:
    """A labelled date of publication, else the only bare date near the headline; else None."""
    heading = next(tree.iter("h1", "h2"), None)
    if heading is None:
        return None
    after = islice(_following(heading), _AFTER)
    before = islice(heading.itersiblings(*_TAGS, preceding=True), _BEFORE)
    found: dict[str, list[Published]] = {}
    for element in chain(after, before):
        line = _line(element)
        if line and (printed := printed_date(line)):
            published = Published(printed.value, f"printed: {line}")
            found.setdefault(printed.label, []).append(published)
    for kind in ("label", "date"):
        days = {published.value[:10] for published in found.get(kind, ())}
        if days and (kind == "label" or len(days) == 1):
            return max(found[kind], key=lambda published: len(published.value))
    return None


def _following(heading: HtmlElement) -> chain[HtmlElement]:
    """The elements behind a heading in the order of the page."""
    return chain.from_iterable(
        sibling.iter(*_TAGS)
        for around in (heading, *islice(heading.iterancestors(), 3))
        for sibling in around.itersiblings()
        if isinstance(sibling.tag, str)
    )


def _line(element: HtmlElement) -> str | None:
    """The words of an element that is a line and no more."""
    if len(element) > 6:
        return None
    words = words_of(element)
    return words if 0 < len(words) <= _LONGEST else None
