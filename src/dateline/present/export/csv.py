"""
Claims as CSV (RFC 4180, UTF-8) that no spreadsheet takes for a formula.

A cell that begins like one, also behind blanks, controls or in full-width letters, gets an
apostrophe before it (CWE-1236; OWASP, CSV Injection).
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator
from typing import Any, BinaryIO

from dateline.core.kept import Kept
from dateline.present.export.rows import COLUMNS, rows

_STARTS = frozenset("=+-@")
_CONTROLS = frozenset("\t\r\n")


def write(kept: Iterator[Kept], out: BinaryIO) -> None:
    """A head and one row a claim."""
    text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="")
    names = [name for name, _ in COLUMNS]
    writer = csv.DictWriter(text, names, lineterminator="\r\n")
    writer.writeheader()
    for row in rows(kept):
        writer.writerow({name: cell(value) for name, value in row.items()})
    text.flush()
    text.detach()


def cell(value: Any) -> Any:
    """
    `value` for a cell; numbers stay numbers, None is empty.

    >>> cell("=1+1"), cell("\uff1dcmd"), cell(" @x"), cell("a=b"), cell(-3.5)
    ("'=1+1", "'\uff1dcmd", "' @x", 'a=b', -3.5)
    """
    if not isinstance(value, str):
        return value
    plain = value.replace("\x00", "\ufffd")
    return f"'{plain}" if _is_formula(value) else plain


def _is_formula(text: str) -> bool:
    if text[:1] in _CONTROLS and text:
        return True
    for char in text:
        if char.isspace() or unicodedata.category(char) in {"Cc", "Cf", "Zs"}:
            continue
        return unicodedata.normalize("NFKC", char)[:1] in _STARTS
    return False
