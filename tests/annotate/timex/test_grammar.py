"""Each rule of the grammar proves itself by its examples."""

from __future__ import annotations

import pytest

from dateline.annotate.timex import timex
from dateline.annotate.timex.firsts import starts
from dateline.annotate.timex.grammar import grammar
from dateline.core.layers import Layers
from dateline.core.mentions import Timex
from dateline.ingest.plain import from_text

MATCHES = [(rule.name, words, value) for rule in grammar() for words, value in rule.matches]
IGNORES = [(rule.name, words) for rule in grammar() for words in rule.ignores]


def found(name: str, words: str) -> str:
    """The values that one rule finds in `words`, in text order."""
    items = Layers(timex.annotate(from_text(words), Layers())).of(Timex)
    return " ".join(item.value for item in items if item.made_by == f"timex/{name}")


@pytest.mark.parametrize(("name", "words", "value"), MATCHES)
def test_a_rule_reads_its_examples(name: str, words: str, value: str) -> None:
    assert found(name, words) == value


@pytest.mark.parametrize(("name", "words"), IGNORES)
def test_a_rule_leaves_alone_what_only_looks_like_it(name: str, words: str) -> None:
    assert found(name, words) == ""


@pytest.mark.parametrize("rule", grammar(), ids=lambda rule: rule.name)
def test_every_rule_has_examples_both_ways(rule: object) -> None:
    assert rule.matches and rule.ignores


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        ("a b", {"ab"}),
        ("a? b c", {"ab", "bc"}),
        ("(?:a|b c)* d", {"aa", "ab", "ad", "bc", "d"}),
        ("(?<=x)(?P<y_1>a|b)", {"a", "b"}),
        ("(?!x) a (?=b)", {"a"}),
        ("a{0,3} b", {"aa", "ab", "b"}),
        ("a{1,3} b", {"aa", "ab"}),
        ("a b?", {"a", "ab"}),
    ],
)
def test_a_pattern_starts_with_what_can_come_first(pattern: str, ways: set[str]) -> None:
    assert {"".join(way) for way in starts(pattern)} == ways
