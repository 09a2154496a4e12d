"""Each rule file proves itself: its own examples are its tests; a broken file is named."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.core.errors import LexiconError
from dateline.lang import rules as module
from dateline.lang.rules import HERE, Rule, lists, rules, table


def _is_rule_file(path: Path) -> bool:
    tables = [v for k, v in tomllib.loads(path.read_text("utf-8")).items() if k != "lists"]
    return bool(tables) and all(isinstance(t, dict) and "pattern" in t for t in tables)


FILES = sorted(
    path
    for path in HERE.glob("*/*.toml")
    if not path.name.endswith(".source.toml") and path.parent.name != "any" and _is_rule_file(path)
)
RULES = [
    pytest.param(rule, id=f"{path.parent.name}/{path.stem}/{rule.name}")
    for path in FILES
    for rule in rules(path.parent.name, path.stem)
]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_its_examples(rule: Rule) -> None:
    """A rule may look at what follows: a sentence that begins."""
    missed = [t for t in rule.matches if not any(map(rule.regex.search, (t, f"{t}The")))]

    assert missed == []


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_passes_over_what_it_should_ignore(rule: Rule) -> None:
    assert [text for text in rule.ignores if rule.regex.fullmatch(text)] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a]\npattern = 'x'\nmatches = {}\nignores = ['y']\n", "want at least one example"),
        ("[a]\npattern = 'x'\nmatches = { x = '1' }\nignores = []\n", "want at least one example"),
        ("[a]\npattern = '%who%'\nmatches = { x = '1' }\nignores = ['y']\n", "who"),
        ("[a]\npatern = 'x'\n", "patern"),
        ("[a\n", "file"),
    ],
)
def test_a_broken_file_is_named(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "broken.toml").write_text(text, "utf-8")
    monkeypatch.setattr(module, "HERE", tmp_path)
    rules.cache_clear()
    lists.cache_clear()

    with pytest.raises(LexiconError, match=rf"broken.toml: .*{message}"):
        rules("en", "broken")
    lists.cache_clear()


def test_a_missing_file_is_a_missing_ability() -> None:
    assert rules("xx", "timex") == ()
    assert lists("xx", "timex") == {}
    assert table("xx", "timex", ("word",)) == ()
