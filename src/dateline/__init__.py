"""
dateline reads reporting about an armed conflict and gives back a sourced, checked record.

    >>> import dateline
    >>> record = dateline.read("On June 8 the ministry said it was over.", published="2025-06-09")
    >>> record.times[0].value
    '2025-06-08'
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.core.record import Record as Record
    from dateline.run.local import read as read

__version__ = "0.1.0"
__all__ = ["Record", "__version__", "read"]


def __getattr__(name: str) -> Any:
    """`read` and `Record` on first use: importing dateline alone loads no stage."""
    if name == "read":
        from dateline.run.local import read

        return read
    if name == "Record":
        from dateline.core.record import Record

        return Record
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")


class _Package(ModuleType):
    """Keeps `dateline.read` the function: importing the room of that name would put it there."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name != "read" or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
