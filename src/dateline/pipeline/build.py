"""Put components in order, and refuse an order that cannot work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.core.document import Document
from dateline.core.errors import PipelineError
from dateline.core.finding import Finding
from dateline.core.layers import Item, Layers
from dateline.core.parts import Checker, Component

Prepare = Callable[[Document], Document]
"""Gives the document its language and blocks before any component sees it."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Steps that prepare a document, components in order, then checkers; refused when built."""

    name: str
    prepare: tuple[Prepare, ...]
    components: tuple[Component, ...]
    checkers: tuple[Checker, ...] = ()

    def __post_init__(self) -> None:
        written: set[type[Item]] = set()
        parts: tuple[Component | Checker, ...] = (*self.components, *self.checkers)
        for part in parts:
            if missing := set(part.reads) - written:
                needs = ", ".join(sorted(kind.__name__ for kind in missing))
                raise PipelineError(
                    f"{part.name!r} reads {needs}: no component before it writes that"
                )
            if isinstance(part, Component):
                written.update(part.writes)

    @property
    def version(self) -> str:
        """Changes whenever a part is added, removed, moved or raised: part of every cache key."""
        return "+".join(f"{part.name}.{part.version}" for part in self.components)

    def __call__(self, doc: Document) -> tuple[Document, Layers]:
        """The prepared document, and everything that the components found in it."""
        for step in self.prepare:
            doc = step(doc)
        layers = Layers()
        for part in self.components:
            layers |= Layers(part.annotate(doc, layers))
        return doc, layers

    def check(self, doc: Document, layers: Layers) -> tuple[Finding, ...]:
        """Every finding, in the order of the words they stand on, then of their codes."""
        found = (finding for part in self.checkers for finding in part(doc, layers))
        return tuple(sorted(found, key=lambda f: (f.evidence[:1], f.code, f.message)))
