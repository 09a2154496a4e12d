"""Q002: one utterance, quoted twice in different words."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import Requoted
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker


@checker("Q002", severity=Severity.NOTE, reads=(Requoted,))
def quoted_words_differ(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    Two quotations of one report run parallel, and differ in a word that carries meaning.

    Why it matters: a quotation is somebody's exact words; both cannot be.

    Compares quotations of five words or more. A shortened quotation, and one whose words only
    change their endings, is left alone.
    """
    for item in layers.of(Requoted):
        if item.nearest and item.changed:
            here, there = item.changed[0]
            yield (
                f"quotes {doc.quote(item.span)!r} and {doc.quote(item.nearest)!r}: "
                f"{here or 'nothing'!r} stands for {there or 'nothing'!r}",
                (item.span, item.nearest),
                {"here": here, "there": there},
            )
