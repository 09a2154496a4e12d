"""
Which characters of a paragraph open and close quotations, and which are apostrophes.

Only the characters around a mark decide; matching the marks is the business of `quotation`.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from dateline.core.span import Span

_ANY = re.compile(r"``|''|[\"“”„«»‹›‘’']")
_OPENS_AFTER = "([{—–-/“\"‘«„'…:"
_HELD = 8
_ENDS = ",.!?…;:"


class Part(Enum):
    """What a mark does."""

    OPENS = "opens"
    CLOSES = "closes"


class Mark(NamedTuple):
    """A quotation mark at `[start, end)`, as a single character, and what it does."""

    start: int
    end: int
    text: str
    part: Part


def marks(text: str, span: Span, pairs: dict[str, str], is_open: str) -> list[Mark]:
    """The quotation marks in `span`, in order; `is_open` are those open when it begins."""
    found: list[Mark] = []
    held = list(is_open)
    places = [(m.start(), m.end(), m.group()) for m in _ANY.finditer(text, span.start, span.end)]
    singles = _closing_singles(text, span, places)
    for start, end, raw in places:
        mark = '"' if len(raw) > 1 else raw
        part = _part(text, span, (start, end, mark), held, singles)
        if part is None:
            continue
        if part is Part.OPENS and mark in pairs:
            held = [*held[-_HELD:], mark]
            found.append(Mark(start, end, mark, part))
        elif part is Part.CLOSES:
            _pop(held, mark, pairs)
            found.append(Mark(start, end, mark, part))
    return found


def _pop(held: list[str], mark: str, pairs: dict[str, str]) -> None:
    for depth in range(len(held) - 1, -1, -1):
        if mark in pairs[held[depth]]:
            del held[depth:]
            return


def _closing_singles(text: str, span: Span, places: list[tuple[int, int, str]]) -> list[int]:
    """Where a single mark stands behind a word's end: each could close a quotation."""
    return [
        start
        for start, end, raw in places
        if raw in ("’", "'") and not _inside_word(text, start, end, span) and start > span.start
        if not text[start - 1].isspace()
    ]


def _part(
    text: str,
    span: Span,
    place: tuple[int, int, str],
    held: list[str],
    singles: list[int],
) -> Part | None:
    start, end, mark = place
    if mark in "’'‘":
        return _single(text, span, place, held, singles)
    if mark in "«„‹":
        return Part.OPENS
    if mark in "»”›":
        # A closing mark typed where one opens: behind a space and before a letter.
        wrong_way = mark == "”" and not held and _looks_open(text, start, end, span)
        return Part.OPENS if wrong_way else Part.CLOSES
    if mark == "“":
        low_open = bool(held) and held[-1] in "„“"
        return Part.CLOSES if low_open and not _looks_open(text, start, end, span) else Part.OPENS
    if _looks_open(text, start, end, span):
        return Part.OPENS
    if any(entry in '"“„' for entry in held):
        return Part.CLOSES
    word_behind = end < span.end and text[end].isalnum()
    return Part.OPENS if word_behind and not text[start - 1].isdigit() else None


def _looks_open(text: str, start: int, end: int, span: Span) -> bool:
    before = start == span.start or text[start - 1].isspace() or text[start - 1] in _OPENS_AFTER
    return before and end < span.end and not text[end].isspace()


def _single(
    text: str, span: Span, place: tuple[int, int, str], held: list[str], singles: list[int]
) -> Part | None:
    start, end, mark = place
    inside = _inside_word(text, start, end, span)
    is_held = any(entry in "‘'" for entry in held)
    if inside and mark != "‘":
        return None
    if mark != "’" and _looks_open(text, start, end, span):
        later = singles and singles[-1] > end
        return Part.OPENS if later or (mark == "‘" and not text[end].isdigit()) else None
    if not is_held:
        return None
    return None if _possessive(text, start, end, singles) else Part.CLOSES


def _inside_word(text: str, start: int, end: int, span: Span) -> bool:
    return (
        start > span.start and end < span.end and text[start - 1].isalnum() and text[end].isalnum()
    )


def _possessive(text: str, start: int, end: int, singles: list[int]) -> bool:
    """`the soldiers’ families`: an s before, a word behind, and a later mark that can close."""
    between = text[start - 1] in "sS" and text[end : end + 1] == " "
    if not between or not text[end + 1 : end + 2].islower():
        return False
    return any(later > end and text[later - 1] in _ENDS for later in singles[-8:])
