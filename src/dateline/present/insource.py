"""
Where words of a page's text stand in its HTML source.

The text is not the source: tags, entities and line breaks lie between. The words are looked for as
they are and as HTML writes them; of several places, the one whose neighbours in the text stand
beside it too. Where that leaves none, or more than one, the place is unknown.
"""

from __future__ import annotations

from html import escape

_STEPS = (0, 12, 24, 48)
"""Code points of the text around the words that are asked for as well."""


def find_in_source(source: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where `text[start:end]` stands in `source`, half-open; None where that is not clear."""
    for around in _STEPS:
        before, after = text[max(0, start - around) : start], text[end : end + around]
        before, after = before.rsplit("\n", 1)[-1], after.split("\n", 1)[0]
        for lead, tail in ((before, after), (before, ""), ("", after)):
            if place := _only(source, lead, text[start:end], tail=tail):
                return place
    return None


def _only(source: str, lead: str, words: str, *, tail: str) -> tuple[int, int] | None:
    """The one place of the words between the two neighbours; None where there is none or more."""
    found: set[tuple[int, int]] = set()
    for write in (str, _escaped):
        whole, inner = write(lead) + write(words) + write(tail), write(words)
        at = source.find(whole)
        if at >= 0 and source.find(whole, at + 1) < 0:
            start = at + len(write(lead))
            found.add((start, start + len(inner)))
        elif at >= 0:
            return None
    return found.pop() if len(found) == 1 else None


def _escaped(words: str) -> str:
    return escape(words, quote=False)
