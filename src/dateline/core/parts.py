"""The two kinds of part a pipeline is made of, and how one is declared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.core.document import Document
from dateline.core.finding import Finding, Severity
from dateline.core.layers import Item, Layers
from dateline.core.span import Span

Annotate = Callable[[Document, Layers], Iterable[Item]]
Observation = tuple[str, tuple[Span, ...], dict[str, str | int]]
"""What a checker yields: a message, the evidence, and the values to check by hand."""
Check = Callable[[Document, Layers], Iterable[Observation]]


@dataclass(frozen=True, slots=True)
class Component:
    """A pure function from what is known of a document to more of it."""

    name: str
    version: int
    reads: tuple[type[Item], ...]
    writes: tuple[type[Item], ...]
    annotate: Annotate


@dataclass(frozen=True, slots=True)
class Checker:
    """A pure comparison of values that components resolved."""

    code: str
    name: str
    severity: Severity
    reads: tuple[type[Item], ...]
    doc: str
    check: Check

    def __call__(self, doc: Document, layers: Layers) -> Iterable[Finding]:
        for message, evidence, computed in self.check(doc, layers):
            yield Finding(
                code=self.code,
                name=self.name,
                severity=self.severity,
                message=message,
                evidence=evidence,
                computed=tuple(computed.items()),
            )


def component(
    *, version: int, writes: tuple[type[Item], ...], reads: tuple[type[Item], ...] = ()
) -> Callable[[Annotate], Component]:
    """Declare a component. Raise `version` whenever its output can change: it keys the cache."""

    def declare(function: Annotate) -> Component:
        return Component(function.__name__, version, reads, writes, function)

    return declare


def checker(
    code: str, *, severity: Severity, reads: tuple[type[Item], ...] = ()
) -> Callable[[Check], Checker]:
    """Declare a checker. Its docstring is the head of its page in the catalogue of findings."""

    def declare(function: Check) -> Checker:
        if not function.__doc__:
            raise TypeError(f"checker {code} has no docstring: nobody could look its finding up")
        name = function.__name__.replace("_", "-")
        return Checker(code, name, severity, reads, function.__doc__, function)

    return declare
