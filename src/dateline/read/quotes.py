"""Which marks open and close a quotation within one block: enough to split sentences by."""

from __future__ import annotations

import re

from dateline.core.span import Span

_MARK = re.compile(r"""[“”„«»"‘]|’(?!\w)|``|''""")
_CLOSES = {"“": '”"', "„": '“”"', "«": "»", "‘": "’", "``": "''", '"': '"”'}
"""What may close each opening mark; writers mix straight and curly ones."""

_DEEPEST = 4


def quoted(text: str, span: Span) -> list[tuple[int, int]]:
    """
    The outermost closed quotations in `span`, from opening mark to behind the closing one.

    A mark that is never closed opens nothing.
    """
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, span.start, span.end):
        mark = match[0]
        opens = mark == '"' and _can_only_open(text, match.start(), span)
        depth = None if opens else _closing(stack, mark)
        if depth is not None:
            opened = stack[depth][1]
            del stack[depth:]
            while found and found[-1][0] > opened:
                found.pop()
            found.append((opened, match.end()))
        elif mark in _CLOSES:
            stack.append((mark, match.start()))
    return found


def _closing(stack: list[tuple[str, int]], mark: str) -> int | None:
    """The depth of the open mark that `mark` closes, innermost first; None where none."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
        if mark in _CLOSES[stack[depth][0]]:
            return depth
    return None


def _can_only_open(text: str, at: int, span: Span) -> bool:
    """A straight mark with a space before it and a word behind it."""
    before = at == span.start or text[at - 1].isspace()
    return before and at + 1 < span.end and text[at + 1].isalnum()
