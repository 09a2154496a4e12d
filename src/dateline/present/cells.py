"""
How words stand in a terminal: what they may hold and how many cells they take.

A report is written by strangers, so control and direction characters never reach the terminal.
"""

from __future__ import annotations

import unicodedata
from textwrap import wrap as _wrap

_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
"""Zero-width, harmless, and common in text copied from the web."""


def safe(text: str) -> str:
    """
    `text`, one code point for one, with nothing in it that steers a terminal or turns its order.

    Tabs and line breaks become blanks; other control, format and surrogate characters U+FFFD.
    """
    return "".join(map(_safe, text)) if not text.isascii() or not text.isprintable() else text


def _safe(char: str) -> str:
    if char in "\t\n\r\u2028\u2029\v\f":
        return " "
    if unicodedata.category(char) in {"Cc", "Cf", "Cs"} and char not in _UNSEEN:
        return "-" if char == "\u00ad" else "\ufffd"
    return char


def width(text: str) -> int:
    """Terminal cells that `text` takes: two for a wide character, none for a combining mark."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(char: str) -> int:
    if char in _UNSEEN or unicodedata.combining(char):
        return 0
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def pad(text: str, cells: int) -> str:
    """`text` filled with blanks to `cells`."""
    return text + " " * max(0, cells - width(text))


def wrapped(text: str, cells: int) -> list[str]:
    """`text` in lines of at most `cells`, broken at blanks where there are any; never empty."""
    lines: list[str] = []
    for rough in _wrap(" ".join(safe(text).split()), cells) or [""]:
        lines.extend(_folded(rough, cells))
    return lines


def _folded(line: str, cells: int) -> list[str]:
    """A line of wide characters can pass the limit that `textwrap` counted in code points."""
    out, used = [""], 0
    for char in line:
        if used + _cells(char) > cells and out[-1]:
            out.append("")
            used = 0
        out[-1] += char
        used += _cells(char)
    return out


def shortened(text: str, most: int) -> str:
    """The first words of `text` within `most` code points, an ellipsis where it is cut."""
    flat = " ".join(safe(text).split())
    if len(flat) <= most:
        return flat
    return flat[: most - 1].rsplit(" ", 1)[0].rstrip(" ,.;:–—-") + "…"
