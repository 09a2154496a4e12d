"""The few rules of this house that no linter knows."""

from __future__ import annotations

import importlib
import re
import tomllib
from pathlib import Path

import pytest
from msgspec import Struct

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "dateline"
SOURCES = sorted((ROOT / "src").rglob("*.py")) + sorted((ROOT / "tests").rglob("*.py"))
DATA = sorted(
    path
    for path in PACKAGE.rglob("*")
    if path.suffix in {".toml", ".tsv", ".geojson", ".json", ".bin", ".gz"}
    and not path.name.endswith(".source.toml")
    and "static" not in path.parts
)
SOURCE_KEYS = {"origin", "licence", "date", "made_by"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_no_file_is_longer_than_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def _nouns() -> list[type[Struct]]:
    """Every Struct of core but the public record, which is written and never hashed."""
    modules = [
        importlib.import_module(f"dateline.core.{path.stem}")
        for path in sorted((PACKAGE / "core").glob("*.py"))
        if path.stem not in {"__init__", "record"}
    ]
    return [
        noun
        for module in modules
        for noun in vars(module).values()
        if isinstance(noun, type)
        and issubclass(noun, Struct)
        and noun is not Struct
        and noun.__module__ == module.__name__
    ]


@pytest.mark.parametrize("noun", _nouns(), ids=lambda noun: noun.__name__)
def test_what_is_immutable_holds_only_what_is_immutable(noun: type[Struct]) -> None:
    """A frozen struct with a list in it is not frozen, and cannot be hashed."""
    mutable = [f for f, kind in noun.__annotations__.items() if re.match(r"list|dict|set", kind)]

    assert noun.__struct_config__.frozen
    assert mutable == []


@pytest.mark.parametrize("path", DATA, ids=_name)
def test_every_data_file_says_where_it_comes_from_and_under_which_licence(path: Path) -> None:
    source = path.parent / f"{path.name.split('.')[0]}.source.toml"

    assert source.exists(), f"write {_name(source)}: {sorted(SOURCE_KEYS)}"
    assert tomllib.loads(source.read_text(encoding="utf-8")).keys() >= SOURCE_KEYS


@pytest.mark.parametrize("path", DATA, ids=_name)
def test_every_licence_that_a_data_file_names_has_its_text_here(path: Path) -> None:
    source = path.parent / f"{path.name.split('.')[0]}.source.toml"
    named = re.split(r"\s+AND\s+", tomllib.loads(source.read_text(encoding="utf-8"))["licence"])

    missing = [n for n in named if not (ROOT / "LICENSES" / f"{n.strip()}.txt").exists()]

    assert missing == []


MONTHS = r"\b(?:January|February|August|September|October|November|December)\b"


@pytest.mark.parametrize("path", [p for p in SOURCES if PACKAGE in p.parents], ids=_name)
def test_no_code_holds_words_of_a_language(path: Path) -> None:
    """Words are data, logic is code: Cyrillic or a month name in code is a lexicon gone astray."""
    code = _without_docstrings(path.read_text(encoding="utf-8"))

    found = re.findall(rf"[А-Яа-яЁёІіЇїЄєҐґ]{{2,}}|{MONTHS}", code)

    assert found == []


def _without_docstrings(source: str) -> str:
    """
    Code only: examples in docstrings and reasons in comments may quote the words they mean.

    Letters of an alphabet (a character class, a folding table, a set) are no words.
    """
    code = re.sub(r'"""(?:.|\n)*?"""|#[^\n]*', "", source)
    return re.sub(r"\[[^\]\n]*\]|(?:maketrans|frozenset)\([^)\n]*\)", "", code)
