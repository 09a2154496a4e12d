"""H001: code of the page stands in its text."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.document import Document, Role
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker

_CODE = ("furniture/shortcode", "furniture/template", "furniture/code")

_SHORTEST = 8
"""Code points: a lone tag is a slip of the markup, not a page that nobody has looked at."""
_MOST = 12
"""Places shown at most."""


@checker("H001", severity=Severity.WARNING)
def unrendered_code(doc: Document, _layers: Layers) -> Iterator[Observation]:
    """
    Code that the page's software should have replaced stands in the text.

    Why it matters: nobody has looked at the page since it was made; it may have been filled by
    a program.
    """
    blocks = [b for b in doc.blocks_of(Role.FURNITURE) if b.made_by.startswith(_CODE)]
    if any(len(block.span) >= _SHORTEST for block in blocks):
        words = doc.quote(blocks[0].span)
        yield (
            f"the page's own code stands in the text: {words!r}",
            tuple(block.span for block in blocks)[:_MOST],
            {"places": len(blocks)},
        )
