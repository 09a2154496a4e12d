"""
Paragraphs of a report that the extraction passed over, put back where they stood.

Extraction judges a paragraph by itself, and drops one that is mostly links. Where it stands between
two that were kept, in an element like theirs, it belongs to the report.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from dateline.ingest.page import words_of

_SHORTEST = 60
_FEWEST_KEPT = 3
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_LETTERS = re.compile(r"\W+")


def with_dropped(tree: HtmlElement, lines: list[str]) -> list[str]:
    """`lines`, and the whole sentences between them that stand in paragraphs beside theirs."""
    place = {_key(line): at for at, line in enumerate(lines)}
    held = "".join(map(_key, lines))
    before: dict[int, list[str]] = {}
    for alike in _groups(tree):
        _collect(alike, place, before, held)
    out: list[str] = []
    for at, line in enumerate(lines):
        out.extend(before.get(at, ()))
        out.append(line)
    return out


def _groups(tree: HtmlElement) -> list[list[str]]:
    """The paragraphs of the page in order, those in elements of one tag and class together."""
    groups: dict[tuple[str, str], list[str]] = {}
    for p in tree.iter("p"):
        parent = p.getparent()
        if parent is not None:
            groups.setdefault((parent.tag, parent.get("class") or ""), []).append(words_of(p))
    return list(groups.values())


def _collect(
    paragraphs: list[str], place: dict[str, int], before: dict[int, list[str]], held: str
) -> None:
    """The passed-over ones among like paragraphs, under the index of the line they precede."""
    kept = [place.get(_key(words)) for words in paragraphs]
    if sum(at is not None for at in kept) < _FEWEST_KEPT:
        return
    waiting: list[str] = []
    begun = False
    for words, at in zip(paragraphs, kept, strict=True):
        if at is not None:
            before.setdefault(at, []).extend(waiting)
            waiting, begun = [], True
        elif begun and _is_passed_over(words, held):
            waiting.append(words)


def _is_passed_over(words: str, held: str) -> bool:
    """Whether it is a whole sentence that no line holds, not even in pieces."""
    return len(words) >= _SHORTEST and bool(_SENTENCE.search(words)) and _key(words) not in held


def _key(words: str) -> str:
    return _LETTERS.sub("", words.lower())
