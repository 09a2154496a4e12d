"""H002: an abbreviation that nobody knows, one letter from one that everybody knows."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.document import Document
from dateline.core.finding import Severity
from dateline.core.layers import Layers
from dateline.core.mentions import Abbreviation, Quotation
from dateline.core.parts import Observation, checker
from dateline.core.span import Span
from dateline.world.terms import glossary


@checker("H002", severity=Severity.NOTE, reads=(Abbreviation, Quotation))
def unknown_abbreviation(doc: Document, layers: Layers) -> Iterator[Observation]:
    """
    A quoted abbreviation is in no glossary, and one letter away from a known one of the field.

    Why it matters: in a quotation it is a slip of whoever wrote it down, heard it or translated
    it, and so is a sign of how the words came here.

    Says nothing outside quotations, where bodies and firms have names of their own, and nothing
    when the report spells the abbreviation out.
    """
    places: dict[str, list[Span]] = {}
    near: dict[str, tuple[str, ...]] = {}
    quoted = [quotation.span for quotation in layers.of(Quotation) if not quotation.scare]
    for item in layers.of(Abbreviation):
        if item.near and any(span.covers(item.span) for span in quoted):
            words = doc.quote(item.span)
            places.setdefault(words, []).append(item.span)
            near[words] = item.near
    for words, spans in places.items():
        known = near[words][0]
        yield (
            f"{words!r} is in no glossary; {known!r} ({glossary()[known].words}) differs by one "
            "letter",
            tuple(spans),
            {"abbreviation": words, "near": ", ".join(near[words])},
        )
