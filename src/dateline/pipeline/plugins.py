"""
Components and checkers from other packages: entry points in two groups, loaded here only.

A package names a `Component` under `dateline.components` or a `Checker` under `dateline.checkers`;
being installed is all it takes. They run after the parts of the house, in the order of their names.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar

from dateline.core.errors import PipelineError
from dateline.core.parts import Checker, Component

T = TypeVar("T", Component, Checker)


def components() -> tuple[Component, ...]:
    """
    Every component that an installed package names.

    Raises:
        PipelineError: an entry point names something that is no Component.
    """
    return tuple(_load(point, Component) for point in _points("dateline.components"))


def checkers() -> tuple[Checker, ...]:
    """
    Every checker that an installed package names.

    Raises:
        PipelineError: an entry point names something that is no Checker.
    """
    return tuple(_load(point, Checker) for point in _points("dateline.checkers"))


def _points(group: str) -> list[EntryPoint]:
    return sorted(entry_points(group=group), key=lambda point: (point.name, point.value))


def _load(point: EntryPoint, kind: type[T]) -> T:
    part: object = point.load()
    if not isinstance(part, kind):
        raise PipelineError(
            f"plug-in {point.name!r} ({point.value}) is a {type(part).__name__}: "
            f"want a {kind.__name__}, made by the decorator of dateline.core.parts"
        )
    return part
