"""
Load pattern rules and word lists from TOML. The only module that knows how they are laid out.

A language is a folder here; a missing file is a missing ability, never an error.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct, ValidationError, convert

from dateline.core.errors import LexiconError
from dateline.core.table import parse_table

HERE = Path(__file__).parent
LANGUAGES = ("en", "ru", "uk")


class RuleFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One table of a rule file, as a person writes it."""

    pattern: str
    matches: dict[str, str]
    """Each example, whole, and what the rule makes of it."""
    ignores: list[str]
    type: str = ""
    flags: str = ""
    """Letters of `re`'s inline flags: `i`, `m`, `x`."""


@dataclass(frozen=True)
class Rule:
    """A rule with the examples that prove it."""

    name: str
    type: str
    path: Path
    pattern: str
    matches: Mapping[str, str]
    ignores: tuple[str, ...]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """
        The pattern, compiled when it is first tried: most rules of most languages never are.

        Raises:
            LexiconError: the pattern does not compile.
        """
        try:
            return re.compile(self.pattern)
        except re.error as error:
            raise LexiconError(self.path, self.name, str(error)) from error


@cache
def lists(language: str, name: str) -> Mapping[str, Any]:
    """
    `lang/<language>/<name>.toml` as it stands; empty where the language has no such file.

    Raises:
        LexiconError: the file is no TOML.
    """
    path = HERE / language / f"{name}.toml"
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(path, "file", str(error)) from error


@cache
def table(language: str, name: str, columns: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """The rows of `lang/<language>/<name>.tsv`; empty where the language has no such file."""
    path = HERE / language / f"{name}.tsv"
    if not path.exists():
        return ()
    return tuple(parse_table(path, path.read_text(encoding="utf-8"), columns))


@cache
def rules(language: str, name: str) -> tuple[Rule, ...]:
    """
    The rules of `lang/<language>/<name>.toml`, in file order: earlier rules win.

    `%word%` in a pattern stands for the list `word` in the file's own `[lists]` table.

    Raises:
        LexiconError: a table has an unknown key, an unknown list, or no example.
    """
    path = HERE / language / f"{name}.toml"
    content = dict(lists(language, name))
    own_lists = content.pop("lists", {})
    return tuple(_rule(path, entry, raw, own_lists) for entry, raw in content.items())


def _rule(path: Path, entry: str, raw: Any, own_lists: Mapping[str, Any]) -> Rule:
    try:
        made = convert(raw, RuleFile)
        flags = f"(?{made.flags})" if made.flags else ""
        pattern = flags + _expand(made.pattern, own_lists)
    except (ValidationError, KeyError) as error:
        raise LexiconError(path, entry, str(error)) from error
    if not made.matches or not made.ignores:
        raise LexiconError(path, entry, "want at least one example in `matches` and in `ignores`")
    return Rule(entry, made.type, path, pattern, made.matches, tuple(made.ignores))


def _expand(pattern: str, own_lists: Mapping[str, Any]) -> str:
    """Put each word list in the place of its %name%, longest word first."""

    def alternatives(match: re.Match[str]) -> str:
        return "|".join(sorted(own_lists[match[1]], key=len, reverse=True))

    return re.sub(r"%(\w+)%", alternatives, pattern)
