"""Where the blocks of a text begin and end. What each of them is for is not decided here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dateline.core.document import Block, Role
from dateline.core.span import Span

_STOPS = '.!?…:;"”»’)'
_NARROWEST, _WIDEST = 45, 120
"""Columns between which a line may have been broken to fit a page."""
_RAGGED = 0.65


def segment(text: str, known: tuple[Block, ...] = ()) -> list[Block]:
    """
    The blocks of `text`, in order: `known` as they are, and each other line as a body block.

    Lines that were only broken to fit a page are one block.
    """
    blocks = list(known)
    at = 0
    for block in (*known, None):
        end = block.span.start if block else len(text)
        blocks.extend(
            Block(Span(*span), Role.BODY, "blocks/line") for span in _lines(text, at, end)
        )
        at = block.span.end if block else end
    return sorted(blocks)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines without the white space around them, those of a wrapped paragraph as one."""
    paragraph: list[tuple[int, int]] = []
    at = start
    for line in text[start:end].splitlines(keepends=True):
        first = at + len(line) - len(line.lstrip())
        last = at + len(line.rstrip())
        at += len(line)
        if first < last:
            paragraph.append((first, last))
        else:
            yield from _joined(text, paragraph)
            paragraph = []
    yield from _joined(text, paragraph)


def _joined(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A paragraph as one block where it was wrapped; otherwise line by line."""
    if len(lines) > 1 and _is_wrapped(text, lines):
        yield lines[0][0], lines[-1][1]
        return
    start = None
    for line, following in pairwise((*lines, None)):
        if line is None:
            continue
        start = line[0] if start is None else start
        if following is None or not _is_broken(text, line, following):
            yield start, line[1]
            start = None


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether all lines but the last are about equally wide and most stop in mid-sentence."""
    widths = [end - start for start, end in lines]
    widest = max(widths)
    if not _NARROWEST <= widest <= _WIDEST or min(widths[:-1]) < _RAGGED * widest:
        return False
    open_ended = sum(text[end - 1] not in _STOPS for _, end in lines[:-1])
    return open_ended * 2 > len(lines) - 1 and len(lines) > 2


def _is_broken(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether a sentence runs on from one line to the next."""
    wide = line[1] - line[0] >= _NARROWEST
    return wide and text[line[1] - 1] not in _STOPS and text[following[0]].islower()
