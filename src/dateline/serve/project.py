"""What a project has set for everybody who works in it, with what holds where nothing is set."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from msgspec import Struct, ValidationError, convert, to_builtins

from dateline.core.errors import UsageError

LANGUAGES = ("en", "uk", "ru")
KEYS = MappingProxyType(
    {
        "next": "j",
        "previous": "k",
        "accept": "a",
        "reject": "r",
        "edit": "e",
        "undo": "u",
        "finding": "n",
        "search": "/",
        "help": "?",
        "go": "g",
        "comment": "c",
        "assign": "s",
        "link": "l",
        "why": "w",
    }
)
"""What a key does, by name; `go` waits for a second key."""


class Project(Struct, frozen=True, kw_only=True):
    """The settings. `keys` differ from KEYS where somebody changed them."""

    name: str = "dateline"
    language: str = "en"
    second_person: bool = False
    """A claim counts as signed off only by somebody who did not decide on it."""
    blur_private: bool = True
    """Names that were marked as private are blurred until asked for."""
    blur_graphic: bool = True
    """Reports that were flagged as graphic are blurred until asked for."""
    keys: tuple[tuple[str, str], ...] = tuple(KEYS.items())


def project_of(kept: dict[str, Any]) -> Project:
    """The settings as they were kept; what cannot be used is as if it was never set."""
    known = {name: kept[name] for name in Project.__struct_fields__ if name in kept}
    try:
        return convert(known, Project)
    except ValidationError:
        return Project()


def changed(project: Project, asked: dict[str, Any]) -> dict[str, Any]:
    """
    Those of the settings `asked` that differ from the project's, ready to be kept.

    Raises:
        UsageError: one of them cannot be used; two things would be done by one key.
    """
    try:
        made = convert({**to_builtins(project), **asked}, Project)
    except ValidationError as error:
        raise UsageError(f"settings: {error}") from error
    if made.language not in LANGUAGES:
        raise UsageError(f"language: want one of {', '.join(LANGUAGES)}")
    if not 0 < len(made.name.strip()) <= 80:
        raise UsageError("name: want 1 to 80 letters")
    _check_keys(dict(made.keys))
    new, old = to_builtins(made), to_builtins(project)
    return {name: new[name] for name in new if new[name] != old[name]}


def _check_keys(keys: dict[str, str]) -> None:
    """One key for each thing and no key for two; a letter, digit or sign that is typed alone."""
    if set(keys) != set(KEYS):
        raise UsageError("keys: want a key for each thing that has one, and for nothing else")
    used: dict[str, str] = {}
    for what, key in keys.items():
        if len(key) != 1 or not key.isprintable() or key.isspace():
            raise UsageError(f"keys: {what}: want one letter, digit or sign, got {key!r}")
        if key in used:
            raise UsageError(f"keys: {key!r} is for {used[key]} already and cannot be for {what}")
        used[key] = what
