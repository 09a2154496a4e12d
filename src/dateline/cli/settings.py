"""
What a project asks of `dateline check`: `dateline.toml`, or a table of `pyproject.toml`.

The nearest file counts, from the folder in which the command runs upwards; of two in one folder,
`dateline.toml`. Nothing is guessed: an unknown key, code or severity is refused, so that a slip of
the pen cannot silence a finding, or fail to.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from dateline.cli.selection import selection
from dateline.core.errors import UsageError

OWN, SHARED, TABLE = "dateline.toml", "pyproject.toml", "dateline"
SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says; empty where there is none."""

    path: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(pattern, code prefixes): patterns as `fnmatch` reads them."""
    severity: tuple[tuple[str, str], ...] = ()
    """(code prefix, severity), in the order of the file."""
    baseline: Path | None = None

    def ignores(self, name: str, code: str) -> bool:
        """Whether findings with `code` are left out in the file called `name`."""
        return any(
            code.startswith(prefixes) and self._is_meant(name, pattern)
            for pattern, prefixes in self.per_file_ignores
        )

    def severity_of(self, code: str, given: str) -> str:
        """The severity by the longest prefix that the file names; else the checker's own."""
        fits = [(len(prefix), word) for prefix, word in self.severity if code.startswith(prefix)]
        return max(fits, key=lambda fit: fit[0])[1] if fits else given

    def _is_meant(self, name: str, pattern: str) -> bool:
        """Whether the pattern is of the file's name, or of its path from the settings' folder."""
        path = Path(name)
        folder = self.path.parent if self.path else Path()
        whole = path.resolve()
        inside = whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else name
        return any(fnmatchcase(each, pattern) for each in (path.name, path.as_posix(), inside))


def settings(folder: Path, *, known: Iterable[str]) -> Settings:
    """
    The settings that hold in `folder`.

    Raises:
        UsageError: the file is no TOML, or holds a key, code or severity that nobody knows.
    """
    for place in (folder.resolve(), *folder.resolve().parents):
        for path in (place / OWN, place / SHARED):
            if path.is_file() and (table := _table(path)) is not None:
                return _read(path, table, tuple(known))
    return Settings()


def _table(path: Path) -> Mapping[str, Any] | None:
    """The table of settings; None for a pyproject.toml without one."""
    try:
        whole = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: no TOML: {error}") from error
    table = whole if path.name == OWN else whole.get("tool", {}).get(TABLE)
    if table is not None and not isinstance(table, Mapping):
        raise UsageError(f"{path}: want [tool.{TABLE}] to be a table")
    return table


def _read(path: Path, table: Mapping[str, Any], known: tuple[str, ...]) -> Settings:
    readers: dict[str, Callable[[Any], Any]] = {
        "select": lambda value: _codes(path, "select", value, known),
        "ignore": lambda value: _codes(path, "ignore", value, known),
        "per-file-ignores": lambda value: _per_file(path, value, known),
        "severity": lambda value: _severity(path, value, known),
        "baseline": lambda value: _baseline(path, value),
    }
    for key in table:
        if key not in readers:
            raise UsageError(f"{path}: no setting is called {key!r}: want {', '.join(readers)}")
    found = {key.replace("-", "_"): readers[key](value) for key, value in table.items()}
    return Settings(path=path, **found)


def _codes(path: Path, key: str, value: Any, known: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise UsageError(f'{path}: want {key} to be a list of codes, as ["T004", "N"]')
    try:
        return selection(value, None, known=known).select if value else ()
    except UsageError as error:
        raise UsageError(str(error).replace("--select", f"{path}: {key}")) from error


def _per_file(
    path: Path, value: Any, known: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, Mapping):
        raise UsageError(f'{path}: want per-file-ignores to be a table, as "drafts/*" = ["T004"]')
    return tuple(
        (pattern, _codes(path, f"per-file-ignores of {pattern!r}", codes, known))
        for pattern, codes in value.items()
    )


def _severity(path: Path, value: Any, known: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, Mapping):
        raise UsageError(f'{path}: want severity to be a table, as T006 = "warning"')
    out = []
    for code, word in value.items():
        if word not in SEVERITIES:
            raise UsageError(
                f"{path}: severity of {code}: {word!r} is none of {', '.join(SEVERITIES)}"
            )
        out.append((_codes(path, "severity", [code], known)[0], word))
    return tuple(out)


def _baseline(path: Path, value: Any) -> Path:
    if not isinstance(value, str):
        raise UsageError(f"{path}: want baseline to be the name of a file")
    return path.parent / value
