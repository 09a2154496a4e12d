"""The tokens of each part of one expression, and the draft that is made of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.annotate.timex.numbers import whole
from dateline.annotate.timex.tokens import Tokens
from dateline.core.time import Says


@dataclass(slots=True)
class Draft:
    """One expression, composed: token range, and the fields of a `Timex`."""

    first: int
    end: int
    type: str
    value: str
    mod: str | None = None
    zone: tuple[int, int] | None = None
    holiday: str | None = None
    says: Says = field(default_factory=Says)
    count: tuple[float, float] | None = None


class Parts:
    """The tokens of each part of one expression."""

    __slots__ = ("at", "found")

    def __init__(self, found: Tokens, at: dict[str, tuple[int, int]]) -> None:
        self.found = found
        self.at = at

    def __contains__(self, part: str) -> bool:
        return part in self.at

    def says(self, part: str, cat: str = "") -> str:
        """What the first token of `part` says as a `cat`, by default one of the same name."""
        return self.found.value(self.at[part][0], cat or part) if part in self.at else ""

    def whole(self, part: str) -> int:
        return whole(self.found, self.at[part][0])

    def form(self, part: str) -> str:
        return self.found.forms[self.at[part][0]]
