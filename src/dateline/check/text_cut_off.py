"""H004: the text ends, or a paragraph breaks off, in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import CutOff
from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker


@checker("H004", severity=Severity.NOTE, reads=(CutOff,))
def text_cut_off(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    The text breaks off: its last sentence has no end, or it ends with "read more".

    Why it matters: what was cut away may hold the denial, the source, or the second number.

    Looks at the last paragraph of a whole report only. Says nothing of lists, of signatures and
    of lines without a verb's length, which end without a mark everywhere.
    """
    for item in layers.of(CutOff):
        yield (
            f"the text ends with {doc.quote(item.span)!r}",
            (item.span,),
            {"why": item.why},
        )
