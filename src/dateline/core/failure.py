"""An input that could not be read: recorded, never raised, in a run over many documents."""

from __future__ import annotations

from msgspec import Struct


class Failure(Struct, frozen=True, order=True):
    """`path` names the file (or `line 3`) as the caller would; `why` says what would be right."""

    path: str
    why: str
    id: str | None = None
    """The caller's id of the document, where the broken line still told it."""

    def __str__(self) -> str:
        return f"{self.path}: {self.why}"
