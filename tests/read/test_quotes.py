"""Which marks open and close a quotation."""

from __future__ import annotations

import pytest

from dateline.core.span import Span
from dateline.read.quotes import quoted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("„Так“, – сказав він: «ні».", ["„Так“", "«ні»"]),
        ("“He told me ‘go’ then” x", ["“He told me ‘go’ then”"]),
        ("The soldiers’ and the men’s ‘term’ stays", ["‘term’"]),
        ("``We did,'' said he", ["``We did,''"]),
        ('"One,” he said. "Two," he added.', ['"One,”', '"Two,"']),
        ("“Never closed", []),
        ("5' 3\" tall", []),
    ],
)
def test_outermost_closed_quotations_are_found(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in quoted(text, Span(0, len(text)))] == found
