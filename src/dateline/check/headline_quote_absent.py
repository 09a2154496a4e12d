"""Q001: words in quotation marks in the headline that the body does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import Requoted
from dateline.core.document import Document, Role
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker

_MOST = 0.34


@checker("Q001", severity=Severity.NOTE, reads=(Requoted,))
def headline_quote_absent(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    The headline quotes words that nobody says in the body.

    Why it matters: quotation marks promise somebody's words, and nobody here says them.

    Looks at quotations of four words or more, in reports whose body quotes at all. Says nothing
    when a third of the words stand together in one paragraph, since headlines shorten.
    """
    for item in layers.of(Requoted):
        if doc.role_at(item.span) is Role.HEADLINE and not item.nearest and item.shared <= _MOST:
            yield (
                f"the headline quotes {doc.quote(item.span)!r}; no paragraph of the body has more "
                f"than {item.shared:.0%} of its words",
                (item.span,),
                {"shared_percent": round(100 * item.shared)},
            )
