"""A002: the headline says "confirmed", the body says "not confirmed"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.agreements import Confirmation
from dateline.core.document import Document, Role
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.parts import Observation, checker


@checker("A002", severity=Severity.NOTE, reads=(Confirmation,))
def headline_confirms_body_does_not(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    The headline says that something is confirmed; every word of confirming in the body is negated.

    Why it matters: "confirmed" is the strongest word that a report has.

    Says nothing when the body confirms anything, or speaks of no confirmation.
    """
    head = [c for c in layers.of(Confirmation) if doc.role_at(c.span) is Role.HEADLINE]
    body = [c for c in layers.of(Confirmation) if doc.role_at(c.span) is Role.BODY]
    if body and all(c.negated for c in body):
        for item in (c for c in head if not c.negated):
            there = doc.quote(body[0].span)
            yield (
                f"the headline says {doc.quote(item.span)!r}; the body has {there!r} negated",
                (item.span, body[0].span),
                {"negated_in_body": len(body)},
            )
