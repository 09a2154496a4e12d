"""
The earliest day on which words can have been written, from the dated facts that they name.

Only lower bounds: a name that came to be on a day was in nobody's mouth before it, while an old
name stays in use for ever.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.document import Document
from dateline.core.layers import Layers
from dateline.core.mentions import Known
from dateline.core.parts import component
from dateline.core.values import NotBefore
from dateline.world.facts import facts


@component(version=1, reads=(Known,), writes=(NotBefore,))
def bounds(_doc: Document, layers: Layers) -> Iterator[NotBefore]:
    """For each known name, the first day of the earliest fact that it can stand for."""
    for item in layers.of(Known):
        first = min((facts()[key] for key in item.facts), key=lambda fact: (fact.since, fact.id))
        yield NotBefore(
            span=item.span,
            made_by="bounds/first-day",
            fact=first.id,
            day=first.since.isoformat(),
            why=first.note,
        )
