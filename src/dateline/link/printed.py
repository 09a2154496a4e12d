"""
What of a report is needed to tell whether it was copied: its words, its quotations, its frame.

Small enough to be stored beside a record and compared without reading the report again.
"""

from __future__ import annotations

from msgspec import Struct

from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Quotation
from dateline.core.record import Record
from dateline.core.span import Span

_FRAME = (Role.FURNITURE,)
_HEAD = (Role.HEADLINE, Role.BYLINE, Role.DATELINE)


class Printed(Struct, frozen=True, kw_only=True):
    """A report as it was printed. Spans are those of `text`."""

    id: str
    text: str
    lang: str = "und"
    published: str | None = None
    outlet: str | None = None
    quoted: tuple[Span, ...] = ()
    """Speech in quotation marks; terms and titles are left out."""
    furniture: tuple[Span, ...] = ()
    head: tuple[Span, ...] = ()
    """Headline, byline and dateline."""


def printed(doc: Document, layers: Layers) -> Printed:
    """A document that the pipeline has prepared, with the quotations found in it."""
    return Printed(
        id=doc.id,
        text=doc.text,
        lang=doc.lang,
        published=doc.published.value if doc.published else None,
        outlet=doc.outlet.value if doc.outlet else None,
        quoted=tuple(q.span for q in layers.of(Quotation) if not q.scare and not q.depth),
        furniture=_spans(doc, _FRAME),
        head=_spans(doc, _HEAD),
    )


def printed_record(record: Record) -> Printed:
    """The same from a stored record."""
    doc = record.document
    blocks = [(block.role, Span(block.start, block.end)) for block in doc.blocks]
    return Printed(
        id=record.id,
        text=doc.text,
        lang=doc.lang,
        published=doc.published,
        outlet=doc.outlet,
        quoted=tuple(
            Span(q.start, q.end) for q in record.quotations if not q.scare and not q.depth
        ),
        furniture=tuple(span for role, span in blocks if role in _FRAME),
        head=tuple(span for role, span in blocks if role in _HEAD),
    )


def _spans(doc: Document, roles: tuple[Role, ...]) -> tuple[Span, ...]:
    return tuple(block.span for block in doc.blocks_of(*roles))
