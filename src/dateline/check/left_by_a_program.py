"""H005: words that a theme, a translator or a wrong encoding left in the text."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import Residue
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker

_MOST = 12
"""Places shown at most."""
_SAID = {
    "demo": "the demonstration text of a page's theme",
    "translation": "words of a translating program",
    "encoding": "letters that were read in the wrong encoding",
    "alphabets": "a word with letters of two alphabets",
}


@checker("H005", severity=Severity.NOTE, reads=(Residue,))
def left_by_a_program(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    Words of a theme's demo, of a translating program, or letters in the wrong encoding stand in the
    text.

    Why it matters: nobody has read the page since a program made it, and what was quoted may have
    been said in other words.

    Tells each kind once, with its places. A word in letters of two alphabets may also be typed on
    purpose, to pass a filter.
    """
    for kind, said in _SAID.items():
        spans = tuple(item.span for item in layers.of(Residue) if item.type == kind)
        if spans:
            yield (
                f"{said}: {doc.quote(spans[0])!r}",
                spans[:_MOST],
                {"kind": kind, "places": len(spans)},
            )
