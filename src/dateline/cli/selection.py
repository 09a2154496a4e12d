"""Which findings are asked for: `--select` and `--ignore` take code prefixes, as ruff does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.core.errors import UsageError

_ALL = "ALL"


@dataclass(frozen=True, slots=True)
class Selection:
    """A code is wanted where its longest prefix among both lists stands in `select`."""

    select: tuple[str, ...] = ("",)
    ignore: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """Whether a finding with `code` is shown; at equal length `ignore` wins."""
        return _longest(code, self.select) > _longest(code, self.ignore)


def selection(
    select: Iterable[str] | None, ignore: Iterable[str] | None, *, known: Iterable[str]
) -> Selection:
    """
    The selection that both options ask for, each given any number of times.

    Raises:
        UsageError: a prefix begins no known code.
    """
    codes = tuple(known)
    chosen = _prefixes("--select", select, codes)
    return Selection(chosen or ("",), _prefixes("--ignore", ignore, codes))


def _prefixes(option: str, given: Iterable[str] | None, codes: tuple[str, ...]) -> tuple[str, ...]:
    words = [word.strip().upper() for text in given or () for word in text.split(",")]
    for word in words:
        if word and word != _ALL and not any(code.startswith(word) for code in codes):
            raise UsageError(
                f"{option}: no finding has a code that begins with {word!r}: `dateline rule` "
                "lists them"
            )
    return tuple("" if word == _ALL else word for word in words if word)


def _longest(code: str, prefixes: tuple[str, ...]) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)
